/** What is said around it all. */
import type { SmallTalk } from "../../intent/reading/small-talk.ts";
import type { Card, Field } from "../card.ts";
import { count } from "./format.ts";
import { knownTo } from "./known-to.ts";

export function welcomeBack(answers: number): string {
  return `Welcome back. I remember ${count(answers, "answer")} of yours.`;
}

export const nothingToUndo = (): string => "There is nothing to undo.";

export const cutShort = (characters: number): string =>
  `That was long: I read the first ${characters.toLocaleString("en")} characters of it.`;

export function slowDown(seconds: number): Card {
  return {
    lines: [
      `That was a lot at once. Give me ${count(seconds, "second")}, then go on; your reactions are all noted.`,
    ],
    private: true,
  };
}

/** @param kept whether what the person just said or did is remembered all the same */
export function failed(kept: "no" | "unknown"): Card {
  const line =
    kept === "no"
      ? "Something went wrong on my side, and that was not kept. Please try it once more; if it happens again, tell whoever runs me."
      : "Something went wrong on my side, and I cannot tell whether that was kept. Say history to see what I remember.";
  return { lines: [line], private: true };
}

export const goodbye = (): Card => ({
  lines: ["Goodbye. I remember everything for next time."],
  closes: true,
});

const TRY = "Say what you are in the mood for, or next for a suggestion.";

export function smallTalk(sort: SmallTalk): string {
  switch (sort) {
    case "thanks":
      return "You are welcome.";
    case "greeting":
      return `Hello! ${TRY}`;
    case "farewell":
      return "See you. I remember everything for next time.";
    case "howAreYou":
      return `Fine, thank you, and full of movies. ${TRY}`;
    case "bored":
      return `A movie helps. ${TRY}`;
    case "scolding":
      return "Sorry. Say what you would rather see, or n, and I will learn from it.";
    case "low":
      return 'Sorry to hear that. Say "something feel-good", and I look for one.';
    case "unsure":
      return 'No hurry. Say next and I pick one for you, or a mood, such as "something light".';
    case "never":
      return "No harm done.";
    default:
      return TRY;
  }
}

/** @param script by its English name; "" for one without */
export const strangeScript = (script: string): string =>
  `I cannot read ${script ? `the ${script}` : "this"} script yet: write to me in English, or in plain Spanish, French, German, Portuguese, Italian, Japanese or Korean.`;

export const refusal = (): string => "That I will not do. I am here to find you a movie.";

export const despair = (): string =>
  "I am only a program that finds movies, but I am glad you said it. Please tell somebody near you now, or call your country's crisis line or emergency number: findahelpline.com lists them by country. I am here whenever you want a film.";

export const enjoy = (): string => "Enjoy it! Tell me afterwards how it was.";

export const notSeenYet = (): string =>
  "Then it is new to you. Say next for another one, or y or n of it later.";

/** Something was said of a movie, and not clearly of the one on the table. */
export const nothingNoted = (): string =>
  "I noted nothing, not being sure which movie that is about. Say y or n for the one on the table; or favourite, seen or never, and a title.";

export function whatIAm(usage?: readonly Field[], completeTo?: string): Card {
  const card = help(usage, completeTo);
  return { ...card, lines: ["I am a bot, and movies are all I know about.", ...card.lines] };
}

/**
 * @param usage how things are done on the platform at hand, told first
 * @param completeTo to what month films are known, if that is known: "2023-07"
 */
export function help(usage: readonly Field[] = [], completeTo?: string): Card {
  return {
    title: { text: "What I understand" },
    lines: completeTo === undefined ? [] : [knownTo(completeTo)],
    private: true,
    fields: [
      ...usage,
      { name: "seen, never", value: "I have seen it; never show it again. With a title: of that movie" },
      {
        name: "more like <title>",
        value: "suggestions near a movie; more like this: near the one on the table",
      },
      {
        name: "a comedy from the 90s",
        value: "what you are in the mood for, in your own words; it holds until you ask for something else",
      },
      {
        name: "but funnier, not so old",
        value: "goes on from what you asked for, and from the movie on the table",
      },
      { name: "drop the years", value: "takes a part of it away; anything goes: all of it" },
      { name: "next", value: "another one like that" },
      { name: "favourite <title>", value: "one more movie that you love" },
      { name: "undo", value: "takes the last answer back, and again the one before" },
      { name: "why", value: "what a suggestion rests on" },
      { name: "history, likes, hidden", value: "what was suggested, liked, and is kept away" },
      { name: "link", value: "the same taste in another chat or on the page" },
      { name: "restore <title>", value: "lets a movie come up again" },
      { name: "profile", value: "how I understand you" },
      {
        name: "private on, off",
        value: "answers for your eyes only by default; private here on: for everybody in a place",
      },
      { name: "opt out, opt in", value: "whether what others are suggested may learn from your answers" },
      { name: "export, forget me", value: "all I keep about you, as a file; or deleted for good" },
    ],
  };
}
