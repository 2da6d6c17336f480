import type { Payload } from "./events.ts";

/** How long an app may take to acknowledge. Slack waits for 3 s; here it is longer, so that a busy machine fails no test. */
export const ACKNOWLEDGE_WITHIN_MS = 15_000;

/** A way from Slack to the app. */
export interface Delivery {
  /** At least once, until it is acknowledged. @throws when Slack gives up */
  event(payload: Payload): Promise<void>;
  /** Once. @throws what the person is shown when the app does not acknowledge in time: "operation_timeout" */
  interaction(type: "slash_commands" | "interactive", payload: Payload): Promise<void>;
}
