/** What a person never wants to see again: whole conversations, read by the real rules. */
import { expect, test } from "vitest";
import { NO_FILTERS } from "../recommender/filters.ts";
import { newDialogue } from "./dialogue.ts";
import { heldTo } from "./held-to.ts";
import { lastingWishesSchema, NO_LASTING_WISHES, NOTHING_OUT } from "./lasting-log.ts";
import { profile } from "./lists.ts";
import { tinyParser } from "./testing/tiny-parser.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";

const world = tinyWorld();
const play = (script: string, from = shownFirst(world)) => transcript(world, script, from, tinyParser);

test("is kept from conversation to conversation, and asked for after all it is given", () => {
  const { person } = play(`
    you: never show me thrillers again
    bot: [Amelie (2001)]
    bot: From now on: not Thriller. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
  `);
  const elsewhere = { person, dialogue: newDialogue };
  const later = play(
    `
    you: next
    bot: [Notting Hill (1999)]
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    you: hidden
    bot: Kept away from you, latest first
    bot: Never: Thriller.
    bot: Say restore to get one back, such as "restore Thriller".
    `,
    elsewhere,
  );
  const restored = play(
    `
    you: restore thriller
    bot: No longer refused: Thriller.
    you: hidden
    bot: Nothing is hidden from you.
    `,
    later,
  );
  expect(restored.person.lasting.genresOut).toEqual([]);
});

test("is of one movie where one is named, which is kept away like any other", () => {
  const { person } = play(`
    you: never show me Ronin again
    bot: [Amelie (2001)]
    bot: 🚫 Ronin (1998) will never come up again.
    bot: I know of nothing that you like yet. People of all tastes like it.
  `);
  expect(person.log).toMatchObject([{ verdict: "never", source: "title" }]);
});

test.each([
  "stop showing me thrillers",
  "I never want to see thrillers again",
  "no more thrillers ever",
  "hide thrillers",
])("%j says it as well", (text) => {
  const { person } = play(`
      you: ${text}
      bot: [Amelie (2001)]
      bot: From now on: not Thriller. Say hidden to see it, and restore to take it back.
      bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    `);
  expect(person.lasting.genresOut).toEqual(["Thriller"]);
});

test("holds at its hours alone, where the person is, and is listed with them", () => {
  const script = (zone: string, first: string) => `
    you: my time zone is ${zone}
    bot: Noted: you are in ${zone}, where it is ${first} now.
    bot: Still on the table: Alien (1979).
  `;
  const atNight = play(script("Europe/London", "00:00"));
  const { person } = play(
    `
    you: no thrillers after ten
    bot: [Amelie (2001)]
    bot: From now on: not Thriller from 22:00 to 06:00. Say hidden to see it, and restore to take it back.
    bot: It is 00:00 with you (Europe/London).
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    you: hidden
    bot: Kept away from you, latest first
    bot: Always: not Thriller from 22:00 to 06:00.
    bot: Say restore to get one back, such as "restore Thriller".
    `,
    atNight,
  );
  const byDay = play("", atNight);
  expect(person.lasting.atTimes).toHaveLength(1);
  const offered = (refused: typeof person.lasting, timeZone: string) =>
    heldTo(NO_FILTERS, refused, { atMs: Date.UTC(2026, 0, 1), timeZone }).genresOut;
  expect(offered(person.lasting, "UTC")).toEqual(["Thriller"]);
  expect(offered({ ...person.lasting, timeZone: "Asia/Tokyo" }, "UTC")).toEqual([]);
  expect(offered(byDay.person.lasting, "UTC")).toEqual([]);
});

/** Friday, 2 January 2026, 23:00. */
const FRIDAY_NIGHT = Date.UTC(2026, 0, 2, 23);
const HOUR = 3_600_000;
const at = (atMs: number) => ({ atMs, timeZone: "UTC" });

test("holds on its days alone, of which the hours after midnight are of the evening before", () => {
  const { person } = play(`
    you: no thrillers on friday nights
    bot: [Aliens (1986)]
    bot: From now on: not Thriller on Fridays from 18:00 to 06:00. Say hidden to see it, and restore to take it back.
    bot: It is Thursday, 00:00 with you (UTC). If not, say where: my time zone is Berlin.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
  `);
  const ruledOut = (atMs: number) => heldTo(NO_FILTERS, person.lasting, at(atMs)).genresOut;
  expect(ruledOut(FRIDAY_NIGHT)).toEqual(["Thriller"]);
  expect(ruledOut(FRIDAY_NIGHT + 3 * HOUR)).toEqual(["Thriller"]); // Saturday, 02:00
  expect(ruledOut(FRIDAY_NIGHT - 22 * HOUR)).toEqual([]); // Friday, 01:00
  expect(ruledOut(FRIDAY_NIGHT + 24 * HOUR)).toEqual([]);
});

test("what alone is wanted is all that comes up then, unless something else is asked for, and is taken back in words", () => {
  const { person } = play(`
    you: only comedies or westerns on Thursdays
    bot: [Amelie (2001)]
    bot: From now on: only Comedy or Western on Thursdays. Say hidden to see it, and restore to take it back.
    bot: It is Thursday, 00:00 with you (UTC). If not, say where: my time zone is Berlin.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    you: hidden
    bot: Kept away from you, latest first
    bot: Always: only Comedy or Western on Thursdays.
    bot: Say restore to get one back, such as "restore Comedy".
    you: profile
    bot: How I understand you
    bot: You have told me nothing yet.
    you: a thriller
    bot: Thriller
    bot: [Aliens (1986)]
    bot: People of all tastes like it.
    you: comedies on Thursdays are fine again
    bot: It holds no longer: only Comedy or Western on Thursdays.
    you: hidden
    bot: Nothing is hidden from you.
  `);
  expect(person.lasting).toEqual(NO_LASTING_WISHES);
});

test("what is said last to be wanted alone takes the place of what was said before for the same times", () => {
  const { person } = play(`
    you: from now on only comedies
    bot: [Amelie (2001)]
    bot: From now on: only Comedy. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    you: from now on only thrillers
    bot: [Aliens (1986)]
    bot: From now on: only Thriller. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
  `);
  expect(person.lasting.atTimes).toMatchObject([{ only: [{ genresIn: ["Thriller"] }] }]);
});

test("of nothing that is kept away nothing is taken back", () => {
  play(`
    you: horror on Sundays is fine again
    bot: Nothing of "horror" is kept away from you. Say hidden to see what is.
    bot: Still on the table: Alien (1979).
  `);
});

test("the profile tells what holds for good", () => {
  const { person } = play(`
    you: no thrillers on Thursdays
    bot: [Amelie (2001)]
    bot: From now on: not Thriller on Thursdays. Say hidden to see it, and restore to take it back.
    bot: It is Thursday, 00:00 with you (UTC). If not, say where: my time zone is Berlin.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
  `);
  const event = { id: "e", atMs: FRIDAY_NIGHT, kind: "opened" } as const;
  const state = { person, dialogue: newDialogue };
  expect(profile({ world, event, state, effects: [] }).fields).toEqual([
    {
      name: "What you want for good",
      value: "Always: not Thriller on Thursdays.\nRestore takes it back.",
    },
  ]);
});

test("what was written when it could hold at hours alone is read as it was meant", () => {
  const hours = { from: 1320, to: 360 };
  const { atTimes: _, ...nothing } = NO_LASTING_WISHES;
  const written = { ...nothing, atHours: [{ hours, out: { ...NOTHING_OUT, genresOut: ["Horror"] } }] };
  const read = lastingWishesSchema.parse(written);
  expect(heldTo(NO_FILTERS, read, at(FRIDAY_NIGHT)).genresOut).toEqual(["Horror"]);
  expect(heldTo(NO_FILTERS, read, at(FRIDAY_NIGHT - 6 * HOUR)).genresOut).toEqual([]);
});

test("is undone like anything else that was said, until something else is said", () => {
  const { person } = play(`
    you: never thrillers
    bot: [Amelie (2001)]
    bot: From now on: not Thriller. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    you: undo
    bot: Undone. It holds no longer: not Thriller.
    bot: Still on the table: Amelie (2001).
    you: subtitles are fine
    bot: From now on: subtitles are fine. Say hidden to see it, and restore to take it back.
    bot: Still on the table: Amelie (2001).
    you: hidden
    bot: Kept away from you, latest first
    bot: Always: subtitles are fine.
    bot: Say restore to get one back, such as "restore subtitles".
    you: restore subtitles
    bot: It holds no longer: subtitles are fine.
    you: hidden
    bot: Nothing is hidden from you.
  `);
  expect(person.lasting).toEqual(NO_LASTING_WISHES);
});

test("undo goes back to what held before, one word after the other, and puts back what was taken back", () => {
  const { person } = play(`
    you: I hate subtitles
    bot: From now on: nothing with subtitles. Say hidden to see it, and restore to take it back.
    bot: Still on the table: Alien (1979).
    you: subtitles are fine
    bot: From now on: subtitles are fine. Say hidden to see it, and restore to take it back.
    bot: Still on the table: Alien (1979).
    you: restore subtitles
    bot: It holds no longer: subtitles are fine.
    you: undo
    bot: Undone. It holds again: subtitles are fine.
    bot: Still on the table: Alien (1979).
    you: undo
    bot: Undone. It holds no longer: subtitles are fine. It holds again: nothing with subtitles.
    bot: Still on the table: Alien (1979).
    you: undo
    bot: Undone. It holds no longer: nothing with subtitles.
    bot: Still on the table: Alien (1979).
    you: undo
    bot: There is nothing to undo.
  `);
  expect(person.lasting).toEqual(NO_LASTING_WISHES);
});

test("what holds already is told as it was said, and nothing besides", () => {
  play(`
    you: subtitles are fine
    bot: From now on: subtitles are fine. Say hidden to see it, and restore to take it back.
    bot: Still on the table: Alien (1979).
    you: never thrillers
    bot: [Amelie (2001)]
    bot: From now on: not Thriller. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
    you: never thrillers
    bot: [Notting Hill (1999)]
    bot: From now on: not Thriller. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
  `);
});

test("of lengths and subtitles it steps back before what is asked for", () => {
  const refused = { ...NO_LASTING_WISHES, minutesTo: 120, subtitles: "never" } as const;
  const when = { atMs: 0, timeZone: "UTC" };
  const plain = heldTo(NO_FILTERS, refused, when);
  expect(plain).toMatchObject({ minutesTo: 120, languages: [["English"]] });
  const french = [["French"]];
  expect(heldTo({ ...NO_FILTERS, minutesFrom: 150, languages: french }, refused, when)).toMatchObject({
    minutesTo: 0,
    languages: french,
  });
});

test("two genres under one name hide only what is both", () => {
  const { person } = play(`
    you: never show me romcoms again
    bot: [Aliens (1986)]
    bot: From now on: not romantic comedy. Say hidden to see it, and restore to take it back.
    bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
  `);
  expect(person.lasting).toBeDefined();
});
