import type { Feedback } from "../recommender/feedback.ts";
import type { RankOptions, Recommender } from "../recommender/recommender.ts";
import type { Contender } from "./contender.ts";

/** What people ask for each time: less or more obvious films, or to be surprised. */
export type Asked = Pick<RankOptions, "obviousness" | "surprise">;

/** The product's own path: the recommender that people get, under its policy. */
export function recommending(name: string, recommender: Recommender, asked: Asked = {}): Contender {
  const said = (row: number, verdict: Feedback["verdict"]): Feedback => ({
    movie: recommender.movie(row).id,
    verdict,
    atMs: 0,
  });
  return {
    name,
    meet(favourites, person = 0) {
      let turns = 0;
      const shown: number[] = [];
      let taste = recommender.taste(favourites.map((row) => said(row, "favourite")));
      return {
        best(limit, accepts) {
          const seed = (favourites[0] ?? person) + 7919 * turns++;
          const rows = recommender
            .rank(taste, { ...asked, limit, accepts, seed, person, after: shown })
            .map(({ row }) => row);
          if (limit === 1) shown.push(...rows); // a longer list is looked at, and not shown
          return rows;
        },
        observe(row, verdict) {
          taste = recommender.observe(taste, said(row, verdict));
        },
      };
    },
  };
}
