/** Questions: about a film, about what was suggested, and about this bot. */
import type { Catalog } from "../../../catalog/catalog.ts";
import type { Act } from "../../acts.ts";
import type { Context } from "../context.ts";
import { filmMeant } from "./film-meant.ts";
import { bare, personAsked } from "./person-asked.ts";
import { tagsAsked, topicOf } from "./topics.ts";

const ABOUT_THE_BOT =
  /\b(?:who|what) (?:are|r) you\b|what can (?:you|i)|how (?:do|does|can) (?:you|this|i|it)\b.*|who made you|are you (?:a |an )?(?:bot|robot|human|real|ai)|do you (?:remember|speak|like)|can you/i;

const ABOUT_THE_TABLE =
  /\b(?:it|its|it's|that|this|they|he|she|the (?:movie|film|ending|plot|actor|director))\b/i;

const ABOUT_THE_PAST = /what (?:did|have) you (?:suggest|recommend|show)/i;

/** @param tags words that films can be described by */
export function readQuestion(catalog: Catalog, tags: Iterable<string>, context: Context, text: string): Act {
  const asked = bare(text);
  if (ABOUT_THE_PAST.test(asked)) return { kind: "history" };
  const film = filmMeant(catalog, context, asked);
  if (film.kind === "unclear") return { kind: "name", title: film.title };
  if (/^why\b/i.test(asked) && context.table) return { kind: "why" };
  if (ABOUT_THE_BOT.test(asked) && !/\b(?:long|old)\b/i.test(asked)) return { kind: "whatAreYou" };
  const said = film.kind === "one" ? film.said : asked;
  const topic = topicOf(said);
  const person = film.kind === "one" ? personAsked(said) : undefined;
  const isNamed = film.kind === "one" && film.isNamed;
  return {
    kind: "question",
    question: {
      ...(film.kind === "one" && { movie: film.movie.id }),
      isNamed,
      isOfFilms: topic !== undefined || (film.kind === "one" && (isNamed || ABOUT_THE_TABLE.test(said))),
      ...(person && { person }),
      ...(topic && { topic }),
      tags: tagsAsked(said, tags),
    },
  };
}
