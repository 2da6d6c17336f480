/** Processor time of this process, in milliseconds: other processes on the machine add nothing to it, as they do to the clock. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
