import { backward, forward, type Tower, type TowerGradients } from "./tower.ts";

export interface Towers {
  readonly users: Tower;
  readonly movies: Tower;
}

/** Some ratings: as long as each other. */
export interface Batch {
  readonly users: Int32Array;
  readonly movies: Int32Array;
  /** What is to be predicted. */
  readonly targets: Float32Array;
}

/**
 * The mean squared error of a_user . a_movie over a batch; its derivatives are added to the gradients.
 *
 * Each user and movie of the batch goes through its tower once, however often it occurs.
 */
export function addGradients(
  { users, movies }: Towers,
  batch: Batch,
  gradients: { readonly users: TowerGradients; readonly movies: TowerGradients },
): number {
  const k = users.width;
  const [userRows, userPlaces] = distinct(batch.users);
  const [movieRows, moviePlaces] = distinct(batch.movies);
  const userOutputs = forward(users, userRows);
  const movieOutputs = forward(movies, movieRows);
  const userSlopes = new Float64Array(userOutputs.length);
  const movieSlopes = new Float64Array(movieOutputs.length);

  let squares = 0;
  for (let at = 0; at < batch.targets.length; at++) {
    const user = userPlaces[at]! * k;
    const movie = moviePlaces[at]! * k;
    let error = -batch.targets[at]!;
    for (let i = 0; i < k; i++) error += userOutputs[user + i]! * movieOutputs[movie + i]!;
    squares += error * error;
    const slope = (2 * error) / batch.targets.length;
    for (let i = 0; i < k; i++) {
      userSlopes[user + i]! += slope * movieOutputs[movie + i]!;
      movieSlopes[movie + i]! += slope * userOutputs[user + i]!;
    }
  }
  backward(users, userRows, userOutputs, userSlopes, gradients.users);
  backward(movies, movieRows, movieOutputs, movieSlopes, gradients.movies);
  return squares / batch.targets.length;
}

/** The numbers that occur, each once, and for each occurrence its place among them. */
function distinct(numbers: Int32Array): [rows: Int32Array, places: Int32Array] {
  const placeOf = new Map<number, number>();
  const places = numbers.map((number) => {
    const place = placeOf.get(number) ?? placeOf.size;
    placeOf.set(number, place);
    return place;
  });
  return [Int32Array.from(placeOf.keys()), places];
}
