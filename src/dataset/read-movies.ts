import type { DatasetMovie } from "./dataset.ts";
import { DatasetError } from "./dataset-error.ts";
import { readMovieLensMovies } from "./readers/movielens-csv.ts";
import { MOVIE_FILE, readExportedMovies } from "./readers/plain-export.ts";
import { openFolder } from "./source-folder.ts";

/**
 * The movies of a data set whose ratings are read elsewhere, in the order of their file.
 *
 * @throws DatasetError on a folder without movies.csv and movie_data.csv, or with too many bad rows in it
 */
export async function readMovies(path: string): Promise<{ name: string; movies: DatasetMovie[] }> {
  const folder = await openFolder(path);
  const read = async () => {
    if (folder.files.includes("movies.csv")) return readMovieLensMovies(folder, String);
    if (folder.files.includes(MOVIE_FILE)) return readExportedMovies(folder);
    throw new DatasetError(
      { file: path },
      `neither movies.csv nor ${MOVIE_FILE} (found ${folder.files.slice(0, 6).join(", ") || "nothing"})`,
      "Movies are described there, in one of the two forms that data/README.md shows.",
    );
  };
  return { name: folder.name, movies: [...(await read()).movies.values()] };
}
