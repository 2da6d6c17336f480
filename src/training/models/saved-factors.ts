import type { NpyMatrix } from "../../artifacts/npy.ts";
import type { Factors } from "./factors-model.ts";
import type { SavedModel } from "./saved-model.ts";

/** What is kept of the factors; restoredFactors makes the same of it again. */
export function savedFactors(factors: Factors): Pick<SavedModel, "kind" | "settings" | "matrices"> {
  const { name, dimensions: d, userBiases, userTastes, movieBiases, movieFactors, implicitFactors } = factors;
  const { mean, leastStars, mostStars, biasPenalty, factorPenalty } = factors;
  const matrix = (values: Float64Array, columns: number) => ({
    rows: values.length / columns,
    columns,
    values,
  });
  return {
    kind: name,
    settings: { dimensions: d, mean, leastStars, mostStars, biasPenalty, factorPenalty },
    matrices: {
      userBiases: matrix(userBiases, 1),
      userTastes: matrix(userTastes, d),
      movieBiases: matrix(movieBiases, 1),
      movieFactors: matrix(movieFactors, d),
      ...(implicitFactors && { implicitFactors: matrix(implicitFactors, d) }),
    },
  };
}

/** @throws RangeError where a setting or matrix is missing or of another shape */
export function restoredFactors({ kind, settings, matrices, movies }: SavedModel): Factors {
  const setting = (name: string): number => settings[name] ?? missing("setting", name);
  const d = setting("dimensions");
  const matrix = (name: string, rows: number, columns: number): Float64Array => {
    const found: NpyMatrix<Float64Array> = matrices[name] ?? missing("matrix", name);
    if (found.rows !== rows || found.columns !== columns)
      throw new RangeError(`${name} is ${found.rows} x ${found.columns}, expected ${rows} x ${columns}`);
    return found.values;
  };
  const users = matrices.userBiases?.rows ?? missing("matrix", "userBiases");
  return {
    name: kind,
    dimensions: d,
    mean: setting("mean"),
    leastStars: setting("leastStars"),
    mostStars: setting("mostStars"),
    biasPenalty: setting("biasPenalty"),
    factorPenalty: setting("factorPenalty"),
    userBiases: matrix("userBiases", users, 1),
    userTastes: matrix("userTastes", users, d),
    movieBiases: matrix("movieBiases", movies.length, 1),
    movieFactors: matrix("movieFactors", movies.length, d),
    ...(matrices.implicitFactors && { implicitFactors: matrix("implicitFactors", movies.length, d) }),
  };
}

function missing(what: string, name: string): never {
  throw new RangeError(`the ${what} ${name} is missing`);
}
