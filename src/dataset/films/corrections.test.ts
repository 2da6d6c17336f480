import { expect, test } from "vitest";
import { readCorrections } from "./corrections.ts";

test("a correction is a fact by hand, of the fields it names alone", () => {
  const corrections = readCorrections(
    "tt0167260: # The Return of the King\n  runtimeMinutes: 201\n",
    "c.yaml",
  );
  expect(corrections.get("tt0167260")).toEqual({ runtimeMinutes: { value: 201, source: "by hand" } });
});

test.each(["tt1:\n  runtime: 3\n", "tt1:\n  runtimeMinutes: long\n", "tt1:\n  countries: []\n"])(
  "%j is refused, by file and film",
  (yaml) => {
    expect(() => readCorrections(yaml, "c.yaml")).toThrow(/c\.yaml:\n.*tt1/s);
  },
);
