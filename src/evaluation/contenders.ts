import type { Feedback } from "../recommender/feedback.ts";
import type { Recommender } from "../recommender/recommender.ts";
import type { Contender } from "./contender.ts";

/** The product's own path: the recommender that people get, under its policy. */
export function recommending(name: string, recommender: Recommender): Contender {
  const said = (row: number, verdict: Feedback["verdict"]): Feedback => ({
    movie: recommender.movie(row).id,
    verdict,
    atMs: 0,
  });
  return {
    name,
    meet(favourites, person = 0) {
      let turns = 0;
      let taste = recommender.taste(favourites.map((row) => said(row, "favourite")));
      return {
        best: (limit, accepts) =>
          recommender
            .rank(taste, { limit, accepts, seed: (favourites[0] ?? person) + 7919 * turns++, person })
            .map(({ row }) => row),
        observe(row, verdict) {
          taste = recommender.observe(taste, said(row, verdict));
        },
      };
    },
  };
}
