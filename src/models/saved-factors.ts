import type { Factors } from "./factors-model.ts";
import { matrixIn, type SavedModel, settingIn } from "./saved-model.ts";

/** What is kept of the factors; restoredFactors makes the same of it again. */
export function savedFactors(factors: Factors): Pick<SavedModel, "kind" | "settings" | "matrices"> {
  const { name, dimensions: d, userBiases, userTastes, movieBiases, movieFactors, implicitFactors } = factors;
  const { baseline, userSpreads, biasPenalty, factorPenalty } = factors;
  const { mean, movies, movieVariances, leastStars, mostStars } = baseline;
  const matrix = (values: Float64Array, columns: number) => ({
    rows: values.length / columns,
    columns,
    values,
  });
  return {
    kind: name,
    settings: {
      dimensions: d,
      mean,
      leastStars,
      mostStars,
      baselineBiasPenalty: baseline.biasPenalty,
      baselineSpreadPenalty: baseline.spreadPenalty,
      biasPenalty,
      factorPenalty,
    },
    matrices: {
      baselineMovies: matrix(movies, 1),
      baselineMovieVariances: matrix(movieVariances, 1),
      userBiases: matrix(userBiases, 1),
      userSpreads: matrix(userSpreads, 1),
      userTastes: matrix(userTastes, d),
      movieBiases: matrix(movieBiases, 1),
      movieFactors: matrix(movieFactors, d),
      ...(implicitFactors && { implicitFactors: matrix(implicitFactors, d) }),
    },
  };
}

/** @throws RangeError where a setting or matrix is missing or of another shape */
export function restoredFactors(saved: SavedModel): Factors {
  const d = settingIn(saved, "dimensions");
  const n = saved.movies.length;
  const userBiases = matrixIn(saved, "userBiases", 1);
  return {
    name: saved.kind,
    dimensions: d,
    baseline: {
      mean: settingIn(saved, "mean"),
      movies: matrixIn(saved, "baselineMovies", 1, n),
      movieVariances: matrixIn(saved, "baselineMovieVariances", 1, n),
      biasPenalty: settingIn(saved, "baselineBiasPenalty"),
      spreadPenalty: settingIn(saved, "baselineSpreadPenalty"),
      leastStars: settingIn(saved, "leastStars"),
      mostStars: settingIn(saved, "mostStars"),
    },
    biasPenalty: settingIn(saved, "biasPenalty"),
    factorPenalty: settingIn(saved, "factorPenalty"),
    userBiases,
    userSpreads: matrixIn(saved, "userSpreads", 1, userBiases.length),
    userTastes: matrixIn(saved, "userTastes", d, userBiases.length),
    movieBiases: matrixIn(saved, "movieBiases", 1, n),
    movieFactors: matrixIn(saved, "movieFactors", d, n),
    ...(saved.matrices.implicitFactors && { implicitFactors: matrixIn(saved, "implicitFactors", d, n) }),
  };
}
