/** From a title as somebody types it to the movie they mean, asking where several fit. */
import type { TitleMatch } from "../catalog/catalog.ts";
import type { Movie, MovieId } from "../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../catalog/normalise.ts";
import { moviesIn } from "../catalog/title-match.ts";
import type { Card } from "./card.ts";
import type { Purpose } from "./dialogue.ts";
import { inDialogue, say, type Turn } from "./turn.ts";
import * as wording from "./wording.ts";
import type { World } from "./world.ts";

/** Looks a title up; buttons name movies by id. */
export function findTitle({ catalog }: World, text: string): TitleMatch {
  const movie = catalog.byId(text.trim());
  return movie ? { kind: "one", movie } : catalog.find(text);
}

/** Whether the text is a movie's title and nothing else, with or without its year. */
export function isTitleOf(text: string, { title, alternativeTitles, year }: Movie): boolean {
  const said = key(text);
  return [title, ...alternativeTitles].some((name) => said === key(name) || said === key(`${name} ${year}`));
}

/** Whether a movie goes by exactly this. */
export function isTitle(world: World, text: string): boolean {
  const found = findTitle(world, text);
  return moviesIn(found).some((movie) => isTitleOf(text, movie));
}

const key = (text: string): string => keyOf(withoutArticle(wordsOf(text)));

export interface TitleRequest {
  readonly text: string;
  readonly purpose: Purpose;
  /** Movies that it can be about; of several that fit the text, others are not asked about. */
  readonly among?: ReadonlySet<MovieId>;
}

/** What notes something of the movie at once, so that "seen the light" must not be taken for "The Light". */
const NOTES: ReadonlySet<Purpose> = new Set(["favourite", "like", "dislike", "seen", "never"]);
/** Does `then` with the movie meant, at once or after the person has picked it. */
export function withTitle(
  turn: Turn,
  { text, purpose, among }: TitleRequest,
  then: (turn: Turn, movie: Movie) => Turn,
): Turn {
  const found = findTitle(turn.world, text);
  if (found.kind === "one" && !(NOTES.has(purpose) && found.loosely)) return then(turn, found.movie);
  const movies = moviesOf(found);
  const fitting = among ? movies.filter(({ id }) => among.has(id)) : movies;
  const [only, ...others] = fitting;
  if (found.kind === "several" && among && only && others.length === 0) return then(turn, only);
  return offer(turn, text, purpose, fitting.length > 0 ? fitting : movies);
}

/** Whom a title may name, best first; nobody where it names a film that cannot be suggested. */
export function moviesOf(found: TitleMatch): readonly Movie[] {
  return found.kind === "none" && !found.unknownPart ? found.suggestions : moviesIn(found);
}

interface Beside {
  /** What is said before the question, on the same card. */
  readonly noted?: string;
  /** Favourites named in the same message, to be gone on with when this one is settled. */
  readonly others?: readonly string[];
}

/** Asks which of several was meant; says so where there is none. */
export function offer(
  turn: Turn,
  said: string,
  purpose: Purpose,
  movies: readonly Movie[],
  { noted, others = [] }: Beside = {},
): Turn {
  const noticed = (card: Card): Card =>
    noted === undefined ? card : { ...card, lines: [noted, ...card.lines] };
  if (movies.length === 0) return say(turn, noticed(unknown(turn.world, said, purpose)));
  const choice = {
    said,
    purpose,
    movies: movies.map(({ id }) => id),
    ...(others.length > 0 && { others: [...others] }),
  };
  return say(inDialogue(turn, { choice }), noticed(wording.whichOne(said, purpose, movies)));
}

/** Of a title that no movie of the catalogue has. */
function unknown(world: World, said: string, purpose: Purpose): Card {
  const found = findTitle(world, said);
  return found.kind === "named"
    ? wording.knownByName(found.films[0]!, purpose, found.suggestions)
    : wording.unknownTitle(said, purpose, {
        completeTo: world.catalog.names.completeTo,
        nearest: found.kind === "none" && found.unknownPart ? found.suggestions : [],
      });
}

/** What a button says before the id of the movie it picks. */
const BUTTON_WORDS = /^(?:favourite|more like|like|dislike|seen|never|restore) (?=\S+$)/;

/**
 * The movie picked from a list by its number ("2"), its year ("1995"), or its title with the year;
 * undefined where the text picks none.
 */
export function pick(world: World, movies: readonly Movie[], text: string): Movie | undefined {
  const said = text.trim().replace(/^#|[.)]$/g, "");
  if (/^\d{1,2}$/.test(said)) return movies[Number(said) - 1];
  if (/^\d{4}$/.test(said)) return only(movies.filter(({ year }) => year === Number(said)));
  const found = findTitle(world, said.replace(BUTTON_WORDS, ""));
  return found.kind === "one" && movies.includes(found.movie) ? found.movie : undefined;
}

/** Longest first, how many parts a title may have: "The Good, the Bad, and the Ugly" has four, one of them empty. */
const PARTS_OF_A_TITLE = [4, 3, 2];
/** In a message of more parts than this no title is put together: it is hardly one that names favourites. */
const MOST_PARTS = 20;

/**
 * The titles in a message: its parts between commas, semicolons, lines or "and", but for those that make a title
 * together; the whole of it where that may be a title and its parts are not.
 */
export function titlesIn(world: World, text: string): string[] {
  const named = titlesAmongParts(world, text);
  if (named.length < 2) return [text];
  return named.every((title) => isTitle(world, title)) || findTitle(world, text).kind === "none"
    ? named
    : [text];
}

function titlesAmongParts(world: World, text: string): string[] {
  const pieces = text.split(/([,;\n]|\band\b)/i); // the parts, and what stands between two
  const parts = (pieces.length + 1) / 2;
  const joined = (from: number, count: number) =>
    pieces
      .slice(2 * from, 2 * (from + count) - 1)
      .join("")
      .trim();
  const isOne = (from: number, count: number) =>
    parts <= MOST_PARTS &&
    from + count <= parts &&
    joined(from, 1) !== "" &&
    joined(from + count - 1, 1) !== "" &&
    isTitle(world, joined(from, count));
  const titles: string[] = [];
  for (let at = 0; at < parts; ) {
    const count = PARTS_OF_A_TITLE.find((together) => isOne(at, together)) ?? 1;
    titles.push(joined(at, count));
    at += count;
  }
  return titles.filter((title) => title !== "");
}

/** Words around titles that leave no doubt, as long as the titles are spelt in full. */
const LOVED = /^(?:i|we) (?:really |absolutely |just |also )*lov(?:e|ed) (.*[^.!\n])[.!]*$/iu;
const LIKE =
  /^(?:(?:show me |give me )?(?:something|anything|another one|one|movies?|films?|more(?: movies| films)?) )?like (.*[^.!\n])[.!]*$/iu;

/** "It" is a movie, too, but hardly ever what "it" means. */
export const isPronoun = (said: string): boolean =>
  /^(?:it|this|that|them|these|those|they|you|us|me|him|her)(?: (?:one|movie|film|all|both|so much))*$/.test(
    said,
  );

/** The titles in "I loved Heat and Alien", where there is nothing else in it. */
export function lovedIn(world: World, text: string): string[] {
  const said = LOVED.exec(text.trim())?.[1];
  const titles = said === undefined || isPronoun(said) ? [] : titlesIn(world, said);
  return titles.every((title) => isTitle(world, title)) ? titles : [];
}

/** The title in "something like Alien", where there is nothing else in it. */
export function likenedIn(world: World, text: string): string | undefined {
  const said = LIKE.exec(text.trim())?.[1];
  return said !== undefined && !isPronoun(said) && isTitle(world, said) ? said : undefined;
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
