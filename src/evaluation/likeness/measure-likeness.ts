/** How well films that are alike are told from those that are not. */
import type { Model } from "../../artifacts/model.ts";
import { genresShared } from "../../catalog/genres.ts";
import { kinship } from "../../recommender/kinship.ts";
import type { Recommender } from "../../recommender/recommender.ts";
import { meanOf } from "../mean.ts";
import { areaUnderCurve } from "../separation.ts";
import type { Judgement } from "./judgements.ts";

/** How alike a film is to another, on any scale. */
export type LikenessOf = (film: number, other: number) => number;

/** Mean over the films of the area under the curve: how often one that is alike comes before one that is not. */
export const likenessArea = (judgements: readonly Judgement[], likenessOf: LikenessOf): number =>
  meanOf(
    judgements.map(({ film, alike, unlike }) => {
      const scores = (rows: readonly number[]) => rows.map((row) => likenessOf(film, row));
      return areaUnderCurve(scores(alike), scores(unlike));
    }),
  );

/** As it is suggested to somebody new who asks for more like the film; what is never suggested comes last. */
export function asSuggested(recommender: Recommender): LikenessOf {
  const nobody = recommender.taste([]);
  const limit = recommender.model.movies.length;
  return perFilm((film) => {
    const ranked = recommender.rank(nobody, { near: [film], limit });
    const places = new Map(ranked.map(({ row }, place) => [row, place]));
    return (other) => -(places.get(other) ?? limit);
  });
}

/** What one would think of first, to compare with. */
export const simpleLikenesses = (model: Model): Readonly<Record<string, LikenessOf>> => ({
  "overlap of genres": (film, other) => genresShared(model.movies[film]!.genres, model.movies[other]!.genres),
  "cosine of traits": perFilm((film) => {
    const kin = kinship(model, [film]);
    return (other) => kin[other]!;
  }),
  "cosine of embeddings": (film, other) => cosine(model, film, other),
});

/** Keeps what was worked out of the latest film. */
function perFilm(of: (film: number) => (other: number) => number): LikenessOf {
  let latest: { readonly film: number; readonly to: (other: number) => number } | undefined;
  return (film, other) => {
    if (latest?.film !== film) latest = { film, to: of(film) };
    return latest.to(other);
  };
}

function cosine({ embeddings, dimensions: d }: Model, film: number, other: number): number {
  let [dot, squares, others] = [0, 0, 0];
  for (let k = 0; k < d; k++) {
    const [a, b] = [embeddings[film * d + k]!, embeddings[other * d + k]!];
    dot += a * b;
    squares += a * a;
    others += b * b;
  }
  return squares === 0 || others === 0 ? 0 : dot / Math.sqrt(squares * others);
}
