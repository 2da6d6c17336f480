/** Who is named in a post and watches with whoever asks, beside all who are only told of: "my dad loves westerns", but "my dad is a baker". Pure. */
import { isPost } from "../post.ts";
import type { Words } from "../words.ts";
import { wordSet } from "./phrases.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Text, Token } from "./tokens.ts";

/** Words before somebody in which it is said whom a film is for. */
const FARTHEST_BEFORE = 3;
/** "For my dad", "with the kids", "to show my niece", "having friends over" */
const FOR_THEM =
  /^(?:for|with|show|showing|introduce|introducing|entertain|having|hosting|babysitting|invited)$/;
/** What was done with somebody is past: "I've seen them all with my nephews"; and no film is for those it votes for. */
const PAST_OR_ELSEWHERE =
  /^(?:seen|saw|watched|went|met|moved|moving|trip|flew|fight|fought|lived|grew|worked|work|works|thanks|sorry|waiting|while|when|until|before|after)$/;
/** What somebody who watches thinks of films, or is. */
const JUDGES =
  /^(?:wants?|loves?|likes?|needs?|hates?|dislikes?|enjoys?|prefers?|adores?|asks?|asked|begs|cant|cannot|wont|doesnt|dont|isnt|gets?|scares?|is|are|obsessed|into|who|that|refuses?|falls|sleeps|picks?|chooses?|laughs?|cries|cried|watch|watches|finds?|thinks?)$/;
/** "My sister is a nurse", "my kids are at school": told of them, and not of what they watch. */
const IS = /^(?:is|are)$/;
const IS_OF_TASTE =
  /^(?:into|obsessed|scared|afraid|sensitive|squeamish|picky|fussy|easily|bored|tired|terrified|crazy|mad|sick|visiting|coming|here|over|staying|joining|a|an|the|big|huge|not|very|really|so|super|also|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const FAN = /^(?:fans?|buffs?|nuts?|lovers?|fanatics?|geeks?|nerds?|wimps?|chickens?|scaredy|snobs?|person)$/;
/** Words behind "is" in which it is said what somebody is. */
const FARTHEST_BEHIND = 5;
const ADVERB =
  /^(?:also|really|only|just|always|never|absolutely|usually|still|both|all|totally|secretly|actually|too|and|but|she|he|they)$/;
const ONESELF = /^(?:i|me|myself|ourselves|us)$/;

/** "So family safe", "kids welcome": what it has to be. */
const FIT_FOR = /^(?:safe|friendly|proof|viewing|appropriate|suitable|welcome|approved)$/;

/** Takes who is only told of in a post for nobody who watches. @param polarities of the things, changed in place */
export function createWatcherReader({ asides }: Pick<Words, "asides">) {
  const occasion = wordSet(asides.occasion);
  return (
    { said }: Text,
    tokens: readonly Token[],
    things: readonly Read[],
    polarities: Polarity[],
  ): void => {
    if (!isPost(said)) return;
    for (const [i, { at, length, sort, isTheme }] of things.entries()) {
      if (sort !== "audience" || !isTheme) continue;
      const isOccasion = tokens.slice(at, at + length).some(({ word }) => occasion.has(word));
      if (!isOccasion && !isWatching(tokens, at, length)) polarities[i] = "indifferent";
    }
  };
}

/** Whether who is named between two tokens is somebody for whom a film is looked for. */
function isWatching(tokens: readonly Token[], at: number, length: number): boolean {
  const clause = clauseAround(tokens, at);
  const before = tokens
    .slice(Math.max(clause.from, at - FARTHEST_BEFORE), at + length)
    .map(({ word }) => word);
  const earlier = tokens.slice(clause.from, at).map(({ word }) => word);
  if (earlier.some((word) => PAST_OR_ELSEWHERE.test(word))) return false;
  if (before.some((word) => FOR_THEM.test(word))) return earlier.at(-2) !== "votes";
  let next = at + length;
  if (FIT_FOR.test(tokens[next]?.word ?? "")) return true;
  // "my wife and I", "me and my wife"
  if (/^(?:and|n)$/.test(tokens[next]?.word ?? "") && ONESELF.test(tokens[next + 1]?.word ?? "")) return true;
  if (/^(?:and|n)$/.test(earlier.at(-1) ?? "") && ONESELF.test(earlier.at(-2) ?? "")) return true;
  while (next < clause.to && ADVERB.test(tokens[next]!.word)) next++;
  if (next >= clause.to || !JUDGES.test(tokens[next]!.word)) return false;
  if (!IS.test(tokens[next]!.word)) return true;
  const behind = tokens.slice(next + 1, next + 1 + FARTHEST_BEHIND).map(({ word }) => word);
  return /^(?:an?|the|big|huge)$/.test(behind[0] ?? "")
    ? behind.some((word) => FAN.test(word))
    : IS_OF_TASTE.test(behind[0] ?? "");
}

/** As far as commas and stops go. */
function clauseAround(tokens: readonly Token[], at: number): { readonly from: number; readonly to: number } {
  let from = at;
  while (from > 0 && tokens[from]!.gap === "space") from--;
  let to = at + 1;
  while (to < tokens.length && tokens[to]!.gap === "space") to++;
  return { from, to };
}
