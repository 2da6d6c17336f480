import { parentPort } from "node:worker_threads";
import { perform, type Task } from "./tasks.ts";

parentPort?.on("message", (task: Task) => {
  perform(task);
  parentPort?.postMessage("done");
});
