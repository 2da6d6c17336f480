import { availableParallelism, cpus } from "node:os";

/** What figures of speed are read with. */
export const thisMachine = (): string =>
  `Node ${process.version} on ${availableParallelism()} x ${cpus()[0]?.model.trim()}`;
