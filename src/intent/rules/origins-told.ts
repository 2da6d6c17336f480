/** Where people are from, or live, which says nothing of films: "she's Brazilian", "my Italian grandma", "we met in Mexico". Pure. */
import { emptyRequest } from "../request.ts";
import type { Words } from "../words.ts";
import { wordSet } from "./phrases.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

/** "She is half Irish", "they're all from Poland" */
const BETWEEN =
  /^(?:half|part|partly|quarter|originally|also|a|an|from|all|both|very|of|descent|born|says|said|actually|proudly|the)$/;
const CONTRACTED = /^(?:im|hes|shes|theyre|were|whos|ive|weve)$/;
const BEING = /^(?:is|are|am|was|were|comes?|came)$/;
const PERSON = /^(?:i|he|she|they|we|who|you)$/;
const POSSESSIVE = /^(?:my|our|his|her|their|the)$/;
const OWN = /^(?:my|our|his|her|their)$/;
/** Words of a subject that is somebody's: "my wife's new boss". */
const LONGEST_SUBJECT = 4;
const MOST_BETWEEN = 3;
/** Who may be met in a text, besides family and friends. */
const SOMEBODY =
  /^(?:neighbou?rs?|students?|guests?|boss|teachers?|roots|heritage|family|relatives|in-?laws|exchange|pupils?|class|nanny|landlord|landlady|flatmates?|penpals?|ex|husbands?|coworkers?|au|born|side|half|passport|accent)$/;
/** What is done in a place and says nothing of films. */
const LIVES =
  /^(?:met|live|lives|lived|grew|moved|born|stationed|based|work|works|worked|study|studied|studying|teach|married|raised|living|working|came)$/;
/** "He always picks Korean" */
const PICKS = /^(?:picks?|chooses?|suggests?|picking|choosing)$/;
const ALWAYS = /^(?:always|keeps?|only|constantly|forever|usually)$/;

/** It asks for a country or a language, and for no kind of film. */
export const isOrigin = (thing: Read): boolean => {
  const asked = emptyRequest();
  thing.apply(asked, "in");
  const { languages, countries, languagesOut, countriesOut, ...others } = asked;
  const none = emptyRequest();
  return (
    languages.length + countries.length > 0 &&
    others.genresIn.length === none.genresIn.length &&
    others.moodsIn.length === 0
  );
};

/** @returns the polarities, without wishes for where somebody is from */
export function createOriginsTold({
  asides,
}: Words): (
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: readonly Polarity[],
) => Polarity[] {
  const company = wordSet(asides.company);

  /** "My flatmate", "my wife's mother", before a verb. */
  const endsSomebody = (tokens: readonly Token[], verb: number): boolean => {
    if (PERSON.test(tokens[verb - 1]?.word ?? "")) return true;
    for (let at = verb - 1; at >= Math.max(0, verb - LONGEST_SUBJECT); at--) {
      if (POSSESSIVE.test(tokens[at]!.word)) return isSomebody(tokens[verb - 1]!);
      if (tokens[at]!.gap !== "space") return false;
    }
    return false;
  };
  const isSomebody = ({ word }: Token): boolean =>
    company.has(word) || company.has(word.replace(/s$/, "")) || SOMEBODY.test(word);

  const isOfSomebody = (tokens: readonly Token[], thing: Read): boolean => {
    let at = thing.at - 1;
    const farthest = Math.max(0, at - LONGEST_SUBJECT);
    while (at >= farthest && BETWEEN.test(tokens[at]!.word) && tokens[at + 1]!.gap === "space") at--;
    const before = tokens[at];
    if (before && tokens[at + 1]!.gap === "space") {
      if (CONTRACTED.test(before.word)) return true;
      if (BEING.test(before.word) && endsSomebody(tokens, at)) return true;
    }
    const end = thing.at + thing.length;
    const isOwned = OWN.test(tokens[thing.at - 1]?.word ?? "") && tokens[thing.at]!.gap === "space";
    const behind = tokens.slice(end, end + MOST_BETWEEN);
    return isOwned && behind.some((token) => token.gap === "space" && isSomebody(token));
  };

  /** "We met in Mexico", "I grew up in Poland" */
  const isLivedIn = (tokens: readonly Token[], thing: Read): boolean => {
    if (thing.sort === "years") return false;
    const before = tokens.slice(Math.max(0, thing.at - MOST_BETWEEN - 1), thing.at);
    return /^(?:in|to|from)$/.test(before.at(-1)?.word ?? "") && before.some(({ word }) => LIVES.test(word));
  };

  const isAlwaysPicked = (tokens: readonly Token[], { at }: Read): boolean =>
    PICKS.test(tokens[at - 1]?.word ?? "") && ALWAYS.test(tokens[at - 2]?.word ?? "");

  return (tokens, things, polarities) =>
    polarities.map((polarity, i) => {
      const thing = things[i]!;
      const isTold =
        polarity === "in" &&
        (isLivedIn(tokens, thing) ||
          (isOrigin(thing) && (isOfSomebody(tokens, thing) || isAlwaysPicked(tokens, thing))));
      return isTold ? "indifferent" : polarity;
    });
}
