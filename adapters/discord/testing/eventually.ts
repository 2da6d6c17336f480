import { type Assertion, expect } from "vitest";

/** Expects what will be so before long. */
export const eventually = <T>(look: () => T, message?: string): Assertion<T> =>
  expect.poll(look, { ...(message !== undefined && { message }) }) as unknown as Assertion<T>;
