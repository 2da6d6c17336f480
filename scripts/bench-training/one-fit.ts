/** One measured fit, in a process of its own: "dataset" or "matrix", folder, model. Prints Measured as JSON. */
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { MODELS, type ModelName } from "../../src/models/registry.ts";
import type { Csr } from "../../src/numerics/csr.ts";
import type { TrainingData } from "../../src/training/train-model.ts";
import { run } from "../command-line.ts";
import { readMatrix } from "../synthetic/matrix-files.ts";
import type { Measured } from "./measured.ts";

/** A table of the ratings that have the matrix's preference weights, all of one second. */
function tableOf({ rows, columns, starts, indices, values }: Csr): TrainingData {
  const users = new Int32Array(values.length);
  for (let user = 0; user < rows; user++) users.fill(user, starts[user]!, starts[user + 1]!);
  const ids = (length: number) => Array.from({ length }, (_, number) => String(number));
  const ratings = {
    users,
    movies: indices,
    stars: values.map((weight) => Math.round(2 * (2 + 3 * weight)) / 2),
    atSeconds: new Uint32Array(values.length).fill(1_000_000_000),
    userIds: ids(rows),
    movieIds: ids(columns),
  };
  const genres = ["Action", "Comedy", "Drama", "Horror", "Romance", "Sci-Fi"];
  const movies = ratings.movieIds.map((id, movie) => ({
    id,
    title: id,
    alternativeTitles: [],
    year: 1930 + (movie % 90),
    genres: [genres[movie % 6]!, genres[(movie * 7 + 1) % 6]!],
  }));
  return { ratings, movies };
}

async function read(kind: string, folder: string): Promise<TrainingData> {
  if (kind === "matrix") return tableOf(await readMatrix(folder));
  return (await readDataset(folder)).dataset;
}

async function main([kind = "", folder = "", name = ""]: readonly string[]): Promise<void> {
  const data = await read(kind, folder);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  await MODELS[name as ModelName](data);
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024 - before / 2 ** 20;
  const measured: Measured = { seconds, peakMegabytes, ratings: data.ratings.stars.length };
  console.log(JSON.stringify(measured));
}

await run(main);
