import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tinyReader } from "../../src/conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { readDialogues, replay } from "./replay.ts";

const hearing = { world: tinyWorld(), reader: tinyReader };

test("texts are said to a card each, and what is recorded of it is given with the words", async () => {
  const texts = [
    "a thriller",
    "loved it",
    "any others?",
    "I liked that thriller with the boat",
    "seen ronin",
  ];
  expect(await replay(hearing, "d", texts)).toEqual([
    { dialogue: "d", text: "loved it", verdict: "like", source: "suggestion", movie: "Aliens" },
    { dialogue: "d", text: "seen ronin", verdict: "seen", source: "title", movie: "Ronin" },
  ]);
});

test("of a dialogue that grows from line to line the whole is taken, and of it what the seeker says", async () => {
  const file = fileOf(
    { dialogue: "1", turns: [["seeker", "hi"]] },
    {
      dialogue: "1",
      turns: [
        ["seeker", "hi"],
        ["recommender", "Heat?"],
        ["seeker", "seen it"],
      ],
    },
    {
      dialogue: "2",
      turns: [
        ["recommender", "hello"],
        ["seeker", "a comedy"],
      ],
    },
  );
  expect(await readDialogues(file)).toEqual([["hi", "seen it"], ["a comedy"]]);
});

test("a line that is no dialogue, or no JSON, is named", async () => {
  const file = fileOf({ dialogue: "1", turns: [] }, { dialogue: "2" });
  await expect(readDialogues(file)).rejects.toThrow(`${file}, line 2: `);
  writeFileSync(file, "a dialogue");
  await expect(readDialogues(file)).rejects.toThrow(`${file}, line 1: not JSON.`);
});

function fileOf(...rows: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), "matinee-verdicts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "dialogues.jsonl");
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return file;
}
