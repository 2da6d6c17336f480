import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Dataset, DatasetMovie, Ratings } from "../dataset.ts";

export const WRITABLE_FORMATS = [
  "ml-100k",
  "ml-1m",
  "ml-10m",
  "ml-csv",
  "movietweetings",
  "plain-export",
] as const;
export type WritableFormat = (typeof WRITABLE_FORMATS)[number];

export interface WriteOptions {
  /** Default "\n". */
  readonly lineEnd?: "\n" | "\r\n";
}

/**
 * Writes a data set as its publisher would have. What a format has no room for is lost: IMDb and TMDB ids
 * but for CSV, other titles in MovieTweetings and the plain export, times in the plain export.
 */
export async function writeDataset(
  folder: string,
  dataset: Dataset,
  format: WritableFormat,
  { lineEnd = "\n" }: WriteOptions = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, lines, encoding = "utf8" } of FILES[format](dataset)) {
    await writeFile(join(folder, name), lines.map((line) => line + lineEnd).join(""), encoding);
  }
}

interface TextFile {
  readonly name: string;
  readonly lines: readonly string[];
  readonly encoding?: BufferEncoding;
}

const FILES: Record<WritableFormat, (dataset: Dataset) => readonly TextFile[]> = {
  "ml-100k": ({ ratings, movies }) => [
    { name: "u.data", lines: ratingLines(ratings, "\t") },
    {
      name: "u.item",
      lines: movies.map((movie) =>
        [
          movie.id,
          movieLensTitle(movie),
          "01-Jan-1995",
          "",
          "",
          ...ITEM_GENRES.map((genre) => flag(movie, genre)),
        ].join("|"),
      ),
      encoding: "latin1",
    },
  ],
  "ml-1m": (dataset) => datFiles(dataset, "latin1"),
  "ml-10m": (dataset) => datFiles(dataset, "utf8"),
  "ml-csv": ({ ratings, movies }) => [
    { name: "ratings.csv", lines: ["userId,movieId,rating,timestamp", ...ratingLines(ratings, ",")] },
    {
      name: "movies.csv",
      lines: [
        "movieId,title,genres",
        ...movies.map((movie) => `${movie.id},${quoted(movieLensTitle(movie))},${genresOf(movie)}`),
      ],
    },
    {
      name: "links.csv",
      lines: [
        "movieId,imdbId,tmdbId",
        ...movies.flatMap(({ id, imdbId, tmdbId }) =>
          imdbId ? [`${id},${imdbId.slice(2)},${tmdbId ?? ""}`] : [],
        ),
      ],
    },
  ],
  movietweetings: ({ ratings, movies }) => {
    const ids = movies.map(({ imdbId }) => imdbId!.slice(2));
    return [
      { name: "ratings.dat", lines: ratingLines({ ...ratings, movieIds: ids }, "::", 2) },
      {
        name: "movies.dat",
        lines: movies.map(
          (movie, i) => `${ids[i]}::${movie.title}${yearOf(movie)}::${movie.genres.join("|")}`,
        ),
      },
    ];
  },
  "plain-export": ({ ratings, movies }) => [
    {
      name: "ratings_export.csv",
      lines: [
        "_id,movie_id,rating_val,user_id",
        ...Array.from(ratings.stars, (stars, row) => {
          const user = ratings.userIds[ratings.users[row]!];
          return `${row},${ratings.movieIds[ratings.movies[row]!]},${stars * 2},${user}`;
        }),
      ],
    },
    {
      name: "movie_data.csv",
      lines: [
        "genres,imdb_id,movie_id,movie_title,overview,tmdb_id,year_released",
        ...movies.map(({ id, title, genres, imdbId = "", tmdbId, year }) =>
          [
            quoted(JSON.stringify(genres)),
            imdbId,
            id,
            quoted(title),
            quoted(`A line,\nand "another".`),
            tmdbId === undefined ? "" : `${tmdbId}.0`,
            year === undefined ? "" : `${year}.0`,
          ].join(","),
        ),
      ],
    },
  ],
};

const ITEM_GENRES = (
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|" +
  "Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western"
).split("|");

function datFiles({ ratings, movies }: Dataset, encoding: BufferEncoding): readonly TextFile[] {
  const lines = movies.map((movie) => `${movie.id}::${movieLensTitle(movie)}::${genresOf(movie)}`);
  return [
    { name: "ratings.dat", lines: ratingLines(ratings, "::") },
    { name: "movies.dat", lines, encoding },
  ];
}

function ratingLines(ratings: Ratings, separator: string, pointsPerStar = 1): string[] {
  const { users, movies, stars, atSeconds, userIds, movieIds } = ratings;
  return Array.from(stars, (value, row) =>
    [userIds[users[row]!], movieIds[movies[row]!], value * pointsPerStar, atSeconds[row]].join(separator),
  );
}

/** "The Matrix" to "Matrix, The (1999)". */
function movieLensTitle(movie: DatasetMovie): string {
  const articleBehind = (title: string) => title.replace(/^(The|A|An) (.+)$/, "$2, $1");
  const others = movie.alternativeTitles.map((title) => ` (${articleBehind(title)})`).join("");
  return articleBehind(movie.title) + others + yearOf(movie);
}

function yearOf({ year }: DatasetMovie): string {
  return year === undefined ? "" : ` (${year})`;
}

function genresOf({ genres }: DatasetMovie): string {
  return genres.length === 0 ? "(no genres listed)" : genres.join("|");
}

function flag({ genres }: DatasetMovie, genre: string): 0 | 1 {
  return genres.includes(genre) ? 1 : 0;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
