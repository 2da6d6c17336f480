import { type Assertion, expect } from "vitest";

/** Expects what will be so before long: looks often, because everything here is on this machine. */
export const eventually = <T>(look: () => T): Assertion<T> =>
  expect.poll(look, { interval: 5, timeout: 5_000 }) as unknown as Assertion<T>;
