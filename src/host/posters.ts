/** Drawn posters of the films that are known, for platforms that show pictures. */
import { LRUCache } from "lru-cache";
import type { Movie } from "../catalog/movie.ts";
import type { World } from "../conversation/world.ts";
import { type PosterFilm, posterFilm } from "../posters/film.ts";
import { pngOf } from "../posters/png.ts";
import { type Poster, type PosterOptions, posterOf } from "../posters/poster.ts";
import { sheetOf } from "../posters/sheet.ts";

/** From there on a movie rather has a trait than not. */
const HAS_TRAIT = 128;

/** All that is known of a movie that a poster may show. */
export function filmToDraw({ catalog, recommender: { model } }: World, movie: Movie): PosterFilm {
  const row = catalog.rowOf(movie.id);
  const traits =
    row === undefined
      ? []
      : [...model.traits]
          .filter(([, values]) => values[row]! >= HAS_TRAIT)
          .sort(([, a], [, b]) => b[row]! - a[row]!)
          .map(([name]) => name);
  return posterFilm(movie, catalog.factsOf(movie.id), catalog.wordsOf(movie.id), traits);
}

const COLUMNS = 3;

/** Posters of several films side by side, of which no two in a row look alike. @param width pixels */
export async function postersTogether(
  world: World,
  movies: readonly Movie[],
  width: number,
): Promise<Buffer> {
  const posters: Poster[] = [];
  for (const movie of movies) posters.push(posterOf(filmToDraw(world, movie), { not: posters.at(-1)?.look }));
  return pngOf(sheetOf(posters, Math.min(COLUMNS, posters.length)), width);
}

/** Some 60 kB each. */
const PNGS_KEPT = 200;

export interface PngPoster {
  readonly png: Buffer;
  readonly look: string;
  /** For those who do not see it. */
  readonly alt: string;
  /** "#rrggbb", of its tone. */
  readonly colour: string;
}

export interface PngPosters {
  /** Drawn off the main thread, and kept for a while. @param width pixels; the height is half as much again */
  png(movie: Movie, options: PosterOptions & { readonly width: number }): Promise<PngPoster>;
}

export function createPngPosters(world: World): PngPosters {
  const kept = new LRUCache<string, Promise<Buffer>>({ max: PNGS_KEPT });
  return {
    async png(movie, { width, ...options }) {
      const { svg, look, alt, colour } = posterOf(filmToDraw(world, movie), options);
      const key = `${movie.id} ${look} ${width}`;
      const png = kept.get(key) ?? pngOf(svg, width);
      kept.set(key, png);
      return { png: await png, look, alt, colour };
    },
  };
}
