import type { Movie } from "../../src/catalog/movie.ts";
import type { World } from "../../src/conversation/world.ts";
import { filmToDraw } from "../../src/host/posters.ts";
import { looksOf } from "../../src/posters/poster.ts";
import type { Film } from "./schemas/film.ts";

/** All that is known of a movie and may be shown. */
export function filmOf(world: World, movie: Movie): Film {
  const { catalog } = world;
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
    posters: postersOf(world, movie),
    links: {
      ...(imdbId !== undefined && { imdb: `https://www.imdb.com/title/${imdbId}/` }),
      ...(page !== undefined && { wikipedia: `https://en.wikipedia.org/wiki/${encodeURIComponent(page)}` }),
    },
  };
}

/** To choose the looks of a film takes longer than all the rest, and it is always the same. */
const chosen = new WeakMap<Movie, Film["posters"]>();

function postersOf(world: World, movie: Movie): Film["posters"] {
  const posters =
    chosen.get(movie) ??
    looksOf(filmToDraw(world, movie)).map(({ name, alt }) => ({
      look: name,
      alt,
      svg: `/films/${encodeURIComponent(movie.id)}/poster.svg?look=${name}`,
    }));
  chosen.set(movie, posters);
  return posters;
}
