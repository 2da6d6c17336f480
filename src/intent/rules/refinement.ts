import type { MovieRequest } from "../request.ts";
import type { Droppable } from "../terms.ts";
import type { Words } from "../words.ts";
import { createPhrases, entriesOf, phraseSet } from "./phrases.ts";
import type { Token } from "./tokens.ts";

const ARTICLES = new Set("the a my any all that those these about of on whole".split(" "));

/** "Nothing too long" complains of nothing. */
const DENIES = new Set(
  "no not neither nor nothing isnt never arent dont without pas nicht non nao 안".split(" "),
);

/** "Actually with action": a message that goes on from the one before it. */
const GOES_ON = new Set("actually and but also plus".split(" "));
const ADDS = new Set("with without no not nothing from in set make only".split(" "));

/** "I don't want anything too heavy" complains of nothing either. */
const isOfAny = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.word === "too" &&
  /^(?:anything|something|films?|movies?|one)$/.test(tokens[at - 1]?.word ?? "");

/** "More sad than violent" compares two things that are named, and neither with the film on the table: "more fun than that". */
const MOST_TO_THAN = 4;
const ON_THE_TABLE = /^(?:this|that|it|these|those|the|last|my)$/;
function comparesTwo(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:more|less|rather)$/.test(tokens[at]!.word)) return false;
  const than = tokens.slice(at, at + MOST_TO_THAN + 1).findIndex(({ word }) => word === "than");
  const compared = than > 1 ? tokens[at + than + 1]?.word : undefined;
  return compared !== undefined && !ON_THE_TABLE.test(compared);
}

export interface RefinementReader {
  /** Parts of the request before that no longer hold, and the token offsets of the words that say so. */
  drops(tokens: readonly Token[]): {
    readonly drops: readonly Droppable[];
    readonly tokens: ReadonlySet<number>;
  };
  /** How a text stands to the request before it, going by its words alone. */
  of(tokens: readonly Token[]): MovieRequest["refinement"];
  anythingGoes(tokens: readonly Token[]): boolean;
}

export function createRefinementReader({ refinement }: Words): RefinementReader {
  const another = phraseSet(refinement.another);
  const adjust = phraseSet(refinement.adjust);
  const verbs = phraseSet(refinement.dropVerbs);
  const any = phraseSet(refinement.dropAny);
  const goes = phraseSet(refinement.anythingGoes);
  const parts = createPhrases(entriesOf(refinement.parts));
  const startsOver = new Set(["a", "an"]);

  return {
    drops(tokens) {
      const drops = new Set<Droppable>();
      const read = new Set<number>();
      for (let at = 0; at < tokens.length; at++) {
        const said = verbs.at(tokens, at) ?? any.at(tokens, at);
        if (!said) continue;
        let next = at + said.length;
        while (next < tokens.length && ARTICLES.has(tokens[next]!.word)) next++;
        const part = parts.at(tokens, next);
        if (!part) {
          if (
            verbs.at(tokens, at) &&
            /^(?:19|20)?\d0s?$/.test(tokens[next]?.word ?? "") &&
            next > at + said.length
          ) {
            drops.add("years");
            for (let i = at; i <= next; i++) read.add(i);
          }
          continue;
        }
        for (const value of part.values) drops.add(value as Droppable);
        for (let i = at; i < next + part.length; i++) read.add(i);
      }
      return { drops: [...drops], tokens: read };
    },

    of(tokens) {
      if (GOES_ON.has(tokens[0]?.word ?? "") && ADDS.has(tokens[1]?.word ?? "")) return "adjust";
      if (tokens.some(({ word }, at) => word === "enough" && DENIES.has(tokens[at - 2]?.word ?? "")))
        return "adjust";
      for (let at = 0; at < tokens.length; at++) {
        const adjusts = adjust.at(tokens, at);
        const instead = tokens[at]!.word === "instead" && tokens[at + 1]?.word === "of";
        const denied = DENIES.has(tokens[at - 1]?.word ?? "") || isOfAny(tokens, at);
        if (adjusts && !instead && !denied && !comparesTwo(tokens, at)) return "adjust";
      }
      for (let at = 0; at < tokens.length; at++) {
        const found = another.at(tokens, at);
        const afterwards = found && tokens[at + found.length]?.word;
        // "yet another", "another a": a word that only opens a phrase of its own.
        const denied = DENIES.has(tokens[at - 1]?.word ?? "");
        if (found && !denied && !(afterwards && startsOver.has(afterwards))) return "another";
      }
      return "none";
    },

    anythingGoes: (tokens) => {
      const said = goes.first(tokens);
      return said !== undefined && !isBounded(tokens[said.at + said.length]);
    },
  };
}

/** "Any film about bees": not any. */
const isBounded = (behind: Token | undefined): boolean =>
  behind?.gap === "space" && /^(?:about|on|where|with|like|set|that|which|of|in|from|by)$/.test(behind.word);
