import { expect, test } from "vitest";
import { certificatesUpTo, isStricter, strictestOf } from "./certificates.ts";

test("certificates are ordered from films for everybody to those for adults only", () => {
  expect(certificatesUpTo("PG-13")).toEqual(["G", "PG", "PG-13"]);
  expect(certificatesUpTo("G")).toEqual(["G"]);
  expect(isStricter("R", "PG-13")).toBe(true);
  expect(isStricter("PG", "PG")).toBe(false);
  expect(strictestOf(["PG-13", "G"])).toBe("PG-13");
  expect(strictestOf([])).toBeUndefined();
});
