import type { PlatformMetrics } from "../operations/metrics.ts";
import type { Adapter } from "./adapter.ts";

/** An adapter of which is known whether it listens, and how much of what came in is not dealt with yet. */
export function counted(adapter: Adapter, metrics: PlatformMetrics): Adapter {
  const own: Pick<Adapter, "start" | "stop"> = {
    async start(onIncoming, ...others) {
      const counting: typeof onIncoming = async (incoming) => {
        const ended = metrics.began();
        await onIncoming(incoming).finally(ended);
      };
      await adapter.start(counting, ...others);
      metrics.isUp(true);
    },
    async stop() {
      metrics.isUp(false);
      await adapter.stop();
    },
  };
  return Object.assign(Object.create(adapter), own); // all else is the platform's own, whatever it has
}
