import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLog } from "./open-log.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "matinee-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("lines are appended to the file, whose folder is made where it is missing", () => {
  const file = join(folder, "logs", "matinee.log");
  openLog(file).info("one");
  openLog(file).info("two");
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["one", "two"]);
});

test.runIf(process.platform !== "win32")(
  "only its owner can read it, whatever the umask, also where it was there before",
  () => {
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    const before = process.umask(0);
    try {
      const [made, there] = [join(folder, "logs", "made.log"), join(folder, "there.log")];
      writeFileSync(there, "", { mode: 0o644 });
      openLog(made);
      openLog(there);
      expect([mode(made), mode(there), mode(join(folder, "logs"))]).toEqual(["600", "600", "700"]);
    } finally {
      process.umask(before);
    }
  },
);

test("a file that cannot be opened is told at once, by the name of its setting", () => {
  const inTheWay = join(folder, "file");
  writeFileSync(inTheWay, "");
  expect(() => openLog(join(inTheWay, "matinee.log"))).toThrow(/^MATINEE_LOG: .*can be written/);
});

test.runIf(process.platform === "linux")("a full disk ends no program", () => {
  const log = openLog("/dev/full");
  expect(() => {
    log.info("lost");
    log.info("lost as well");
  }).not.toThrow();
});
