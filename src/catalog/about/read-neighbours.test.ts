import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readNeighbours } from "./read-neighbours.ts";

test("reads words, tags and cosines", () => {
  expect([...readNeighbours("heist\t#con_artist:0.60 heists:0.83\n#time_loop\tloop:1.00\n")]).toEqual([
    [
      "heist",
      [
        ["#con artist", 0.6],
        ["heists", 0.83],
      ],
    ],
    ["#time loop", [["loop", 1]]],
  ]);
});

test.each(["heist", "heist\t", "heist\theists", "heist\theists:2", "\theists:0.5"])(
  "names the line where %j is no entry",
  (line) => {
    expect(() => readNeighbours(`a\tb:0.5\n${line}\n`)).toThrow("line 2: expected a word");
  },
);

describe("the table that ships", () => {
  const table = readNeighbours(gunzipSync(readFileSync("data/films/neighbours.tsv.gz")).toString("utf8"));
  const nearTo = (word: string) => (table.get(word) ?? []).map(([other]) => other);

  test.each([
    ["whodunnit", "#whodunit"],
    ["mobster", "mob"],
    ["astronaut", "#astronauts"],
    ["attorney", "lawyer"],
    ["undead", "#zombies"],
  ])("has beside %s %s", (word, other) => {
    expect(nearTo(word)).toContain(other);
  });

  test("has no name of a person, neither as a word nor as a neighbour", () => {
    const held = new Set([...table].flatMap(([word, near]) => [word, ...near.map(([other]) => other)]));
    const names =
      "spielberg scorsese hitchcock kubrick tarantino pacino streep hanks dicaprio kurosawa fellini coppola nicholson eastwood";
    expect(names.split(" ").filter((name) => held.has(name))).toEqual([]);
  });
});
