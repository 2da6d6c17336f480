import { expect, test } from "vitest";
import {
  afterCancelled,
  afterFailure,
  type Circuit,
  closedCircuit,
  enterCircuit,
  FAILURES_TO_OPEN,
  OPEN_FOR_MS,
} from "./circuit.ts";

const failedTimes = (times: number, nowMs: number, waitMs?: number): Circuit => {
  let circuit = closedCircuit;
  for (let k = 0; k < times; k++) circuit = afterFailure(circuit, nowMs, waitMs);
  return circuit;
};

test("calls go through until the third failure in a row, then not until the wait is over", () => {
  expect(enterCircuit(failedTimes(FAILURES_TO_OPEN - 1, 0), 0)).toBeDefined();
  const open = failedTimes(FAILURES_TO_OPEN, 1000);
  expect(enterCircuit(open, 1000)).toBeUndefined();
  expect(enterCircuit(open, 1000 + OPEN_FOR_MS - 1)).toBeUndefined();
  expect(enterCircuit(open, 1000 + OPEN_FOR_MS)).toEqual({ kind: "halfOpen" });
});

test("half open lets one call in, whose failure opens the circuit again at once", () => {
  const probing = enterCircuit(failedTimes(FAILURES_TO_OPEN, 0), OPEN_FOR_MS)!;
  expect(enterCircuit(probing, OPEN_FOR_MS)).toBeUndefined();
  expect(afterFailure(probing, OPEN_FOR_MS)).toMatchObject({ kind: "open", untilMs: 2 * OPEN_FOR_MS });
});

test("a probe that its caller gave up is followed by another", () => {
  const probing = enterCircuit(failedTimes(FAILURES_TO_OPEN, 0), OPEN_FOR_MS)!;
  expect(enterCircuit(afterCancelled(probing, OPEN_FOR_MS), OPEN_FOR_MS)).toEqual({ kind: "halfOpen" });
});

test("a longer wait that the endpoint asks for is kept", () => {
  const open = failedTimes(FAILURES_TO_OPEN, 0, 120_000);
  expect(enterCircuit(open, 119_999)).toBeUndefined();
  expect(enterCircuit(open, 120_000)).toEqual({ kind: "halfOpen" });
});

test("a clock that is set back keeps no endpoint waiting", () => {
  const open = failedTimes(FAILURES_TO_OPEN, 10 * OPEN_FOR_MS);
  expect(enterCircuit(open, 10 * OPEN_FOR_MS)).toBeUndefined();
  expect(enterCircuit(open, 10 * OPEN_FOR_MS - 1)).toEqual({ kind: "halfOpen" });
});
