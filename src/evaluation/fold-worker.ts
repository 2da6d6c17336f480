import { evaluateFold, type FoldResult, type FoldTask } from "./evaluate-fold.ts";
import { answer } from "./threads.ts";

await answer<FoldTask, FoldResult>(evaluateFold);
