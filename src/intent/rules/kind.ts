import type { MovieRequest } from "../request.ts";
import type { Words } from "../words.ts";
import { createPhrases, type Phrases, phraseSet } from "./phrases.ts";
import type { Text, Token } from "./tokens.ts";

type Talk = "smalltalk" | "feedback" | "command";

/** Words before what a message is really about. */
const OPENINGS = new Set(
  "so and but hey hi hello ok okay well um uh hmm oh wait lol haha no yes yeah thanks".split(" "),
);

/** A text of so few words that speaks of films asks for one: "video game movies". */
const SHORT = 6;

export interface Clues {
  /** Whether any filter was read out of the text, and how many of its words that took. */
  readonly filters: number;
  readonly wordsRead: number;
  readonly refines: boolean;
  readonly loved: boolean;
  /** Whether something is ruled out. */
  readonly rulesOut: boolean;
  /** Filters that stand on their own: genres, years, running times, titles to be like. */
  readonly firm: boolean;
}

export interface KindReader {
  /** Of texts that need no reading for filters: commands to the machine, and small talk as a whole. */
  atOnce(text: Text): MovieRequest["kind"] | undefined;
  of(text: Text, clues: Clues): MovieRequest["kind"];
  mediumOf(text: Text, taken: (token: Token) => boolean): MovieRequest["medium"];
}

/** Tells requests from talk. What is neither is small talk: nothing is invented for it. */
export function createKindReader({ talk, media, filler }: Words): KindReader {
  const whole: Phrases<Talk> = createPhrases(
    (["feedback", "command", "smalltalk"] as const).flatMap((kind) =>
      talk[kind].map((said) => [said, kind] as const),
    ),
  );
  const [unsafe, question, onTheTable, film, filmVerbs, wish] = [
    phraseSet(talk.unsafe),
    phraseSet(talk.question),
    phraseSet(talk.onTheTable),
    phraseSet(talk.film),
    phraseSet(talk.filmVerbs),
    phraseSet(talk.wish),
  ];
  const marks = talk.unsafeMarks.map((mark) => mark.toLowerCase());
  const otherMedia = createPhrases(
    Object.entries(media).flatMap(([medium, said]) =>
      (said ?? []).map((phrase) => [phrase, medium as MovieRequest["medium"]] as const),
    ),
  );
  const common = new Set(filler.words);

  /** The kinds of a message that is made of nothing but known sayings; undefined where any part is not one. */
  const sayings = ({ tokens }: Text): ReadonlySet<Talk> | undefined => {
    const kinds = new Set<Talk>();
    for (const clause of clausesOf(tokens)) {
      const kind = sayingOf(clause);
      if (!kind) return undefined;
      kinds.add(kind);
    }
    return kinds;
  };
  const sayingOf = (clause: readonly Token[]): Talk | undefined => {
    const words = clause.map(({ word }) =>
      word.replace(/(.)\1{2,}/g, "$1$1").replace(/^((ha)+h?|(he)+|lo+l)$/, "haha"),
    );
    for (let from = 0; from < words.length; from++) {
      const kinds = whole.get(words.slice(from)) ?? whole.get(clause.slice(from).map(({ word }) => word));
      if (kinds) return kinds.find((kind) => kind !== "smalltalk") ?? kinds[0];
      if (!OPENINGS.has(words[from]!) && words[from] !== "haha") break;
    }
    // Sayings one after the other without a comma: "ok thanks", "😂😂".
    for (let at = 0, kind: Talk | undefined; at < clause.length; ) {
      const found = whole.at(clause, at);
      if (!found) return undefined;
      kind = kind && kind !== "smalltalk" ? kind : found.values[0];
      at += found.length;
      if (at === clause.length) return kind;
    }
    return undefined;
  };

  const opensAsQuestion = (tokens: readonly Token[]): boolean => {
    let at = 0;
    while (at < tokens.length && OPENINGS.has(tokens[at]!.word)) at++;
    return [at, 0].some((from) => question.at(tokens, from) !== undefined);
  };

  return {
    atOnce(text) {
      if (unsafe.first(text.tokens) || marks.some((mark) => text.plain.includes(mark))) return "unsafe";
      if (text.tokens.length === 0) return "smalltalk";
      const said = sayings(text);
      if (!said) return undefined;
      return said.has("feedback") ? "feedback" : said.has("command") ? "command" : "smalltalk";
    },

    of({ tokens, plain }, clues) {
      const wishes = wish.first(tokens) !== undefined;
      const speaksOfFilms = film.first(tokens) !== undefined || filmVerbs.first(tokens) !== undefined;
      const aboutTheTable = onTheTable.first(tokens) !== undefined;
      if (opensAsQuestion(tokens) && !(clues.filters > 0 && speaksOfFilms && !aboutTheTable))
        return "question";
      if (clues.refines) return "request";
      if (clues.filters === 0) {
        if (clues.loved) return "feedback";
        if (
          /^(?:i|we|that|it|this|the (?:movie|film|ending|acting))\b/.test(plain.trim()) &&
          aboutTable(plain)
        )
          return "feedback";
        if (wishes) return "request";
        const names = film.first(tokens) !== undefined && tokens.length <= SHORT;
        if (names && !/^(?:i|my|he|she|they|you|we|that|it|this|the)\b/.test(plain.trim())) return "request";
        return /\?\s*$/.test(plain) ? "question" : "smalltalk";
      }
      if (wishes || speaksOfFilms) {
        return /^(?:that|it|this) (?:was|is|made|sucked|had)\b/.test(plain.trim()) ? "feedback" : "request";
      }
      if (
        /^(?:it|that|this) (?:should|must|can|needs|has to|doesn'?t have to|does not have to)\b/.test(
          plain.trim(),
        )
      )
        return "request";
      if (clues.rulesOut && !/^(?:that|it|this)\b/.test(plain.trim())) return "request";
      const feelsSo =
        /^(?:i'?m|i am|i feel|i was|feeling|my|he|she|they|you|your|that|it|this|the|there|we)\b/.test(
          plain.trim(),
        );
      const weighty = tokens.filter(({ word }) => !common.has(word)).length;
      if (clues.firm && !/^(?:that|it|this|he|she|they|my|the|i was|there)\b/.test(plain.trim()))
        return "request";
      if (feelsSo)
        return /^(?:that|it|this)\b/.test(plain.trim()) ? "feedback" : clues.firm ? "request" : "smalltalk";
      if (clues.wordsRead * 2 >= weighty) return "request";
      return /\?\s*$/.test(plain) ? "question" : "smalltalk";
    },

    mediumOf({ tokens }, taken) {
      const free = tokens.filter((token) => !taken(token));
      if (film.first(free)) return "film";
      for (let at = 0; at < free.length; at++) {
        const found = otherMedia.at(free, at);
        const before = free[at - 1]?.word ?? "";
        if (
          found &&
          !/^(?:about|on|based|from|with)$/.test(before) &&
          !(before === "a" && /^(?:based on|about)$/.test(`${free[at - 3]?.word} ${free[at - 2]?.word}`))
        )
          return found.values[0]!;
      }
      return "film";
    },
  };

  function aboutTable(plain: string): boolean {
    return (
      /\b(?:it|that|this|movie|film|ending|one|acting|plot)\b/.test(plain) &&
      /\b(?:seen|saw|watched|loved|hated|liked|love|hate|like|enjoyed|was|were|is|bored|boring|good|bad|great|terrible|slept|asleep|sucked|ruined|finished)\b/.test(
        plain,
      ) &&
      !/\b(?:want|need|looking|recommend|suggest)\b/.test(plain)
    );
  }
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) {
    if (token.gap !== "space" || clauses.length === 0) clauses.push([]);
    clauses.at(-1)!.push(token);
  }
  return clauses;
}
