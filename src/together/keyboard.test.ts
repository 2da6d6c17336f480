import { describe, expect, test } from "vitest";
import { type Evening, eveningAfter, type Happened, newEvening } from "./evening.ts";
import { nextVoter, readLine } from "./keyboard.ts";

const joined = (member: string): Happened => ({ member, atMs: 0, event: { kind: "joined", name: member } });
const voting: Evening = eveningAfter([
  joined("ada"),
  joined("ben"),
  { atMs: 1, event: { kind: "listed", films: ["a", "b", "c"], endsMs: 9 } },
]);

describe("who is here", () => {
  test.each([
    ["ben and cyd are in", ["ben", "cyd"], "join"],
    ["Ben, Cyd and Dan are in.", ["ben", "cyd", "dan"], "join"],
    ["with ben", ["ben"], "join"],
    ["ben is out", ["ben"], "leave"],
    ["I am in", ["ada"], "join"],
    ["me and eve are in", ["ada", "eve"], "join"],
    ["ben joins", ["ben"], "join"],
    ["Cyd joined us", ["cyd"], "join"],
    ["ben's here", ["ben"], "join"],
    ["plus ben", ["ben"], "join"],
    ["ben is back", ["ben"], "join"],
    ["cyd leaves", ["cyd"], "leave"],
    ["ben left", ["ben"], "leave"],
    ["ben and cyd have to go", ["ben", "cyd"], "leave"],
    ["Dan went home.", ["dan"], "leave"],
  ])("%j", (line, names, kind) =>
    expect(readLine(newEvening, line, "ada")).toEqual(names.map((name) => ({ name, command: { kind } }))),
  );
});

test.each([
  "no horror",
  "set in 1995",
  "under two hours",
  "about a man who left",
  "a film where nobody is in",
  "in english",
])("%j is no name", (line) =>
  expect(readLine(newEvening, line, "ada")).toEqual([
    { name: "ada", command: { kind: "limit", text: line } },
  ]),
);

test("what is said is of whoever opened the evening, or of whom it names", () => {
  expect(readLine(newEvening, "no horror", "ada")).toEqual([
    { name: "ada", command: { kind: "limit", text: "no horror" } },
  ]);
  expect(readLine(newEvening, "ben: I love Heat, Alien", "ada")).toEqual([
    { name: "ben", command: { kind: "name", titles: ["Heat", "Alien"] } },
  ]);
});

test("a ballot is of whoever votes next, and makes them ready", () => {
  expect(nextVoter(voting)?.name).toBe("ada");
  expect(readLine(voting, "1 3, veto 2", "eve")).toEqual([
    { name: "ada", command: { kind: "approve", film: 0 } },
    { name: "ada", command: { kind: "approve", film: 2 } },
    { name: "ada", command: { kind: "veto", film: 1 } },
    { name: "ada", command: { kind: "ready" } },
  ]);
  const next = eveningAfter([{ member: "ada", atMs: 2, event: { kind: "ready" } }], voting);
  expect(nextVoter(next)?.name).toBe("ben");
});
