import { elevenPoints } from "../stars.ts";
import { parseYear } from "../title.ts";
import { DAT_MOVIES, DAT_RATINGS, datFilesOf } from "./dat-files.ts";
import { imdbIdOf } from "./movie-ids.ts";
import { readMovieLines, splitGenres } from "./movie-lines.ts";
import { readNumericRatings } from "./numeric-ratings.ts";
import type { DatasetReader } from "./reader.ts";

/** Movie ids are IMDb numbers; titles are written as on IMDb, article in front, no other names. */
export const movieTweetings: DatasetReader = {
  format: "MovieTweetings",
  files: "ratings.dat and movies.dat (with IMDb numbers)",

  async recognises(folder) {
    return (await datFilesOf(folder)) === "MovieTweetings";
  },

  async read(folder) {
    const { movies, report } = await readMovieLines(
      folder,
      "movies.dat",
      DAT_MOVIES,
      ([id, title, genres]) => ({
        id: id!,
        ...parseYear(title!),
        alternativeTitles: [],
        genres: splitGenres(genres!),
        imdbId: imdbIdOf(id!)!,
      }),
    );
    const format = { ...DAT_RATINGS, scale: elevenPoints };
    const reading = await readNumericRatings(folder, "ratings.dat", movies, format);
    return { ...reading, files: [...reading.files, report] };
  },
};
