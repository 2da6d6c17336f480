/**
 * A circuit breaker (Nygard, Release It!): after repeated failures the endpoint is left alone for a while, then
 * one call probes it. Pure: the clock is passed in.
 */
export type Circuit =
  | { readonly kind: "closed" /** In a row. */; readonly failures: number }
  | { readonly kind: "open"; readonly sinceMs: number; readonly untilMs: number }
  | { readonly kind: "halfOpen" };

/** This many failures in a row open the circuit. */
export const FAILURES_TO_OPEN = 3;
/** How long it stays open, unless the endpoint itself asked for longer. */
export const OPEN_FOR_MS = 30_000;

export const closedCircuit: Circuit = { kind: "closed", failures: 0 };

/** The circuit with one more call in it; undefined: the call must not be made. Half open lets in one at a time. */
export function enterCircuit(circuit: Circuit, nowMs: number): Circuit | undefined {
  if (circuit.kind === "closed") return circuit;
  if (circuit.kind === "halfOpen") return undefined;
  const isSetBack = nowMs < circuit.sinceMs; // the clock: how long it was open nobody knows
  return isSetBack || nowMs >= circuit.untilMs ? { kind: "halfOpen" } : undefined;
}

/**
 * The circuit after a failed call.
 *
 * @param waitMs what the endpoint asked to wait; 0 where it did not
 */
export function afterFailure(circuit: Circuit, nowMs: number, waitMs = 0): Circuit {
  const failures = circuit.kind === "closed" ? circuit.failures + 1 : FAILURES_TO_OPEN;
  if (failures < FAILURES_TO_OPEN) return { kind: "closed", failures };
  return { kind: "open", sinceMs: nowMs, untilMs: nowMs + Math.max(OPEN_FOR_MS, waitMs) };
}

/** The circuit after a call that its caller gave up: nothing was learned, so a probe is due again. */
export function afterCancelled(circuit: Circuit, nowMs: number): Circuit {
  return circuit.kind === "halfOpen" ? { kind: "open", sinceMs: nowMs, untilMs: nowMs } : circuit;
}
