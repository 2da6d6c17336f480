import { expect, test } from "vitest";
import { readFilmLines, writeFilmLines } from "./film-lines.ts";

const rows = new Map([
  ["tt1", { says: "a line\nwith a break" }],
  ["tt2", { says: 'and "quotes":{' }],
  ["odd, of one's own", { says: "ä" }],
]);
const text = writeFilmLines("names", ["Ann"], rows);
const read = (of: string) =>
  readFilmLines<string[], { says: string }>("names", Buffer.from(of), "film_facts.bin");

test("gives back what was written, whatever it says, and is one JSON object", () => {
  const lines = read(text);
  expect(lines.head).toEqual(["Ann"]);
  for (const [id, row] of rows) expect(lines.rowOf(id)).toEqual(row);
  expect(lines.rowOf("tt9")).toBeUndefined();
  expect(JSON.parse(text)).toEqual({ names: ["Ann"], films: Object.fromEntries(rows) });
});

test("reads a text without films", () => {
  expect(read(writeFilmLines("names", [], [])).rowOf("tt1")).toBeUndefined();
});

test("tells file and line of what is damaged when the film is asked for, and reads the others", () => {
  const lines = read(text.replace('"tt2":{', '"tt2":['));
  expect(lines.rowOf("tt1")).toEqual(rows.get("tt1"));
  expect(() => lines.rowOf("tt2")).toThrow(/film_facts\.bin: line 3 /);
});

test.each([
  ["something else", "[]"],
  ["nothing", ""],
  ["a line without its film", text.replace('"tt2":', "")],
])("refuses %s", (_, of) => {
  expect(() => read(of)).toThrow(/film_facts\.bin: line \d/);
});
