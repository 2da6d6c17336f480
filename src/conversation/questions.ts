/** Questions: about the movie on the table, answered from what is known of it, and about this bot. */
import type { Movie } from "../catalog/movie.ts";
import { GENRES } from "../intent/terms.ts";
import { explainCurrent } from "./answers.ts";
import { history } from "./lists.ts";
import { findTitle, isPronoun, isTitle, offer } from "./titles.ts";
import { reply, say, type Turn, tableMovie } from "./turn.ts";
import * as wording from "./wording.ts";

export type Topic =
  | "plot"
  | "director"
  | "cast"
  | "people"
  | "oscars"
  | "country"
  | "runtime"
  | "where"
  | "language"
  | "ending"
  | "year"
  | "rating"
  | "genres";

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ["ending", /\bend(?:s|ing)?\b|what happens/i],
  [
    "runtime",
    /\blong\b|\blength\b|\bruntime\b|running time|\bminutes\b|how short|cuánto dura|wie lang|quanto tempo|何分/i,
  ],
  [
    "where",
    /\bwhere\b.{0,80}\b(?:watch|stream|find|see|rent|buy)|netflix|prime|disney|hulu|\bstream|trailer/i,
  ],
  [
    "oscars",
    /\boscars?\b|academy awards?|\bawards?\b|\bprizes?\b|nominat|\b(?:win|won) (?:any|some|an?y?thing)/i,
  ],
  ["country", /\b(?:which|what) countr|\bwhere\b.{0,40}\b(?:from|made|shot)\b|\bfrom where\b/i],
  ["director", /direct|\bwho made\b|film-?maker|de quién es|\bregie|\bregisseur|réalis|監督/i],
  [
    "cast",
    /\b(?:star|act)(?:s|ors?|ress|resses|ring|red|ing)?\b|\bcast\b|\bwho(?:'?s| is| are|'?re)? (?:in|play)|qui joue|wer spielt|quem atua/i,
  ],
  [
    "people",
    /\bwho(?:'?s| is| was| are)?\b|direct|\bstar(?:s|ring|red)?\b|\bactors?\b|\bactress|\bcast\b|wrote|qui joue/i,
  ],
  ["cast", /quién (?:actúa|sale)|誰/i],
  [
    "language",
    /language|subtitle|dubbed|\bin (?:english|french|spanish|german|italian|japanese|korean|chinese|mandarin|cantonese|hindi|russian|portuguese|swedish|danish|norwegian|polish|persian|arabic|turkish|hebrew)\b/i,
  ],
  ["year", /\bhow old\b|what year|which year|\bwhen (?:was|did|is)\b|come out|released?/i],
  ["rating", /\brat(?:ed|ing|ings)\b|\bany good\b|\bgood\b|reviews?|popular|worth/i],
  [
    "genres",
    new RegExp(`\\bgenres?\\b|what kind of (?:movie|film)|what sort of|\\b(?:${GENRES.join("|")})\\b`, "i"),
  ],
  ["plot", /\babout\b|plot|story|synopsis|summary|de qu[eé] trata|de quoi|worum|sobre o que|どんな/i],
];

const ABOUT_THE_BOT =
  /\b(?:who|what) (?:are|r) you\b|what can (?:you|i)|how (?:do|does|can) (?:you|this|i|it)\b.*|who made you|are you (?:a |an )?(?:bot|robot|human|real|ai)|do you (?:remember|speak|like)|can you/i;

const ABOUT_THE_TABLE =
  /\b(?:it|its|it's|that|this|they|he|she|the (?:movie|film|ending|plot|actor|director))\b/i;

const ABOUT_THE_PAST = /what (?:did|have) you (?:suggest|recommend|show)/i;

/** "Tell me about Heat", "what is Heat about?", "is Heat any good?" */
const ABOUT_A_TITLE = [
  /^(?:tell me(?: more)?|what do you know) about (.+)$/i,
  /^what(?:'s| is| was) (.+) about$/i,
  /^who(?:'s| is| was| stars| directed| made)(?: in)? (.+)$/i,
  /^(?:is|was) (.+?)(?: any)? (?:good|scary|funny|sad|long|worth (?:it|watching|seeing))$/i,
  /^how (?:long|old|good|scary) is (.+)$/i,
];

export function hearQuestion(turn: Turn, text: string): Turn {
  const said = text.replaceAll("’", "'").replace(/(?<![?!.\s])[?!.\s]+$/, "");
  const titled = titleIn(turn, said);
  if (titled?.kind === "several") return offer(turn, titled.said, "mention", titled.movies);
  const table = titled?.movie ?? tableMovie(turn);
  if (ABOUT_THE_PAST.test(said)) return say(turn, history(turn));
  if (/^why\b/i.test(said) && table) return explainCurrent(turn, table);
  if (ABOUT_THE_BOT.test(said) && !/\b(?:long|old)\b/i.test(said))
    return say(turn, wording.whatIAm(turn.event.usage, turn.world.catalog.names.completeTo));
  const topic = TOPICS.find(([, pattern]) => pattern.test(said))?.[0];
  if (!table) return topic ? say(turn, wording.nothingToAnswer()) : reply(turn, wording.moviesOnly());
  const traits = traitsNamed(turn, table, said);
  if (traits.length > 0) return say(turn, wording.traitsOf(turn.world.catalog, table, traits));
  if (topic) return say(turn, wording.answerAbout(turn.world.catalog, table, topic));
  return titled || ABOUT_THE_TABLE.test(said)
    ? say(turn, wording.answerAbout(turn.world.catalog, table, undefined))
    : reply(turn, wording.moviesOnly());
}

/** The movie that a question names, spelt in full. */
function titleIn({ world }: Turn, said: string) {
  const title = ABOUT_A_TITLE.flatMap((pattern) => pattern.exec(said)?.[1] ?? []).find(
    (named) => !isPronoun(named) && isTitle(world, named),
  );
  if (title === undefined) return undefined;
  const found = findTitle(world, title);
  return found.kind === "several" ? { ...found, said: title } : found.kind === "one" ? found : undefined;
}

/** How well the movie fits the moods and themes that a question names, 0 to 1: "is it scary?" */
function traitsNamed({ world }: Turn, { id }: Movie, said: string): wording.TraitFit[] {
  const { recommender } = world;
  const row = recommender.rowOf(id)!;
  const text = ` ${said
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim()} `;
  return [...recommender.model.traits].flatMap(([trait, values]) =>
    text.includes(` ${trait} `) ? [{ trait, fit: values[row]! / 255 }] : [],
  );
}
