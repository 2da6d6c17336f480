import { parentPort, workerData } from "node:worker_threads";
import { evaluateFold, type FoldTask } from "./evaluate-fold.ts";

const result = await evaluateFold(workerData as FoldTask, () => parentPort?.postMessage("person"));
parentPort?.postMessage(result);
