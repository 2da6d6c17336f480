/** Films that are of a genre by what is written of them, though no catalogue lists them there: who hates love stories is shown none. */
import { LRUCache } from "lru-cache";
import { type GenreTags, type Tagged, weightAt } from "./genre-tags.ts";

/** By row, whether a film is told as one of the genre is. */
export type ToldGenres = (genre: string) => (row: number) => boolean;

/** It is where its tags speak as much for the genre as those of this share of the films that are listed under it. */
const AS_MUCH_AS = 0.5;
/** And surely: of what most films are, every other film seems to be. The mean of what its tags speak for it. */
const LEAST = 0.3;
const MOST_REMEMBERED = 32;

export function createToldGenres(tags: () => GenreTags): ToldGenres {
  const remembered = new LRUCache<string, ReadonlySet<number>>({ max: MOST_REMEMBERED });

  return (genre) => {
    const told = remembered.get(genre) ?? toldOf(genre);
    remembered.set(genre, told);
    return (row) => told.has(row);
  };

  function toldOf(genre: string): ReadonlySet<number> {
    const { written, speaksFor } = tags();
    const isListed = ({ genres }: Tagged) => genres.includes(genre);
    const listed = written.filter(isListed);
    if (listed.length === 0) return new Set();
    const speaks = speaksFor(listed);
    const claimOf = ({ tags }: Tagged): number => {
      const whole = tags.reduce((sum, _, place) => sum + weightAt(place), 0);
      return tags.reduce((sum, tag, place) => sum + weightAt(place) * speaks[tag]!, 0) / whole;
    };
    const claims = Float64Array.from(listed, claimOf).sort();
    const least = Math.max(LEAST, claims[Math.floor(AS_MUCH_AS * claims.length)]!);
    return new Set(written.filter((film) => !isListed(film) && claimOf(film) >= least).map(({ row }) => row));
  }
}
