import type { Ratings } from "../dataset/dataset.ts";
import { countByMovie } from "../dataset/prepare/rows.ts";
import type { Feedback } from "../recommender/feedback.ts";
import type { Recommender } from "../recommender/recommender.ts";
import type { Contender } from "./contender.ts";

/** Suggests what most people rated, whoever asks. */
export function popularity(ratings: Ratings): Contender {
  const counts = countByMovie(ratings);
  const order = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  return {
    name: "popularity",
    meet: () => ({
      best(limit, accepts) {
        const rows: number[] = [];
        for (const row of order) {
          if (rows.length === limit) break;
          if (accepts(row)) rows.push(row);
        }
        return rows;
      },
      observe: () => {},
    }),
  };
}

/** The product's own path: the recommender that people get, under its policy. */
export function recommending(name: string, recommender: Recommender): Contender {
  const said = (row: number, verdict: Feedback["verdict"]): Feedback => ({
    movie: recommender.movie(row).id,
    verdict,
    atMs: 0,
  });
  return {
    name,
    meet(favourites) {
      let turns = 0;
      let taste = recommender.taste(favourites.map((row) => said(row, "favourite")));
      return {
        best: (limit, accepts) =>
          recommender
            .rank(taste, { limit, accepts, seed: favourites[0]! + 7919 * turns++ })
            .map(({ row }) => row),
        observe(row, verdict) {
          taste = recommender.observe(taste, said(row, verdict));
        },
      };
    },
  };
}
