import { matrixIn, type SavedModel, settingIn } from "./saved-model.ts";
import type { TwoTower } from "./two-tower.ts";

const KIND = "Two-Tower";

/** What is kept of the towers; restoredTwoTower makes the same of it again. */
export function savedTwoTower(model: TwoTower): Pick<SavedModel, "kind" | "settings" | "matrices"> {
  const { width, users, movies, popularityWeights, meanStars, ties } = model;
  const matrix = (values: Float64Array, columns: number) => ({
    rows: values.length / columns,
    columns,
    values,
  });
  return {
    kind: KIND,
    settings: { width, meanStars },
    matrices: {
      users: matrix(users, width),
      movies: matrix(movies, width),
      popularityWeights: matrix(popularityWeights, 1),
      ties: matrix(ties, 1),
    },
  };
}

/** @throws RangeError where a setting or matrix is missing or of another shape */
export function restoredTwoTower(saved: SavedModel): TwoTower {
  const width = settingIn(saved, "width");
  const n = saved.movies.length;
  return {
    width,
    users: matrixIn(saved, "users", width),
    movies: matrixIn(saved, "movies", width, n),
    popularityWeights: matrixIn(saved, "popularityWeights", 1, n),
    meanStars: settingIn(saved, "meanStars"),
    ties: matrixIn(saved, "ties", 1, n),
  };
}
