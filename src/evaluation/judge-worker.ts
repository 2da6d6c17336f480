import { type Judged, type JudgeTask, judge } from "./judge.ts";
import { answer } from "./threads.ts";

await answer<JudgeTask, Judged>(judge);
