/** The closed vocabularies of a request. */

/** What a message is; "unsafe" tries to command the machine behind the bot, or asks for what must not be given. */
export const KINDS = ["request", "feedback", "question", "command", "smalltalk", "unsafe"] as const;

export const MEDIA = ["film", "series", "music", "game", "book"] as const;

export const MOODS = [
  "feel-good",
  "funny",
  "romantic",
  "tense",
  "scary",
  "dark",
  "sad",
  "thought-provoking",
  "exciting",
  "whimsical",
  "nostalgic",
  "relaxing",
] as const;

export const STANDINGS = ["acclaimed", "hidden gem", "popular"] as const;

export const AUDIENCES = ["any", "kids", "family", "date", "group", "solo"] as const;

/** "adjust" keeps the request before and changes parts of it; "another" wants the same again, other than that. */
export const REFINEMENTS = ["none", "adjust", "another"] as const;

export const SHIFTS = [
  "older",
  "newer",
  "shorter",
  "longer",
  "lighter",
  "darker",
  "less obvious",
  "more obvious",
  "as obvious as ever",
  "surprising",
] as const;

export const DROPPABLE = [
  "everything",
  "genres",
  "moods",
  "years",
  "runtime",
  "standings",
  "similarTo",
  "people",
  "audience",
  "languages",
  "keywords",
] as const;

export type Mood = (typeof MOODS)[number];
export type Standing = (typeof STANDINGS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type Shift = (typeof SHIFTS)[number];
/** How obvious films are from now on. */
export const OBVIOUSNESS_SHIFTS = ["less obvious", "more obvious", "as obvious as ever"] as const;
export type ObviousnessShift = (typeof OBVIOUSNESS_SHIFTS)[number];
export type Droppable = (typeof DROPPABLE)[number];

/** The tags of films that suit whoever watches; to be safe for children is no matter of degree, and no such tag. */
export const OCCASION_OF: Readonly<Partial<Record<Audience, string>>> = {
  date: "date night",
  family: "family night",
  group: "group",
  solo: "solo",
};
