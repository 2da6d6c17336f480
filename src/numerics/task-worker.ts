import { parentPort, workerData } from "node:worker_threads";
import { kernelsOn } from "./kernels.ts";
import { perform, type Task } from "./tasks.ts";

const kernels = kernelsOn(workerData as WebAssembly.Memory);

parentPort?.on("message", (task: Task) => {
  perform(kernels, task);
  parentPort?.postMessage("done");
});
