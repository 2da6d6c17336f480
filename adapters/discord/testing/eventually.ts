import { type Assertion, expect } from "vitest";

/** Expects what will be so before long. */
export const eventually = <T>(look: () => T): Assertion<T> => expect.poll(look) as unknown as Assertion<T>;
