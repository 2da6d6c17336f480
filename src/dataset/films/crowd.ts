/** How often and how well all people of MovieLens rated each film: the crowd, beside the few whose ratings are trained on. */

import { DatasetError } from "../dataset-error.ts";
import { NO_RATINGS, type RatingSums } from "../rating-sums.ts";
import type { SourceFolder } from "../source-folder.ts";
import { FILM_FILES } from "./files.ts";
import { tableRows } from "./lines.ts";

/** The month of its last ratings: films that came out later are in it by chance. */
export const CROWD_COMPLETE_TO = "2023-07";

/** By MovieLens' own id. */
export type Crowd = ReadonlyMap<string, RatingSums>;

/** @throws DatasetError where a line is no count and mean of half stars */
export async function readCrowd(folder: SourceFolder): Promise<Crowd> {
  const crowd = new Map<string, RatingSums>();
  for await (const { movieId = "", avg_rating, count } of tableRows(folder, FILM_FILES.crowd, [
    "movieId",
    "avg_rating",
    "count",
  ])) {
    const ratings = Number(count);
    // the mean is given to sixteen digits, and ratings are half stars: the sum is had back without error
    const stars = Math.round(2 * Number(avg_rating) * ratings) / 2;
    if (!(Number.isSafeInteger(ratings) && ratings > 0 && stars >= ratings / 2 && stars <= 5 * ratings))
      throw new DatasetError(
        { file: folder.pathOf(FILM_FILES.crowd) },
        `film ${movieId} has ${count} ratings of ${avg_rating} stars`,
        "Fetch the file again.",
      );
    crowd.set(movieId, { ratings, stars });
  }
  return crowd;
}

/**
 * The crowd without these people's ratings, exactly: for whatever is measured on them. A film that no more is known of
 * than what they said has no ratings left.
 *
 * @param own by MovieLens' id, what these people, who are among the crowd, gave each film
 */
export function withoutPeople(crowd: Crowd, own: ReadonlyMap<string, RatingSums>): Crowd {
  return new Map(
    [...crowd].map(([id, all]) => {
      const { ratings, stars } = own.get(id) ?? NO_RATINGS;
      const left = { ratings: all.ratings - ratings, stars: all.stars - stars };
      if (left.ratings < 0 || left.stars < left.ratings / 2 || left.stars > 5 * left.ratings)
        throw new RangeError(`film ${id}: these people, with ${ratings} ratings, are not among the crowd`);
      return [id, left];
    }),
  );
}
