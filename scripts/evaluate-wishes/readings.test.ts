import { expect, test } from "vitest";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { openReader } from "../../src/host/open-reader.ts";
import { emptyRequest } from "../../src/intent/request.ts";
import { answerTo } from "./answered.ts";
import { readReadings, startLoopback } from "./readings.ts";
import { readWishes } from "./wishes.ts";

test("there is a reading of every wish, and of what is said before it", async () => {
  const readings = await readReadings("data/requests/wish-readings.jsonl");
  const { wishes } = await readWishes("data/requests/wishes.jsonl");
  const texts = wishes.flatMap(({ text, before = [] }) => [...before, text]);
  expect(texts.filter((text) => !readings.has(text))).toEqual([]);
});

test("what an endpoint answers with a reading is suggested by, and the rules read what it has none of", async () => {
  const world = tinyWorld();
  const thriller = { ...emptyRequest(), genresIn: ["Thriller"] };
  const endpoint = await startLoopback(new Map([["whatever my uncle would call a good one", thriller]]));
  const llm = { ...endpoint.settings, dailyInAll: 10 };
  const reader = await openReader(world, { wordsFolder: "data/words", llm });
  const genresOf = async (text: string) =>
    (await answerTo({ world, reader }, { text }, text)).shown.flatMap(({ genres }) => genres.slice(0, 1));
  expect(new Set(await genresOf("whatever my uncle would call a good one"))).toEqual(new Set(["Thriller"]));
  expect(new Set((await genresOf("a comedy for us tonight")).slice(0, 3))).toEqual(new Set(["Comedy"]));
  expect([...endpoint.unread]).toEqual(["a comedy for us tonight"]);
  await endpoint.close();
});
