import { halfStars } from "../stars.ts";
import { parseMovieLensTitle } from "../title.ts";
import { DAT_MOVIES, DAT_RATINGS, datFilesOf } from "./dat-files.ts";
import { readMovieLines, splitGenres } from "./movie-lines.ts";
import { readNumericRatings } from "./numeric-ratings.ts";
import type { DatasetReader } from "./reader.ts";

/** MovieLens 1M (latin-1, whole stars) and 10M (UTF-8, half stars). */
export const movieLensDat: DatasetReader = {
  format: "MovieLens 1M/10M",
  files: "ratings.dat and movies.dat",

  async recognises(folder) {
    return (await datFilesOf(folder)) === "MovieLens";
  },

  async read(folder) {
    const { movies, report } = await readMovieLines(
      folder,
      "movies.dat",
      DAT_MOVIES,
      ([id, title, genres]) => ({
        id: id!,
        ...parseMovieLensTitle(title!),
        genres: splitGenres(genres!),
      }),
    );
    const format = { ...DAT_RATINGS, scale: halfStars };
    const reading = await readNumericRatings(folder, "ratings.dat", movies, format);
    return { ...reading, files: [...reading.files, report] };
  },
};
