/** Texts that would have the machine do what it must not. */
import type { Words } from "../words.ts";
import { type Found, phraseSet } from "./phrases.ts";
import { overlaps, type Span } from "./spans.ts";
import type { Text, Token } from "./tokens.ts";

/** @param titles where the text names films; looked for only where something is suspected */
export type IsAttack = (text: Text, titles: () => readonly Span[]) => boolean;

/** Such things spoken to the machine are no film's. */
const TO_THE_MACHINE =
  /^(?:you|your|youre|ignor\p{L}*|disregard|forget|override|obey|reveal|instru\p{L}*|anweisungen)$/u;
/** What films are about follows these: "a spy film with a fake passport". */
const TELLS = /^(?:who|that|where|which|whose|with|like|when)$/;
const SOME = ["something", "anything", "one", "story"];
/** "I want to die laughing" */
const OF_ONESELF = /^(?:die|myself)$/;
/** "Food porn" */
const OF_PLENTY =
  /^(?:food|torture|gore|war|poverty|travel|disaster|ruin|nature|car|misery|trauma|competence|grief|house|costume|period|architecture|interior|design|fashion|dress|decor|scenery|landscape|nostalgia|science|tech|space|ocean|sea|train|plane|ship|gun|gear|military|book|library|kitchen|cooking|heist|plant|garden|wedding|hope|sadness|emotion|emotional|pain|violence|action|apocalypse|weather|autumn|winter|sound|ear|eye|map|detail|process)$/;
/** "Two people pretend to be a couple": told of somebody, who is named before it. */
const PRETENDS = /^(?:pretend|act|roleplay)$/;
const ORDERED = /^(?:please|now|and|then|to|just|can|will|must|should|would|could|i|you|u|want|need|so)$/;
const FIGURATIVE = /^(?:laugh|cry|cring|smil)ing$/;

export function createAttackReader({ talk, subjects, genres }: Words): IsAttack {
  const unsafe = phraseSet(talk.unsafe);
  const marks = talk.unsafeMarks.map((mark) => mark.toLowerCase());
  const telling = [phraseSet(subjects.plots), phraseSet(subjects.about)];
  const film = phraseSet([...talk.film, ...Object.values(genres).flatMap((named) => named ?? []), ...SOME]);

  /** Told of a film that is looked for, in the sentence before. */
  const isTold = (tokens: readonly Token[], at: number): boolean => {
    let tells = false;
    for (let k = at; k > 0; k--) {
      if (tokens[k]!.gap === "stop") return false;
      if (telling.some((phrases) => phrases.at(tokens, k - 1))) return true;
      if (tells && film.at(tokens, k - 1)) return true;
      tells ||= TELLS.test(tokens[k - 1]!.word);
    }
    return false;
  };

  const isMeant = (text: Text, { at, length }: Found<true>, titles: () => readonly Span[]): boolean => {
    const { tokens } = text;
    const said = tokens.slice(at, at + length);
    if (OF_ONESELF.test(said.at(-1)!.word) && FIGURATIVE.test(tokens[at + length]?.word ?? "")) return false;
    if (said.at(-1)!.word === "porn" && OF_PLENTY.test(tokens[at + length - 2]?.word ?? "")) return false;
    const before = tokens[at]!.gap === "space" ? tokens[at - 1]?.word : undefined;
    if (before !== undefined && PRETENDS.test(said[0]!.word) && !ORDERED.test(before)) return false;
    if (titles().some((title) => said.some((token) => overlaps(token, title)))) return false;
    return said.some(({ word }) => TO_THE_MACHINE.test(word)) || !isTold(tokens, at);
  };

  return (text, titles) => {
    if (marks.some((mark) => text.raw.includes(mark))) return true;
    return text.tokens.some((_, at) => {
      const found = unsafe.at(text.tokens, at);
      return found !== undefined && isMeant(text, found, titles);
    });
  };
}
