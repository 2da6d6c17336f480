/** What is known of a film, as it is shown. */
import type { Catalog } from "../../catalog/catalog.ts";
import { FACT_SOURCES, type FilmFacts } from "../../catalog/film-facts.ts";
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Field, Link } from "../card.ts";
import { count } from "./format.ts";

/** Of a cast, on a card. */
const NAMED_ON_CARD = 3;
const MOST_COUNTRIES = 3;

/** What every card of a film tells. */
export function factsOf(catalog: Catalog, movie: Movie): Field[] {
  const facts = catalog.factsOf(movie.id) ?? {};
  const { directors, cast } = facts;
  const film = shape(facts);
  return [
    ...(movie.genres.length > 0 ? [said("Genres", "", movie.genres.join(", "))] : []),
    ...(film === "" ? [] : [said("Film", "", film)]),
    ...(directors ? [said("Director", "by ", directors.value.join(", "))] : []),
    ...(cast ? [said("With", "with ", cast.value.slice(0, NAMED_ON_CARD).join(", "))] : []),
    { name: "Rating", value: rating(movie), phrase: starsOf(movie) },
  ];
}

const said = (name: string, before: string, value: string): Field => ({
  name,
  value,
  phrase: `${before}${value}`,
});

/** Pages about it elsewhere: a trailer is looked for, for nobody keeps the addresses of trailers. */
export function linksOf(catalog: Catalog, movie: Movie): Link[] {
  const { wikipedia } = catalog.factsOf(movie.id) ?? {};
  const sought = new URLSearchParams({ search_query: `${titleWithYear(movie)} trailer` });
  return [
    ...(movie.imdbId === undefined ? [] : [{ label: "IMDb", url: imdbPage(movie.imdbId) }]),
    { label: "Trailer", url: `https://www.youtube.com/results?${sought}` },
    ...(wikipedia === undefined ? [] : [{ label: "Wikipedia", url: pageOf(wikipedia) }]),
  ];
}

export const imdbPage = (id: string): string => `https://www.imdb.com/title/${id}/`;

/** Everything there is, and where it is from. */
export function allFactsOf(catalog: Catalog, movie: Movie): Field[] {
  const facts = catalog.factsOf(movie.id) ?? {};
  const { cast, released, series, oscars, wikipedia } = facts;
  const sources = sourcesOf(facts);
  return [
    ...factsOf(catalog, movie).filter(({ name }) => name !== "With"),
    ...(cast ? [{ name: "Cast", value: cast.value.join(", ") }] : []),
    ...(released && released.value.length > 4 ? [{ name: "Released", value: released.value }] : []),
    ...(series ? [{ name: "Series", value: `${series.value.name}, film ${series.value.place}` }] : []),
    ...(oscars ? [{ name: "Oscars", value: oscarsIn(oscars.value) }] : []),
    ...(movie.alternativeTitles.length > 0
      ? [{ name: "Also known as", value: movie.alternativeTitles.join("; ") }]
      : []),
    ...(wikipedia === undefined ? [] : [{ name: "Wikipedia", value: pageOf(wikipedia) }]),
    ...(movie.tmdbId === undefined
      ? []
      : [{ name: "TMDB", value: `https://www.themoviedb.org/movie/${movie.tmdbId}` }]),
    ...(sources === "" ? [] : [{ name: "Sources", value: sources }]),
  ];
}

/** "About 2 h 8 · PG · France, Italy · in French": country and language only where they are not those of most films here. */
function shape({ runtimeMinutes, certificate, countries, languages }: FilmFacts): string {
  const isAmerican = countries?.value.length === 1 && countries.value[0] === "United States";
  const isEnglish = languages?.value.length === 1 && languages.value[0] === "English";
  return [
    runtimeMinutes && `about ${duration(runtimeMinutes.value)}`,
    certificate?.value,
    countries && !(isAmerican && isEnglish) && countries.value.slice(0, MOST_COUNTRIES).join(", "),
    languages && !isEnglish && `in ${languages.value.join(", ")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "2 h 8", "2 h", "45 min" */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest}`;
}

export function oscarsIn({ won, nominated }: { readonly won: number; readonly nominated: number }): string {
  const nominations = count(nominated, "nomination");
  return won === 0 ? `${nominations}, none won` : `${won} won, of ${nominations}`;
}

const starsOf = ({ meanStars, ratingCount }: Movie): string =>
  ratingCount > 0 ? `★ ${meanStars.toFixed(1)}` : "not rated yet";

const rating = (movie: Movie): string =>
  movie.ratingCount > 0
    ? `${starsOf(movie)} of 5 from ${count(movie.ratingCount, "rating")}`
    : starsOf(movie);

const pageOf = (title: string): string =>
  `https://en.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(" ", "_"))}`;

/** "director, cast: Wikidata; length: Freebase" */
function sourcesOf({
  directors,
  cast,
  composers,
  cinematographers,
  writers,
  authors,
  runtimeMinutes,
  certificate,
  countries,
  languages,
  series,
  oscars,
}: FilmFacts): string {
  const fields = [
    ["director", directors],
    ["cast", cast],
    ["composer", composers],
    ["cinematographer", cinematographers],
    ["writer", writers],
    ["author", authors],
    ["length", runtimeMinutes],
    ["certificate", certificate],
    ["countries", countries],
    ["language", languages],
    ["series", series],
    ["Oscars", oscars],
  ] as const;
  return FACT_SOURCES.flatMap((source) => {
    const named = fields.filter(([, fact]) => fact?.source === source).map(([name]) => name);
    return named.length > 0 ? [`${named.join(", ")}: ${source}`] : [];
  }).join("; ");
}
