import { halfStars } from "../stars.ts";
import { parseMovieLensTitle } from "../title.ts";
import { readMovieLines } from "./movie-lines.ts";
import { readNumericRatings } from "./numeric-ratings.ts";
import type { DatasetReader } from "./reader.ts";

/** The 0/1 columns at the end of u.item, in their order; the first is "unknown" and stands for none. */
const GENRES = (
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|" +
  "Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western"
).split("|");
/** id, title, release date, video release date, IMDb address. */
const FIELDS_BEFORE_GENRES = 5;

export const movieLens100k: DatasetReader = {
  format: "MovieLens 100K",
  files: "u.data and u.item",

  async recognises({ files }) {
    return files.includes("u.data") && files.includes("u.item");
  },

  async read(folder) {
    const fieldCount = FIELDS_BEFORE_GENRES + GENRES.length;
    const { movies, report } = await readMovieLines(
      folder,
      "u.item",
      { separator: "|", fieldCount },
      (fields) => ({
        id: fields[0]!,
        ...parseMovieLensTitle(fields[1]!),
        genres: GENRES.filter((_, i) => i > 0 && fields[FIELDS_BEFORE_GENRES + i] === "1"),
      }),
    );
    const format = { separator: "\t", headerLines: 0, scale: halfStars } as const;
    const reading = await readNumericRatings(folder, "u.data", movies, format);
    return { ...reading, files: [...reading.files, report] };
  },
};
