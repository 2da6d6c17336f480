import { evaluateFold, type FoldTask } from "./evaluate-fold.ts";
import type { FoldResult } from "./fold-result.ts";
import { answer } from "./threads.ts";

await answer<FoldTask, FoldResult>(evaluateFold);
