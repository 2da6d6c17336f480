import { expect, test } from "vitest";
import { readTogether, readWords, says, titlesIn } from "./command.ts";

test.each(["together", "/together", "Movie night", "film night", "let's have a movie night"])(
  "%j begins an evening",
  (text) => expect(readTogether(text)).toEqual({ command: { kind: "open" } }),
);

test.each([
  ["togehter", "open"],
  ["Togther join", "join"],
  ["together agian", "again"],
  ["together strat", "start"],
  ["together raedy", "ready"],
])("%j is heard all the same", (text, kind) => expect(readTogether(text)?.command).toEqual({ kind }));

test.each(["a film about being together", "altogether", "something to watch together with my kids"])(
  "%j is about no evening",
  (text) => expect(readTogether(text)).toBeUndefined(),
);

test("a button comes back as it was made", () => {
  expect(readTogether(says("a1B-_c3d", "approve 2 1"))).toEqual({
    command: { kind: "approve", film: 1, round: 1 },
    evening: "a1B-_c3d",
  });
});

test.each([
  ["join", { kind: "join" }],
  ["start", { kind: "start" }],
  ["start in 10 minutes", { kind: "start", minutes: 10 }],
  ["match", { kind: "start", match: true }],
  ["join as Ada", { kind: "join", name: "Ada" }],
  ["veto 3", { kind: "veto", film: 2 }],
  ["count now", { kind: "end" }],
  ["seen by most", { kind: "unseen", by: "most" }],
  ["not seen by anybody", { kind: "unseen", by: "nobody" }],
  ["I love Heat, Alien", { kind: "name", titles: ["Heat", "Alien"] }],
  ["under two hours, no horror", { kind: "limit", text: "under two hours, no horror" }],
  ["compare tastes", { kind: "compare" }],
  ["constructor", { kind: "limit", text: "constructor" }],
  ["toString 1", { kind: "limit", text: "toString 1" }],
])("%j", (words, command) => expect(readWords(words)).toEqual(command));

test("titles are told apart by commas first", () => {
  expect(titlesIn("Harold and Maude, Heat")).toEqual(["Harold and Maude", "Heat"]);
  expect(titlesIn("Heat and Alien")).toEqual(["Heat", "Alien"]);
});
