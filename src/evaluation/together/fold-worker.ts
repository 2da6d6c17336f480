import { answer } from "../threads.ts";
import { evaluateTogether, type TogetherOutcomes, type TogetherTask } from "./fold.ts";

await answer<TogetherTask, TogetherOutcomes[]>(evaluateTogether);
