import { expect, test } from "vitest";
import { readBallot } from "./ballot.ts";

const FILMS = 4;
/** "approve 1 2 veto 3" */
const told = (line: string) =>
  readBallot(line, FILMS)
    ?.map((command) => ("film" in command ? `${command.kind} ${command.film + 1}` : command.kind))
    .join(", ");

test.each([
  ["none", "ready"],
  ["None of them.", "ready"],
  ["nothing for me", "ready"],
  ["2 and 3", "approve 2, approve 3, ready"],
  ["seen 4", "seen 4, ready"],
  ["1 3, veto 2, seen 4", "approve 1, approve 3, veto 2, seen 4, ready"],
  ["1+3", "approve 1, approve 3, ready"],
  ["#1 / #3", "approve 1, approve 3, ready"],
  ["film 1", "approve 1, ready"],
  ["I’d watch 1 or 3", "approve 1, approve 3, ready"],
  ["only the first one", "approve 1, ready"],
  ["the first and the last one", "approve 1, approve 4, ready"],
  ["one and three", "approve 1, approve 3, ready"],
  ["2nd, vetto 3rd", "approve 2, veto 3, ready"],
  ["my veto is on 2, i've seen 1", "veto 2, seen 1, ready"],
  ["all of them", "approve 1, approve 2, approve 3, approve 4, ready"],
  ["1, I have seen all", "approve 1, seen 1, seen 2, seen 3, seen 4, ready"],
])("the ballot %j", (line, commands) => expect(told(line)).toBe(commands));

test.each([
  "end",
  "something funny",
  "constructor",
  "not 2",
  "all but 2",
  "no horror",
  "one",
  "i",
  "under 2 hours",
  "stop",
])("%j is none", (line) => expect(told(line)).toBe(line === "one" ? "approve 1, ready" : undefined));
