/** Which film a question is about: the one it names, else the one "it" speaks of, else the one on the table. */
import type { Catalog } from "../../../catalog/catalog.ts";
import { fameOf } from "../../../catalog/fame.ts";
import type { Movie } from "../../../catalog/movie.ts";
import { findTitle, isTitle } from "../../../catalog/naming.ts";
import { moviesIn } from "../../../catalog/title-match.ts";
import type { Context } from "../context.ts";
import { isPronoun } from "../titles.ts";
import { asksWhatIsInIt } from "./in-it.ts";
import { asksOfIt, bare, personAsked } from "./person-asked.ts";

export type FilmMeant =
  /** `said`: the question, with "it" for the title. */
  | { readonly kind: "one"; readonly movie: Movie; readonly said: string; readonly isNamed: boolean }
  /** Several go by the title, or a film that is known by name only. */
  | { readonly kind: "unclear"; readonly title: string }
  | { readonly kind: "none" };

/** "Tell me about Heat", "what is Heat about?", "is Heat any good?": whatever stands there is a title, however it is written. */
const ABOUT_A_TITLE = [
  /^(?:tell me(?: more)?|what do you know) about (.+)$/i,
  /^what(?:'?s| is| was) (.+) (?:about|like)$/i,
  /^who(?:'s| is| was| stars| directed| made| wrote| scored| shot| filmed| composed)(?: in)? (.+)$/i,
  /^(?:who|whose) (?:did|made|wrote|composed|is|was) (?:the )?(?:music|score|soundtrack|script|screenplay|cinematography|camera) (?:of|for|in|to|on) (.+)$/i,
  /^(?:is|was) (.+?) (?:(?:also|actually|really) )?(?:based on|adapted from|an adaptation of|from an?) .{2,40}$/i,
  /^(?:is|was) (.+?)(?: any)? (?:(?:really|very|too|that|so|actually|as) ){0,2}(?:good|bad|scary|creepy|funny|sad|dark|long|short|slow|old|violent|gory|bloody|romantic|sexy|weird|silly|exciting|boring|tense|disturbing|depressing|heavy|in (?:black and white|colou?r|english|french)|worth (?:it|watching|seeing|a watch)|for (?:kids|adults))$/i,
  /^how (?:long|old|good|bad|scary|sad|violent|funny) (?:is|was) (.+)$/i,
  /^who(?:'s| is| was)? (?:play(?:s|ed|ing)?|voice[sd]?|the \p{L}+)(?: .{1,60})? in (.+)$/iu,
  /^does (.+?) have (?:an?|any|much|a lot of|lots of) .{2,40}$/i,
  /^what(?:'s| is| was)? the \S+ (?:of|for) (.+)$/i,
];

/** "Is the ending of Se7en sad?" */
const PART_OF_IT = /^the (?:ending|end|beginning|start|plot|story|cast|music|acting|humou?r) (?:of|in) /i;

export function filmMeant(catalog: Catalog, context: Context, said: string): FilmMeant {
  const captured = ABOUT_A_TITLE.flatMap((pattern) => pattern.exec(said)?.[1] ?? []);
  const title = captured
    .map((named) => named.replace(PART_OF_IT, ""))
    .find((named) => !isPronoun(named) && isTitle(catalog, named));
  if (title !== undefined) {
    const found = findTitle(catalog, title);
    if (found.kind === "several") return { kind: "unclear", title };
    if (found.kind === "one") return named(found.movie, said.replace(title, "it"));
  }
  return mentioned(catalog, said) ?? unnamed(context, said);
}

/** "More info on Heat", "details about the third" */
const INFO_ON =
  /^(?:(?:can you |please )?tell me (?:a bit |a little |something |some )?more about \S)|^(?:(?:can i (?:get|have)|give me|show me|i want|any|some|more|the) ){0,3}(?:info(?:rmation)?|details)(?: please)?(?: (?:on|about|for|of))? \S/i;

/** Of words that a parser may take for a wish: "is Brad Pitt in it?", "is Jaws based on a true story?" */
export function asksAboutFilm(catalog: Catalog, context: Context, text: string): boolean {
  const said = bare(text);
  if (asksOfIt(said)) return true;
  if (context.table && asksWhatIsInIt(said)) return true;
  const person = /^(?:what|which|films?|movies?)\b/i.test(said) ? personAsked(said) : undefined;
  if (person?.kind === "films" && "name" in person.who && catalog.facts.find(person.who.name)) return true;
  if (INFO_ON.test(said)) {
    const film = filmMeant(catalog, context, said);
    return film.kind === "one" && film.isNamed;
  }
  if (!/^(?:is|was|does|did|has) /i.test(said)) return false; // before any title is looked for: this is asked of every wish
  const film = filmMeant(catalog, context, said);
  if (film.kind === "unclear") return ABOUT_A_TITLE.some((pattern) => pattern.exec(said)?.[1] === film.title);
  return (
    film.kind === "one" &&
    film.isNamed &&
    (asksOfIt(film.said) || /^\w+ (?:the \w+ (?:of|in) )?it\b/i.test(film.said))
  );
}

function mentioned(catalog: Catalog, said: string): FilmMeant | undefined {
  const mention = catalog.mentions(said).findLast(({ sureness }) => sureness !== "likely");
  if (!mention) return undefined;
  const title = said.slice(mention.start, mention.end);
  const [movie] = mention.movies;
  if (mention.sureness === "name only") return { kind: "unclear", title };
  return movie && named(movie, `${said.slice(0, mention.start)}it${said.slice(mention.end)}`);
}

function unnamed({ spokenOf, table }: Context, said: string): FilmMeant {
  const movie = spokenOf ?? table;
  return movie ? { kind: "one", movie, said, isNamed: false } : { kind: "none" };
}

const named = (movie: Movie, said: string): FilmMeant => ({ kind: "one", movie, said, isNamed: true });

/** Of several films that go by a title the best known, where nothing is noted of it. @throws where none does */
export const bestKnown = (catalog: Catalog, title: string): Movie =>
  [...moviesIn(findTitle(catalog, title))].sort((a, b) => fameOf(b) - fameOf(a))[0]!;
