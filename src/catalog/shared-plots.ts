/** How alike films are by the kinds of stories that they are named for: data/films/plots/. Pure. */
import type { Plot } from "./about/search-index.ts";

/**
 * Cosine of the kinds of stories of a film with those of others, by their places in the index: in (0, 1], and none for who shares no
 * kind with it.
 */
export type SharedPlots = (film: number) => ReadonlyMap<number, number>;

/** Of a kind the film in this place stands for it half as much as the first: the most fitting are named first. */
const HALF_AT = 20;
/** What a film is taken to have of other kinds, in vectors of the usual length: who is named for one kind alone is more than that. */
const DAMPING = 1;

export function createSharedPlots(plots: readonly Pick<Plot, "films">[]): SharedPlots {
  const kindsOf = new Map<number, { readonly plot: number; readonly weight: number }[]>();
  const named = new Set(plots.flatMap(({ films }) => films)).size;
  const weights = plots.map(({ films }) => {
    const rarity = Math.log1p(named / Math.max(1, films.length));
    return films.map((_, place) => rarity / (1 + place / HALF_AT));
  });
  for (const [plot, { films }] of plots.entries())
    films.forEach((film, place) => {
      const kinds = kindsOf.get(film) ?? [];
      kinds.push({ plot, weight: weights[plot]![place]! });
      kindsOf.set(film, kinds);
    });

  const squares = new Map([...kindsOf].map(([film, kinds]) => [film, sumOfSquares(kinds)]));
  const usual = [...squares.values()].reduce((sum, square) => sum + square / squares.size, 0);
  const lengthOf = (film: number): number => Math.sqrt(squares.get(film)! + DAMPING * usual);

  return (film) => {
    const shared = new Map<number, number>();
    for (const { plot, weight } of kindsOf.get(film) ?? [])
      plots[plot]!.films.forEach((other, place) => {
        const cosine = (weight * weights[plot]![place]!) / (lengthOf(film) * lengthOf(other));
        shared.set(other, (shared.get(other) ?? 0) + cosine);
      });
    return shared;
  };
}

const sumOfSquares = (kinds: readonly { readonly weight: number }[]): number =>
  kinds.reduce((sum, { weight }) => sum + weight ** 2, 0);
