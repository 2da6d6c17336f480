import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { tinyParser } from "../../conversation/testing/tiny-parser.ts";
import { tinyModel } from "../../conversation/testing/tiny-world.ts";
import { readLasting } from "./lasting.ts";

const catalog = createCatalog(tinyModel().movies);
const reading = (text: string) =>
  readLasting({ catalog, text }, (rest) => tinyParser.understand(rest).request);

test.each([
  ["never superheroes", { keywordsIn: ["superhero"] }],
  ["I never want to see westerns or musicals again", { genresIn: ["Western", "Musical"] }],
  ["never anything scary", { moodsIn: ["scary"] }],
  ["nothing with cats ever again", { keywordsIn: ["cats"] }],
  ["nothing with Adam Sandler ever", { peopleIn: ["Adam Sandler"] }],
  ["from now on, never anything before 1980", { yearTo: 1979 }],
  ["never longer than two hours", { runtimeFrom: 120 }],
  ["always under two hours", { runtimeFrom: 120 }],
])("%j holds for good", (text, request) => {
  expect(reading(text)).toMatchObject({ kind: "refuse", request });
  expect(reading(text)).not.toHaveProperty("hours");
});

test.each([
  ["no horror after ten", 22 * 60, 6 * 60],
  ["No horror after 10pm please!", 22 * 60, 6 * 60],
  ["never horror after 22:30", 22 * 60 + 30, 6 * 60],
  ["don't ever show me horror after midnight", 0, 6 * 60],
  ["no horror past 1 am", 60, 6 * 60],
  ["I don't want horror after ten", 22 * 60, 6 * 60],
  ["no more horror after ten", 22 * 60, 6 * 60],
  ["we don't watch horror after ten", 22 * 60, 6 * 60],
  ["no horror before bed", 21 * 60, 6 * 60],
  ["no horror late at night", 22 * 60, 6 * 60],
  ["no horror before eight", 6 * 60, 20 * 60],
  ["no horror before noon", 6 * 60, 12 * 60],
  ["no horror in the morning", 6 * 60, 12 * 60],
])("%j holds at its hours", (text, from, to) => {
  expect(reading(text)).toMatchObject({
    kind: "refuse",
    request: { genresIn: ["Horror"] },
    hours: { from, to },
  });
});

test.each([
  ["subtitles are fine", "fine"],
  ["Subtitles are totally fine by me.", "fine"],
  ["i don't mind reading subtitles", "fine"],
  ["we're ok with subtitles", "fine"],
  ["I hate subtitles", "never"],
  ["never anything with subtitles", "never"],
  ["no subtitles ever", "never"],
] as const)("%j says whether films with subtitles will do", (text, subtitles) => {
  expect(reading(text)).toEqual({ kind: "settle", subtitles });
});

test.each([
  ["my time zone is Berlin", { timeZone: "Europe/Berlin" }],
  ["set my timezone to America/New_York", { timeZone: "America/New_York" }],
  ["time zone: new york", { timeZone: "America/New_York" }],
  ["I live in Tokyo", { timeZone: "Asia/Tokyo" }],
  ["my time zone is Atlantis", { unknownZone: "Atlantis" }],
])("%j says where it is what time", (text, what) => {
  expect(reading(text)).toEqual({ kind: "settle", ...what });
});

test.each(["horror is fine again", "allow horror again", "I can watch horror again"])(
  "%j takes it back",
  (text) => expect(reading(text)).toEqual({ kind: "restore", title: "horror" }),
);

test.each([
  "never Alien",
  "never Heat",
  "I don't want horror",
  "no horror",
  "no horror after 1990",
  "nothing after 2000",
  "a thriller after ten",
  "never mind",
  "I live in a small flat",
  "subtitles are fine, a french thriller",
  "they meet again",
  "nothing with subtitles",
])("%j holds for nothing but tonight, or is of one film", (text) => expect(reading(text)).toBeUndefined());
