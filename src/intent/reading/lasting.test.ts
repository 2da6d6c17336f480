import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { tinyParser } from "../../conversation/testing/tiny-parser.ts";
import { tinyModel } from "../../conversation/testing/tiny-world.ts";
import { emptyRequest } from "../request.ts";
import { readLasting } from "./lasting.ts";

const catalog = createCatalog(tinyModel().movies);
const reading = (text: string) =>
  readLasting({ catalog, text }, (rest) => tinyParser.understand(rest).request)[0];

test.each([
  ["never superheroes", { keywordsIn: ["superhero"] }],
  ["I never want to see westerns or musicals again", { genresIn: ["Western", "Musical"] }],
  ["never anything scary", { moodsIn: ["scary"] }],
  ["nothing with cats ever again", { keywordsIn: ["cats"] }],
  ["nothing with Adam Sandler ever", { peopleIn: ["Adam Sandler"] }],
  ["from now on, never anything before 1980", { yearTo: 1979 }],
  ["never longer than two hours", { runtimeFrom: 120 }],
  ["always under two hours", { runtimeFrom: 120 }],
  ["no cats ever again", { keywordsIn: ["cats"] }],
  ["dont show me westerns anymore", { genresIn: ["Western"] }],
  ["I don't want to see westerns any more", { genresIn: ["Western"] }],
  ["i dont ever want westerns", { genresIn: ["Western"] }],
])("%j holds for good", (text, request) => {
  expect(reading(text)).toMatchObject({ kind: "refuse", request });
  expect(reading(text)).not.toHaveProperty("times");
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
    times: { hours: { from, to } },
  });
});

const weekdays = [1, 2, 3, 4, 5];
const night = { from: 18 * 60, to: 6 * 60 };

test.each([
  ["no horror on weekdays", { days: weekdays }],
  ["on weekdays, no horror", { days: weekdays }],
  ["never horror during the week", { days: weekdays }],
  ["no horror at weekends please", { days: [0, 6] }],
  ["no horror on Sundays", { days: [0] }],
  ["every monday no horror", { days: [1] }],
  ["no horror Monday to Thursday", { days: [1, 2, 3, 4] }],
  ["no horror fri-sun", { days: [0, 5, 6] }],
  ["no horror on Friday and Saturday nights", { days: [5, 6], hours: night }],
  ["no horror on school nights", { days: [0, 1, 2, 3, 4], hours: night }],
  ["no horror on weekdays after ten", { days: weekdays, hours: { from: 22 * 60, to: 6 * 60 } }],
  ["after ten on weekdays no horror", { days: weekdays, hours: { from: 22 * 60, to: 6 * 60 } }],
  ["no horror between 8 and 10", { hours: { from: 20 * 60, to: 22 * 60 } }],
  ["from 8 to 10pm: no horror", { hours: { from: 20 * 60, to: 22 * 60 } }],
  ["stop showing me horror on weekdays", { days: weekdays }],
  ["no horror except on weekends", { days: [0, 6], isOutside: true }],
  ["no horror unless it's the weekend", { days: [0, 6], isOutside: true }],
  ["horror only on weekends", { days: [0, 6], isOutside: true }],
  ["we only watch horror after ten", { hours: { from: 22 * 60, to: 6 * 60 }, isOutside: true }],
])("%j holds at its times", (text, times) => {
  expect(reading(text)).toEqual({
    kind: "refuse",
    request: expect.objectContaining({ genresIn: ["Horror"] }),
    times,
  });
});

test.each([
  ["only comedies after ten", [{ genresIn: ["Comedy"] }], { hours: { from: 22 * 60, to: 6 * 60 } }],
  ["on Sundays only something light", [{ moodsIn: ["feel-good"] }], { days: [0] }],
  ["on Mondays I only want comedies", [{ genresIn: ["Comedy"] }], { days: [1] }],
  ["nothing but comedies on weekdays", [{ genresIn: ["Comedy"] }], { days: weekdays }],
  ["show me only films under 90 minutes on weekdays", [{ runtimeTo: 90 }], { days: weekdays }],
  ["only short and funny films on weekdays", [{ moodsIn: ["funny"] }], { days: weekdays }],
  [
    "only comedies or westerns on Fridays",
    [{ genresIn: ["Comedy"] }, { genresIn: ["Western"] }],
    { days: [5] },
  ],
  [
    "only comedies and westerns on Fridays",
    [{ genresIn: ["Comedy"] }, { genresIn: ["Western"] }],
    { days: [5] },
  ],
])("%j lets nothing else come up at its times", (text, requests, times) => {
  expect(reading(text)).toMatchObject({ kind: "insist", requests, times });
});

test("what alone is wanted may be so for good", () => {
  expect(reading("from now on only comedies")).toEqual({
    kind: "insist",
    requests: [expect.objectContaining({ genresIn: ["Comedy"] })],
  });
  expect(reading("only comedies")).toBeUndefined();
});

test.each([
  ["horror on weekdays is fine again", { days: weekdays }],
  ["horror on Sundays is okay", { days: [0] }],
  ["you can show me horror after ten again", { hours: { from: 22 * 60, to: 6 * 60 } }],
  ["forget the horror rule", undefined],
  ["lift the ban on horror", undefined],
  ["forget about the no horror thing", undefined],
  ["forget no horror on weekdays", { days: weekdays }],
  ["please cancel my no horror on Sundays", { days: [0] }],
  ["never mind no horror after ten", { hours: { from: 22 * 60, to: 6 * 60 } }],
  ["drop only horror on Sundays", { days: [0] }],
  ["I take back never horror", undefined],
  ["forget what I said about horror on weekdays", { days: weekdays }],
  ["no horror on weekdays no longer applies", { days: weekdays }],
  ["horror is no longer off limits", undefined],
])("%j takes back what it names", (text, times) => {
  expect(reading(text)).toMatchObject({
    kind: "allow",
    request: { genresIn: ["Horror"] },
    ...(times && { times }),
  });
});

test.each([
  "forget what I said about length",
  "drop everything I told you about length",
  "forget the length limit",
])("%j takes back what goes by the word, and nothing where none does", (text) => {
  expect(reading(text)).toMatchObject({ kind: "allow", said: "length" });
  expect(reading(text)).toHaveProperty("request");
});

test.each(["forget all my rules", "restore all of my limits", "please lift all these bans"])(
  "%j takes all of it back",
  (text) => {
    expect(reading(text)).toEqual({ kind: "allow", said: text });
  },
);

test("a bare name that begins a title is of whoever is in films, a known title is of the film", () => {
  const understand = (rest: string) => ({
    ...emptyRequest(),
    kind: "request" as const,
    ...(rest === "with ada byron" ? { peopleIn: ["Ada Byron"] } : { similarTo: ["Ada Byron: Live"] }),
  });
  const [act] = readLasting({ catalog, text: "never ada byron" }, understand);
  expect(act).toMatchObject({ kind: "refuse", request: { peopleIn: ["Ada Byron"] } });
  expect(readLasting({ catalog, text: "forget the ada byron thing" }, understand)).toMatchObject([
    { kind: "allow", request: { peopleIn: ["Ada Byron"] } },
  ]);
  expect(readLasting({ catalog, text: "never eve byron" }, understand)).toEqual([]);
});

test("several may be said in one go", () => {
  const acts = readLasting(
    { catalog, text: "No horror on weekdays, and on Sundays only comedies." },
    (rest) => tinyParser.understand(rest).request,
  );
  expect(acts).toMatchObject([
    { kind: "refuse", request: { genresIn: ["Horror"] }, times: { days: weekdays } },
    { kind: "insist", requests: [{ genresIn: ["Comedy"] }], times: { days: [0] } },
  ]);
  expect(reading("no horror and no westerns on Sundays")).toMatchObject({
    kind: "refuse",
    request: { genresIn: ["Horror", "Western"] },
    times: { days: [0] },
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
  (text) =>
    expect(reading(text)).toMatchObject({
      kind: "allow",
      said: "horror",
      request: { genresIn: ["Horror"] },
    }),
);

test.each([
  "never Alien",
  "never Heat",
  "I don't want horror",
  "no horror",
  "no horror after 1990",
  "nothing after 2000",
  "a thriller after ten",
  "no horror this weekend",
  "no horror next friday",
  "nothing on weekdays",
  "something funny for the weekend",
  "a comedy on Friday",
  "never mind",
  "I live in a small flat",
  "subtitles are fine, a french thriller",
  "they meet again",
  "nothing with subtitles",
])("%j holds for nothing but tonight, or is of one film", (text) => expect(reading(text)).toBeUndefined());
