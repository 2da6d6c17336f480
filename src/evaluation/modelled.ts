import { bestRows } from "../models/best-rows.ts";
import type { FittedModel } from "../models/fitted-model.ts";
import type { Verdict } from "../recommender/feedback.ts";
import type { Contender } from "./contender.ts";

/**
 * What a verdict says in stars, for models that learn from stars: between what people who say so have rated at
 * least or at most (like: 4 or more, dislike: 3 or less) and the end of the scale. A movie skipped, seen or sent
 * away for good has no stars: such models know nothing of it.
 */
const STARS: Partial<Record<Verdict, number>> = { favourite: 5, like: 4.5, dislike: 2 };

/** A fitted model in the sessions: folds a person in anew after every verdict. */
export function modelled(model: FittedModel): Contender {
  return {
    name: model.name,
    meet(favourites) {
      const stars = new Map(favourites.map((row) => [row, STARS.favourite!]));
      let scores = scoresOf(model, stars);
      return {
        best: (limit, accepts) => bestRows(scores, limit, accepts),
        observe(row, verdict) {
          const said = STARS[verdict];
          if (said === undefined) return;
          stars.set(row, said);
          scores = scoresOf(model, stars);
        },
      };
    },
  };
}

const scoresOf = (model: FittedModel, stars: ReadonlyMap<number, number>): Float64Array =>
  model.score(
    model.foldIn({ rows: Int32Array.from(stars.keys()), stars: Float32Array.from(stars.values()) }),
  );
