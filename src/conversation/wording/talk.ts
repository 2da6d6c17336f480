/** What is said around it all. */

import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Hours } from "../../intent/acts.ts";
import type { SmallTalk } from "../../intent/reading/small-talk.ts";
import type { Card, Field } from "../card.ts";
import { clock } from "../times.ts";
import { count, cut } from "./format.ts";
import { knownTo } from "./known-to.ts";
import { stillOnTheTable } from "./suggestions.ts";

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

/** Of each sort what is said in turn: nobody is told the same twice in a row. */
export const SMALL_TALK: Readonly<Record<SmallTalk, readonly string[]>> = {
  thanks: ["You are welcome.", "Any time.", "Glad if it helped."],
  greeting: [
    `Hello! ${TRY}`,
    "Hello again. What would you like to watch?",
    "Hi. A film, perhaps? Say next, or what it should be like.",
  ],
  farewell: ["See you. I remember everything for next time."],
  howAreYou: [
    `Fine, thank you, and full of movies. ${TRY}`,
    "Always ready for a film, thank you. What are you in the mood for?",
    "All well here. And you: something funny, or something to think about?",
  ],
  bored: [`A movie helps. ${TRY}`, "Then something gripping, perhaps? Say exciting, funny or next."],
  scolding: [
    "Sorry. Say what you would rather see, or n, and I will learn from it.",
    "Fair enough. A title that you love tells me most of what you like.",
    "I will try to do better. What should the next one be like?",
  ],
  low: [
    'Sorry to hear that. Say "something feel-good", and I look for one.',
    "That is hard. A gentle film, or one to cry with? Say which.",
  ],
  praise: [
    "Thank you! The next one shall be as good: say next, or what it should be like.",
    "Too kind. What shall it be now?",
  ],
  unsure: [
    'No hurry. Say next and I pick one for you, or a mood, such as "something light".',
    "Then let me ask: something funny, tense or sad? One word is enough.",
    "Name a film that you liked, and I look for one like it.",
  ],
  never: ["No harm done.", "Consider it forgotten. What shall it be instead?"],
  complaint: [
    "That sounds hard. Something light to take your mind off it? Say feel-good, or what you would rather see.",
    "I am sorry to hear it. A film may help for two hours: funny, or far away from it all?",
    "No wonder you want a break. Say funny, relaxing or exciting, and I pick one.",
  ],
  news: [
    "How nice! A film to go with it? Say what you are in the mood for.",
    "Good for you. Shall it be something cheerful? Say feel-good, or what you like.",
  ],
  life: [
    "I see. What would you like to watch? A mood or a title is enough.",
    "All right. And a film: something light, or something to think about?",
  ],
  other: [TRY, "Whenever you like: a mood, a title, or next.", "I am here. What shall it be?"],
};

/** @param script by its English name; "" for one without */
export const strangeScript = (script: string): string =>
  `I cannot read ${script ? `the ${script}` : "this"} script yet: write to me in English, or in plain Spanish, French, German, Portuguese, Italian, Japanese or Korean.`;

export const willNotDo = (): string => "That I will not do. I am here to find you a movie.";

export const despair = (): string =>
  "I am only a program that finds movies, but I am glad you said it. Please tell somebody near you now, or call your country's crisis line or emergency number: findahelpline.com lists them by country. I am here whenever you want a film.";

export const enjoy = (movie: Movie): Card => ({
  lines: ["Enjoy it! Tell me afterwards how it was.", stillOnTheTable(movie)],
  actions: [{ label: "Ask me tomorrow", says: "remind me" }],
});

export const enjoyAndAsked = (): string => "Enjoy it! Tomorrow I ask how it was.";

/** @param always whether they are asked of every film that they say they watch */
export const willAsk = (movie: Movie, always: boolean): string =>
  `I ask you about ${titleWithYear(movie)} tomorrow, once.${always ? "" : " Say reminders on to be asked whenever you tell me that you watch something."}`;

export const didYouSeeIt = (): string =>
  "Did you see it? Say how it was: 👍, 👎, or seen it, 4 stars, too long. Not yet is fine too, and reminders off ends these.";

export const remindersSet = (reminds: boolean): string =>
  reminds
    ? "From now on: whenever you tell me that you watch something, I ask a day later how it was, once, and not between 22:00 and 09:00. Say reminders off to end that, or quiet hours 23 to 8."
    : "I ask nothing of myself any more. Say reminders on to be asked again.";

export const quietSet = ({ from, to }: Hours): string =>
  `Noted: I ask nothing between ${clock(from)} and ${clock(to)}.`;

export const notSeenYet = (): string =>
  "Then it is new to you. Say next for another one, or y or n of it later.";

/** Something was said of a movie, and not clearly of the one on the table. */
export const nothingNoted = (table: Movie): readonly string[] => [
  `I noted nothing, not being sure that it was about ${titleWithYear(table)}. Say y, n or seen if it was; else name the movie.`,
  `Was that about ${titleWithYear(table)}? I noted nothing of it: y, n or seen tells me, or next for another one.`,
  "I am not sure which movie that is about. Its title and what you think of it will do.",
];

/** Words that nothing could be made of. */
export const notGot = (said: string): readonly string[] => [
  `I did not get "${cut(said, LONGEST_QUOTED)}". Say what you are in the mood for, such as "a comedy from the 90s", or a movie you like.`,
  `"${cut(said, LONGEST_QUOTED)}" is beyond me, sorry. A mood, a title, a name or a decade is what I go by; next is another one.`,
  `What "${cut(said, LONGEST_QUOTED)}" asks for I cannot tell. In other words, perhaps? Or say next.`,
];
const LONGEST_QUOTED = 60;

/** Of questions that are about no movie. */
export const NO_FILM_QUESTION: readonly string[] = [
  'Of that I know nothing: movies are all I know about. Say what you are in the mood for, such as "a comedy from the 90s".',
  "That I cannot answer. Ask me about a movie, or say what you would like to see.",
  "You have me there. Movies I can do: a mood, a title, a decade, a name.",
];

/** Of "the one before", where none was shown. */
export const noneBefore = (): string => "Nothing was shown before this one. Say next for another one.";

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
