import { expect, test } from "vitest";
import type { Person } from "../../catalog/person.ts";
import { withRoles } from "./roles-said.ts";

/** Known for everything but what is denied of them. */
const find = (name: string): Person | undefined =>
  /^Ann Example \((?:composer|cinematographer|writer|author|director)\)$/.test(name)
    ? ({ name } as Person)
    : undefined;

function read(text: string, name = "Ann Example") {
  const start = text.indexOf(name);
  return withRoles([{ name, start, end: start + name.length }], text, { find });
}

test.each([
  ["a drama scored by Ann Example", "composer"],
  ["music by Ann Example that is no western", "composer"],
  ["an Ann Example soundtrack", "composer"],
  ["anything Ann Example did the music for", "composer"],
  ["a film that Ann Example was the cinematographer of", "cinematographer"],
  ["anything shot by Ann Example", "cinematographer"],
  ["Ann Example behind the camera", "cinematographer"],
  ["written by Ann Example", "writer"],
  ["something Ann Example wrote", "writer"],
  ["based on a novel by Ann Example", "author"],
  ["an Ann Example adaptation", "author"],
  ["directed by Ann Example", "director"],
])("%s: she is meant as its %s", (text, role) => {
  expect(read(text).persons.map(({ name }) => name)).toEqual([`Ann Example (${role})`]);
});

test("who is not known for it stays as they are named, and so does who is only named", () => {
  expect(read("scored by Bea Sample", "Bea Sample").persons[0]!.name).toBe("Bea Sample");
  expect(read("a comedy with Ann Example")).toMatchObject({ persons: [{ name: "Ann Example" }], spans: [] });
});

test("what somebody wrote and did not direct leaves out what they directed", () => {
  expect(read("something Ann Example wrote but didn't direct").butNot).toEqual(["Ann Example (director)"]);
});

test("the words for it are read", () => {
  const text = "music by Ann Example";
  expect(read(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual(["music by "]);
});
