/** Changes of mind: "no wait, I meant Casino Royale", "actually I liked it", "no, the Korean one". */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { findTitle, isTitle } from "../../catalog/naming.ts";
import { countryNames, languageNames } from "../../catalog/place-names.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { Act } from "../acts.ts";
import type { MovieRequest } from "../request.ts";
import { verdictIn } from "../verdict/verdict.ts";
import type { Said } from "./said.ts";

/** "Part two", "and the sequel?", "no, the third one": of a series. */
const PART =
  /^(?:(?:and|what about|how about|i mean|the|is there a|show me)[, ]{1,2}){0,3}(?:(?:part|number|episode|chapter) (?<number>\d|one|two|three|four|five|ii|iii|iv)|(?<nth>first|second|third|fourth|fifth) (?:one|part|film|movie)|(?<next>sequel|next part|follow-?up)|(?<before>prequel|one before))[.!?]{0,2}$/i;
const PARTS = ["one", "two", "three", "four", "five"];
const ROMAN = ["i", "ii", "iii", "iv", "v"];
const NTH = ["first", "second", "third", "fourth", "fifth"];

/** The part of the film's series that is meant; undefined where it stands in none. */
function partOfSeries(catalog: Catalog, film: Movie, said: string): Movie | undefined {
  const { number, nth, next, before } = PART.exec(said.trim())?.groups ?? {};
  if (!number && !nth && !next && !before) return undefined;
  const parts = inSeries(catalog, film);
  const at = parts.findIndex(({ id }) => id === film.id);
  if (at < 0) return undefined;
  if (next) return parts[at + 1];
  if (before) return parts[at - 1];
  const named = number?.toLowerCase() ?? "";
  if (nth) return parts[NTH.indexOf(nth.toLowerCase())];
  return parts[Math.max(PARTS.indexOf(named), ROMAN.indexOf(named), Number(named) - 1 || -1)];
}

const TURNS =
  /^(?:(?:no|nope|oops|ups|sorry|wait|hang on|hold on|ah|oh|argh|actually|hmm?|my bad|scratch that|on second thoughts?|not that(?: one)?)(?:[,.! ]{1,3}|$)){1,4}/i;
const MEANT = /^i (?:mean|meant|was (?:talking|thinking) (?:about|of)|said) (?!it\b)/i;

/** @param requestIn what the rules read of a text */
export function readCorrection(
  { catalog, context, text }: Pick<Said, "catalog" | "context" | "text">,
  requestIn: (text: string) => MovieRequest,
): Act | undefined {
  const said = text
    .trim()
    .replaceAll("’", "'")
    .replace(/[.!]{1,3}$/, "");
  const turn = TURNS.exec(said)?.[0] ?? "";
  const rest = said.slice(turn.length);
  const meant = MEANT.exec(rest)?.[0];
  const { noted } = context;
  if (meant === undefined && turn === "") return namesakeAct(said, false);
  if (meant !== undefined) {
    const named = rest.slice(meant.length).replace(/,? not .{1,80}$/i, "");
    if (isTitle(catalog, named))
      return noted ? { kind: "correct", title: named } : { kind: "show", title: named };
    return namesakeAct(named, true);
  }
  const heard = noted ? verdictIn(rest) : undefined;
  if (noted && heard?.kind === "verdict" && heard.rest === undefined && heard.verdict !== "skip")
    return { kind: "mark", verdict: heard.verdict, title: noted.id };
  if (noted && rest !== "" && isTitle(catalog, rest)) return { kind: "correct", title: rest };
  return namesakeAct(rest, true);

  /** @param isTurn something else was meant than what was taken up */
  function namesakeAct(named: string, isTurn: boolean): Act | undefined {
    const film = context.spokenOf ?? context.named;
    const movie = film && (partOfSeries(catalog, film, named) ?? namesake(catalog, film, named, requestIn));
    if (!movie) return undefined;
    return noted && isTurn && movie.id !== noted.id
      ? { kind: "correct", title: movie.id }
      : { kind: "show", title: movie.id };
  }
}

/** "The Korean one", "the 2010 remake", "the original" */
const THE_ONE =
  /^(?:the|that) (?:(?<newer>new|newer|newest|latest|recent|more recent|most recent)|(?<older>old|older|oldest|original|first|earlier)|(?<year>(?:18|19|20)\d\d)|(?:(?:18|19|20)?(?<decade>\d0)'?s)|(?<kind>\p{L}{4,20}))(?: (?:one|version|remake|film|movie|original)){0,2}(?: from (?:18|19|20)\d\d)?$/iu;

/** Another film of the same name, or the one itself where it is what is said. */
function namesake(
  catalog: Catalog,
  film: Movie,
  said: string,
  requestIn: (text: string) => MovieRequest,
): Movie | undefined {
  const match = THE_ONE.exec(said.trim().replace(/^(?:it'?s|that'?s|just) /i, ""));
  if (!match || !/ (?:one|version|remake|film|movie)\b|^the (?:original|remake)$/i.test(said))
    return undefined;
  const found = findTitle(catalog, film.title);
  const others = found.kind === "one" ? (found.others ?? []) : moviesIn(found);
  const named = [...new Set([film, ...moviesIn(found), ...others, ...inSeries(catalog, film)])].sort(
    (a, b) => (a.year ?? 0) - (b.year ?? 0),
  );
  const { newer, older, year, decade, kind } = match.groups!;
  if (year) return only(named.filter((movie) => movie.year === Number(year)));
  if (decade)
    return only(
      named.filter(
        (movie) => movie.year !== undefined && Math.floor((movie.year % 100) / 10) * 10 === Number(decade),
      ),
    );
  if (/\bremake\b/i.test(said) && !kind) return named.find((movie) => (movie.year ?? 0) > (film.year ?? 0));
  if (newer) return named.length > 1 ? named.at(-1) : undefined;
  if (older) return named.length > 1 ? named[0] : undefined;
  return only(named.filter((movie) => isOfKind(catalog, movie, requestIn(`a ${kind} film`))));
}

const inSeries = (catalog: Catalog, { id }: Movie): readonly Movie[] =>
  (catalog.series.of(id)?.rows ?? []).map((row) => catalog.movies[row]!);

/** Whether a film is of the language, the country or the genre that is asked for; of none where none is. */
function isOfKind(catalog: Catalog, movie: Movie, asked: MovieRequest): boolean {
  const row = catalog.rowOf(movie.id);
  if (row === undefined) return false;
  const { languages, countries, genresIn } = asked;
  if (languages.length + countries.length + genresIn.length === 0) return false;
  return (
    genresIn.every((genre) => movie.genres.includes(genre)) &&
    languages.every((code) => languageNames(code).some((name) => catalog.facts.isIn(row, name))) &&
    countries.every((code) => countryNames(code).some((name) => catalog.facts.isFrom(row, name)))
  );
}

const only = <T>(values: readonly T[]): T | undefined => (values.length === 1 ? values[0] : undefined);
