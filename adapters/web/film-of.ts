import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Movie } from "../../src/catalog/movie.ts";
import type { Film } from "./schemas/film.ts";

/** All that is known of a movie and may be shown. */
export function filmOf(catalog: Catalog, movie: Movie): Film {
  const { id, title, year, alternativeTitles, genres, imdbId, ratingCount, meanStars } = movie;
  const facts = catalog.factsOf(id);
  const words = catalog.wordsOf(id);
  const page = facts?.wikipedia;
  return {
    id,
    title,
    ...(year !== undefined && { year }),
    alternativeTitles,
    genres,
    ...(words && { line: words.line }),
    tags: words?.tags ?? [],
    ...(ratingCount > 0 && meanStars > 0 && { rating: { stars: meanStars, ratings: ratingCount } }),
    ...(facts?.runtimeMinutes && { minutes: facts.runtimeMinutes.value }),
    countries: facts?.countries?.value ?? [],
    languages: facts?.languages?.value ?? [],
    directors: facts?.directors?.value ?? [],
    cast: facts?.cast?.value ?? [],
    ...(facts?.released && { released: facts.released.value }),
    ...(facts?.series && { series: facts.series.value }),
    ...(facts?.oscars && { oscars: facts.oscars.value }),
    links: {
      ...(imdbId !== undefined && { imdb: `https://www.imdb.com/title/${imdbId}/` }),
      ...(page !== undefined && { wikipedia: `https://en.wikipedia.org/wiki/${encodeURIComponent(page)}` }),
    },
  };
}
