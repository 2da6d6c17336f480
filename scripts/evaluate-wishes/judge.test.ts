import { expect, test } from "vitest";
import { tinyReader } from "../../src/conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { answerTo } from "./answered.ts";
import { createJudge } from "./judge.ts";
import { readWishes } from "./wishes.ts";

const world = tinyWorld();
const movie = (title: string) => world.catalog.movies.find((each) => each.title === title)!;
const { judge } = createJudge(world.catalog, {
  tender: { fits: ["Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)"], misfits: ["Thing, The (1982)"] },
});

test("a film fits where all that decides holds, and is open where what is known of it does not tell", () => {
  expect(judge({ text: "a comedy", genre: ["Comedy"] }, movie("Amelie"))).toBe("fits");
  expect(judge({ text: "a comedy", genre: ["Comedy"] }, movie("Alien"))).toBe("misfits");
  expect(judge({ text: "old comedies", genre: ["Comedy"], to: 1970 }, movie("Amelie"))).toBe("misfits");
  expect(judge({ text: "short comedies", genre: ["Comedy"], max: 80 }, movie("Amelie"))).toBe("open");
  expect(judge({ text: "short comedies", genre: ["Comedy"], max: 80 }, movie("Alien"))).toBe("misfits");
});

test("lists decide by title and year, however these are spelt, and leave other films open", () => {
  const wish = { text: "tender", fits: "tender" };
  expect(judge(wish, movie("Amelie"))).toBe("fits");
  expect(judge(wish, movie("The Thing"))).toBe("misfits");
  expect(judge(wish, movie("Ronin"))).toBe("open");
  expect(judge({ text: "not that", not: ["Ronin (1998)"] }, movie("Ronin"))).toBe("misfits");
});

test("any of several ways to fit will do", () => {
  const anyOf = [{ fits: "tender" }, { genre: ["Sci-Fi" as const] }];
  expect(judge({ text: "either", anyOf }, movie("The Thing"))).toBe("fits");
  expect(judge({ text: "either", anyOf }, movie("Amelie"))).toBe("fits");
  expect(judge({ text: "either", anyOf }, movie("Notting Hill"))).toBe("open");
});

test("five films are shown in the real conversation, and what is recorded unasked is told", async () => {
  const hearing = { world, reader: tinyReader };
  const { shown, falseVerdicts } = await answerTo(
    hearing,
    { text: "a thriller", before: ["a comedy"] },
    "one",
  );
  expect(shown.length).toBe(5);
  expect(shown.every(({ genres }) => genres.includes("Thriller"))).toBe(true);
  expect(falseVerdicts).toEqual([]);
  expect((await answerTo(hearing, { text: "loved it" }, "two")).falseVerdicts).toHaveLength(1);
});

test("the posts of the project can be read, and each of them has its lists", async () => {
  const { wishes, films } = await readWishes("data/requests/posts/wishes.jsonl");
  expect(wishes.map(({ fits }) => fits)).toEqual(Object.keys(films));
});

test("the wishes of the project can be read, half of them are held back, and every list they go by is there", async () => {
  const { wishes, films } = await readWishes("data/requests/wishes.jsonl");
  const held = wishes.filter((wish) => wish.held).length;
  expect(Math.abs(2 * held - wishes.length)).toBeLessThanOrEqual(1);
  const lists = wishes.flatMap(({ fits, anyOf = [] }) => [fits, ...anyOf.map((one) => one.fits)]);
  for (const list of lists) if (list !== undefined) expect(films).toHaveProperty([list]);
});
