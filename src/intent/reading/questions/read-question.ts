/** Questions: about a film, about what was suggested, and about this bot. */
import type { Catalog } from "../../../catalog/catalog.ts";
import { isTitle } from "../../../catalog/naming.ts";
import type { Act } from "../../acts.ts";
import type { MovieRequest } from "../../request.ts";
import type { Context } from "../context.ts";
import { isPronoun } from "../titles.ts";
import { bestKnown, filmMeant } from "./film-meant.ts";
import { inItAsked } from "./in-it.ts";
import { bare, personAsked } from "./person-asked.ts";
import { suitsAsked } from "./suitability.ts";
import { tagsAsked, topicOf } from "./topics.ts";

/** What is left of such questions when the plain ones are known. */
const ABOUT_THE_BOT =
  /\b(?:who|what) (?:are|r) you\b|who made you|\bare you (?:a |an )?(?:bot|robot|human|real|ai)\b/i;
const ABOUT_ITS_USE =
  /what can (?:you|i)\b|how (?:do|does|can) (?:you|this|i)\b|how (?:do|does|can) it work\b|do you (?:remember|speak|like)\b|\bcan you\b/i;

const ABOUT_THE_TABLE =
  /\b(?:it|its|it's|that|this|they|he|she|the (?:movie|film|ending|plot|actor|director))\b/i;

/** "It" is no film there. */
const OF_THE_WORLD =
  /\b(?:what time is it|what day is it|what(?:'s| is) the (?:time|date|weather|temperature|news)|is it (?:raining|snowing|sunny|cold|hot|late|dark out)|tell me a joke)\b/i;

/** "How old is Clint Eastwood?" */
const OF_SOMEBODY = /^how (?:old|tall|rich) (?:is|was) (.+)$/i;

const ABOUT_THE_PAST = /what (?:did|have) you (?:suggest|recommend|show)/i;

/** By what questions are read. */
export interface QuestionOptions {
  readonly catalog: Catalog;
  /** Words that films can be described by. */
  readonly tags: Iterable<string>;
  /** What the rules read of a text. */
  readonly requestIn: (text: string) => MovieRequest;
}

export function readQuestion(
  { catalog, tags, requestIn }: QuestionOptions,
  context: Context,
  text: string,
): Act {
  const asked = bare(text).replace(
    /^(?:(?:and|so|ok|okay|but|hmm?|oh|well) ){1,3}(?=(?:what|which|who|how|when|where|is|was|does|did) )/i,
    "",
  );
  if (ABOUT_THE_PAST.test(asked)) return { kind: "history" };
  if (OF_THE_WORLD.test(asked))
    return { kind: "question", question: { isNamed: false, isOfFilms: false, tags: [] } };
  const named = OF_SOMEBODY.exec(asked)?.[1];
  if (named !== undefined && !isTitle(catalog, named) && catalog.facts.find(named))
    return { kind: "question", question: { isNamed: false, isOfFilms: false, topic: "life", tags: [] } };
  const film = filmMeant(catalog, context, asked);
  if (film.kind === "unclear") return { kind: "name", title: film.title };
  if (/^why\b/i.test(asked) && context.table) return { kind: "why" };
  if (!/\b(?:long|old)\b/i.test(asked)) {
    if (ABOUT_THE_BOT.test(asked)) return { kind: "aboutBot", what: "itself" };
    if (ABOUT_ITS_USE.test(asked)) return { kind: "aboutBot", what: "use" };
  }
  const said = film.kind === "one" ? film.said : asked;
  const topic = topicOf(said);
  const person = personAsked(said, context.person);
  const isNamed = film.kind === "one" && film.isNamed;
  const inIt = inItAsked(said);
  const described = inIt === undefined ? [] : themesOf(requestIn(`a film with ${inIt}`));
  return {
    kind: "question",
    question: {
      ...(film.kind === "one" && { movie: film.movie.id }),
      isNamed,
      isOfFilms: topic !== undefined || (film.kind === "one" && (isNamed || ABOUT_THE_TABLE.test(said))),
      ...(person && { person }),
      ...(topic && { topic }),
      ...(inIt !== undefined && { inIt }),
      tags: [...new Set([...tagsAsked(said, tags), ...described])],
    },
  };
}

const themesOf = ({ keywordsIn, moodsIn }: MovieRequest): readonly string[] => [...keywordsIn, ...moodsIn];

const AGAIN = /^(?:and|what about|how about|and what about)(?: for)? (.+)$/i;

/** "And Paddington?": what was just asked, of another film. */
export function askedAgain(catalog: Catalog, { asked }: Context, text: string): Act | undefined {
  const title = asked && AGAIN.exec(bare(text.trim()))?.[1];
  if (!asked || title === undefined || !isTitle(catalog, title)) return undefined;
  const movie = bestKnown(catalog, title).id;
  return { kind: "question", question: { ...asked, movie, isNamed: true, isOfFilms: true } };
}

/** Whether a film is for children; undefined where it is asked for one, or of something else. */
export function readSuitability(catalog: Catalog, context: Context, text: string): Act | undefined {
  const asked = suitsAsked(bare(text));
  if (!asked) return undefined;
  const { named, age } = asked;
  const isNamed = !isPronoun(named.toLowerCase());
  if (isNamed && !isTitle(catalog, named)) return undefined;
  const movie = isNamed ? bestKnown(catalog, named) : (context.spokenOf ?? context.table);
  const suits = age === undefined ? {} : { age };
  return {
    kind: "question",
    question: { ...(movie && { movie: movie.id }), isNamed, isOfFilms: true, suits, tags: [] },
  };
}
