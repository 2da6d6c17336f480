/**
 * A command that a pipeline runs as a step ends with the pipeline, however that ends, and tells it how much memory it took.
 * No effect where it was typed.
 */
export function asStep(): void {
  if (!process.connected) return;
  process.channel?.unref(); // it keeps no command waiting
  process.once("disconnect", () => process.exit(1));
  process.once("exit", () => {
    if (process.connected) process.send?.({ maxRssKb: process.resourceUsage().maxRSS });
  });
}

/** Tells the pipeline, for its record, why the step comes out as it does. No effect where it was typed. */
export function tellWhy(why: string): void {
  if (process.connected) process.send?.({ why });
}
