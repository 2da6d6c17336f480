/** What a person can ask for, whatever the words or the platform's own command. */
export type Command =
  /** Of the movie on the table. */
  | { readonly kind: "answer"; readonly verdict: Judgement; readonly rating?: Rating }
  | {
      readonly kind: "mark";
      readonly verdict: "favourite" | "like" | "dislike" | "seen" | "never";
      readonly title: string;
      readonly rating?: Rating;
    }
  | { readonly kind: "moreLike"; readonly title: string }
  | { readonly kind: "restore"; readonly title: string }
  | { readonly kind: "unfavourite"; readonly title: string }
  /** Puts a movie of a list on the table, by id, from a button. */
  | { readonly kind: "show"; readonly title: string }
  /** Part of what is asked for is asked for no longer: "drop 1990-1999", "drop the years". */
  | { readonly kind: "drop"; readonly part: string }
  /** Keeps movies for later, by title or id; "save" the one on the table. */
  | { readonly kind: "saveNamed"; readonly titles: readonly string[] }
  /** Takes a movie off the list of what to watch later; without a title, the one on the table. */
  | { readonly kind: "takeOff"; readonly title?: string }
  /** Whether a movie is on that list. */
  | { readonly kind: "isListed"; readonly title: string }
  /** Movies by title or id, in one command. */
  | { readonly kind: "nameFavourites"; readonly titles: readonly string[] }
  /** Movies by id, from a button. */
  | { readonly kind: "addFavourites"; readonly movies: readonly string[] }
  /** Whether answers are for the person's eyes only by default: for them anywhere, or for everybody in this place. */
  | { readonly kind: "setPrivate"; readonly private: boolean; readonly whose: "mine" | "place" }
  /** Whether their answers may be learned from for others. */
  | { readonly kind: "setTeaching"; readonly teaches: boolean }
  /** Deletes everything about the person; unless that was confirmed already, it is asked first. */
  | { readonly kind: "forgetMe"; readonly confirmed?: boolean }
  /** Makes them one person with whoever was shown the code; without one, shows them a code. */
  | { readonly kind: "link"; readonly code?: string }
  | { readonly kind: "export"; readonly format?: ExportFormat }
  | { readonly kind: Simple };

/** Everything, as JSON, which is what is meant where nothing is said; or what was watched and rated, as these services read it. */
export const EXPORT_FORMATS = ["json", "letterboxd", "imdb"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How a verdict was said. */
export interface Rating {
  /** From 0.5 to 5, in halves. */
  readonly stars: number;
  /** What was said, where it was in points of another scale: "8/10". */
  readonly points?: string;
}
export type Judgement = "like" | "dislike" | "skip" | "seen" | "never";

const SIMPLE = [
  "next",
  "save",
  "list",
  "moreLikeThis",
  "anythingGoes",
  "noFavourites",
  "info",
  "why",
  "undo",
  "favourites",
  "done",
  "history",
  "likes",
  "hidden",
  "profile",
  "import",
  "unlink",
  "yes",
  "no",
  "none",
  "help",
  "quit",
] as const;
type Simple = (typeof SIMPLE)[number];

const answer = (verdict: Judgement): Command => ({ kind: "answer", verdict });

/** Whole messages that are commands, after `plain`. */
const PHRASES = new Map<string, Command>([
  ...phrases(answer("like"), "y", "like", "i like it", "liked it", "love it", "👍", "+1"),
  ...phrases(answer("dislike"), "n", "dislike", "i dislike it", "don't like it", "nope", "👎", "-1"),
  ...phrases(answer("skip"), "s", "skip", "pass", "not now", "⏭", "⏭️"),
  ...phrases(
    answer("seen"),
    "seen",
    "seen it",
    "seen it already",
    "already seen it",
    "i've seen it",
    "watched it",
  ),
  ...phrases(answer("never"), "never", "never again", "never show this", "not ever"),
  ...phrases({ kind: "info" }, "i", "info", "details", "more", "tell me more", "ℹ", "ℹ️"),
  ...phrases(
    { kind: "why" },
    "why",
    "why this",
    "why that",
    "why this one",
    "but why",
    "ok why",
    "lol why",
    "why tho",
    "why though",
    "how come",
  ),
  ...phrases(
    { kind: "next" },
    ...[
      "next",
      "next one",
      "next please",
      ...["siguiente", "suivant", "weiter", "próximo", "prossimo", "次", "다음", "다음 거"],
      "recommend",
      "suggest",
      "another",
      "another one",
      "something else",
      ...[
        "hit me",
        "now hit me",
        "hit me again",
        "go on",
        "go ahead",
        "go on then",
        "shoot",
        "lay it on me",
        "your turn",
        "bring it on",
      ],
      ...[
        "what else",
        "what next",
        "what now",
        "keep going",
        "what's next",
        "whats next",
        "so what's next",
        "next then",
        "pick one",
        "just pick one",
        "you pick",
        "you choose",
        "you decide",
        "your choice",
        "up to you",
        "dealer's choice",
        ...[
          "whatever you think",
          "whatever you like",
          "whatever you want",
          "whatever you say",
          "anything you like",
        ],
        ...[
          "i trust you",
          "you tell me",
          "your call",
          "your pick",
          "no preference",
          "i'm easy",
          "not fussed",
        ],
        ...["i don't care", "don't care", "i don't mind", "don't mind", "i'm not picky", "not picky"],
        "choose for me",
        "pick for me",
        "eh go on then",
        "try again",
        "one more",
        "and one more",
        "otra",
        "otro",
        "un altro",
        "un autre",
      ],
    ],
  ),
  ...phrases(
    { kind: "moreLikeThis" },
    ...["more like this", "more like that", "more like it", "more like this one", "more like that one"],
    ...["something similar", "similar", "something like this", "something like that", "like this one"],
  ),
  ...phrases(
    { kind: "anythingGoes" },
    ...["anything goes", "anything", "start over", "reset", "clear filters"],
  ),
  ...phrases({ kind: "noFavourites" }, "no favourites"),
  ...phrases({ kind: "undo" }, "u", "undo", "undo that", "oops", "take that back", "take it back"),
  ...phrases({ kind: "favourites" }, "favourites", "favorites", "my favourites", "my favorites"),
  ...phrases({ kind: "done" }, "done", "that's all", "that's it", "enough", "start"),
  ...phrases({ kind: "history" }, "history", "my history", "show history", "show my history"),
  ...phrases({ kind: "likes" }, "likes", "liked", "my likes", "show my likes"),
  ...phrases({ kind: "hidden" }, "hidden", "show hidden"),
  ...phrases({ kind: "profile" }, "profile", "my profile", "my taste", "show my profile"),
  ...phrases({ kind: "export" }, "export", "export my data", "my data", "export json"),
  ...phrases(
    { kind: "export", format: "letterboxd" },
    ...["export letterboxd", "export to letterboxd", "export for letterboxd"],
  ),
  ...phrases({ kind: "export", format: "imdb" }, "export imdb", "export to imdb", "export for imdb"),
  ...phrases(
    { kind: "import" },
    ...["import", "import my ratings", "import my history", "import my data", "import a file"],
    ...["import letterboxd", "import from letterboxd", "import imdb", "import from imdb", "import trakt"],
    ...["import my letterboxd", "import my imdb ratings", "import from trakt", "import from simkl"],
  ),
  ...phrases({ kind: "link" }, "link", "link me", "link code", "link my accounts"),
  ...phrases({ kind: "unlink" }, "unlink", "unlink me", "undo link"),
  ...phrases({ kind: "forgetMe" }, "forget me", "forgetme", "forget-me", "delete my data"),
  ...phrases({ kind: "forgetMe" }, "forget everything", "delete everything", "delete me", "erase my data"),
  ...phrases(
    { kind: "forgetMe" },
    "forget everything about me",
    "delete everything about me",
    "wipe my data",
  ),
  ...phrases({ kind: "setPrivate", private: true, whose: "mine" }, "private on", "privacy on"),
  ...phrases({ kind: "setPrivate", private: false, whose: "mine" }, "private off", "privacy off"),
  ...phrases({ kind: "setPrivate", private: true, whose: "place" }, "private here on", "privacy here on"),
  ...phrases({ kind: "setPrivate", private: false, whose: "place" }, "private here off", "privacy here off"),
  ...phrases(
    { kind: "setTeaching", teaches: false },
    ...["opt out", "opt me out", "teach off", "don't train on me", "do not train on me"],
    ...["don't train on my answers", "don't train on my data", "don't learn from me for others"],
    ...[
      "don't use my answers for others",
      "don't use my answers for training",
      "don't use my data for training",
    ],
  ),
  ...phrases(
    { kind: "setTeaching", teaches: true },
    "opt in",
    "opt me in",
    "teach on",
    "you may learn from me",
  ),
  ...phrases({ kind: "yes" }, "yes"),
  ...phrases({ kind: "no" }, "no"),
  ...phrases({ kind: "none" }, "none", "none of these", "neither", "0"),
  ...phrases({ kind: "help" }, "help", "help me", "h", "?", "commands", "menu"),
  ...phrases({ kind: "quit" }, "q", "quit", "exit", "stop", "bye", "goodbye"),
]);

/** Commands that take a title: a first word or two, then the title. */
const WITH_TITLE: readonly (readonly [RegExp, (title: string) => Command])[] = [
  [
    /^more like ((?:(?! but | from the | with (?:more|less) ).)+)$/i,
    (title) => ({ kind: "moreLike", title }),
  ],
  [/^restore (.+)$/i, (title) => ({ kind: "restore", title })],
  [/^unfavou?rite (.+)$/i, (title) => ({ kind: "unfavourite", title })],
  [/^favou?rite (.+)$/i, (title) => ({ kind: "mark", verdict: "favourite", title })],
  [
    /^(?:remove|delete|take|drop) (.+) (?:from|off|out of) (?:my |the )?favou?rites(?: list)?$/i,
    (title) => ({ kind: "unfavourite", title }),
  ],
  [/^show ((?:tt|movielens-|matinee-)\d+)$/, (title) => ({ kind: "show", title })],
  [/^save ((?:tt|movielens-|matinee-)\d+)$/, (title) => ({ kind: "saveNamed", titles: [title] })],
  [/^unsave ((?:tt|movielens-|matinee-)\d+)$/, (title) => ({ kind: "takeOff", title })],
  [/^like (tt\d+)$/, (title) => ({ kind: "mark", verdict: "like", title })],
  [/^dislike (tt\d+)$/, (title) => ({ kind: "mark", verdict: "dislike", title })],
  [/^add (.+) to (?:my )?favou?rites$/i, (title) => ({ kind: "mark", verdict: "favourite", title })],
  [
    /^(?:seen|i've seen|watched) (?!(?:it|this|that|these|those|them|him|her|my|your|any|some|many|all|every|each|most|both|half|part|enough|more|none|once|twice|too|so|lots|before|already|(?:any|some|every|no)thing)\b)([^?]+)$/i,
    (title) => ({ kind: "mark", verdict: "seen", title }),
  ],
  [
    /^never (?:show )?(?!(?:show|me|us|suggest|recommend|give|mind|heard|seen?|saw|watch(?:ed)?|been|ever|again|liked?|loved?|enjoyed|cared|had|tried|thought|knew|did|will|would)\b)([^?]+)$/i,
    (title) => ({ kind: "mark", verdict: "never", title }),
  ],
  [/^add favourites (\S+(?: \S+)*)$/i, (ids) => ({ kind: "addFavourites", movies: ids.split(" ") })],
  // Not "drop me a line", and not more than the one thing: "drop the years and make it a musical" is a request.
  [/^drop (?:the )?((?:near|not) .+)$/i, (part) => ({ kind: "drop", part })],
  [
    /^drop (?!(?:me|us|an?|some|in|by)\b)(?:the )?((?:(?!,| and | but ).){1,60})$/i,
    (part) => ({ kind: "drop", part }),
  ],
];

/** Consonants: no code is a word, so that no word is taken for one. Shown and said in groups or not. */
export const CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
export const CODE_LENGTH = 6;
const LINK = new RegExp(`^link ((?:[${CODE_LETTERS}][ -]?){${CODE_LENGTH}})$`, "i");

/** The command that a message is, or undefined where it is something else: a title, or talk. */
export function readCommand(text: string): Command | undefined {
  const said = text.trim().replace(/^\//, "").replaceAll("’", "'").replace(/\s+/g, " ");
  const phrase = PHRASES.get(plain(said)) ?? PHRASES.get(said.toLowerCase());
  if (phrase) return phrase;
  const code = LINK.exec(plain(said))?.[1];
  if (code) return { kind: "link", code: code.replace(/[ -]/g, "").toUpperCase() };
  for (const [pattern, command] of WITH_TITLE) {
    const title = pattern.exec(said)?.[1];
    if (title) return command(title);
  }
  return undefined;
}

/** "Seen it!" and "seen it" are the same thing said. */
function plain(said: string): string {
  return said.toLowerCase().replace(/(?<=[^.!?,\s]|^\S)[.!?,\s]+$/, "");
}

function phrases(command: Command, ...said: string[]): [string, Command][] {
  return said.map((phrase) => [phrase, command]);
}
