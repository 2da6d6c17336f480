import { movieLens100k } from "../readers/movielens-100k.ts";
import { movieLensCsv } from "../readers/movielens-csv.ts";
import { movieLensDat } from "../readers/movielens-dat.ts";
import { movieTweetings } from "../readers/movietweetings.ts";

/** Where a data set is published, and on what terms. */
export interface PublishedDataset {
  readonly name: string;
  /** One line for --help. */
  readonly about: string;
  /** The reminder printed after every download. */
  readonly licence: string;
  /** By what a copy of it is known: how it is read, and how many ratings are in it, but for a set that changes. */
  readonly holds: { readonly format: string; readonly ratings?: number };
  readonly source: ZipSource | FilesSource;
}

/** One zip; its MD5 lies beside it under the same name and ".md5". */
export interface ZipSource {
  readonly kind: "zip";
  readonly publisher: Publisher;
  readonly path: string;
}

/** Single files, their checksums known here. */
export interface FilesSource {
  readonly kind: "files";
  readonly publisher: Publisher;
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

export type Publisher = "grouplens" | "movietweetings";

/** Base addresses; tests and mirrors give others. */
export type PublisherUrls = Readonly<Record<Publisher, string>>;

export const PUBLISHER_URLS: PublisherUrls = {
  grouplens: "https://files.grouplens.org/datasets/movielens",
  movietweetings: "https://raw.githubusercontent.com/sidooms/MovieTweetings/master",
};

const CITATION =
  "Acknowledge F. Maxwell Harper and Joseph A. Konstan, 2015. The MovieLens Datasets: History and Context. " +
  "ACM TiiS 5, 4: 19. https://doi.org/10.1145/2827872";

const MOVIELENS_LICENCE =
  "GroupLens: redistribution, of transformations too, only under the same conditions; no commercial use " +
  `without permission; its README has the terms. ${CITATION}`;

/** 100K, 1M and 10M. */
const RESTRICTED_LICENCE =
  "GroupLens: for research; no redistribution without permission, so do not ship a model trained on it; " +
  `no commercial use; its README has the terms. ${CITATION}`;

const movieLens = (
  name: string,
  about: string,
  holds: PublishedDataset["holds"],
  licence = MOVIELENS_LICENCE,
): PublishedDataset => ({
  name,
  about,
  licence,
  holds,
  source: { kind: "zip", publisher: "grouplens", path: `${name}.zip` },
});

const { format: CSV } = movieLensCsv;
const { format: DAT } = movieLensDat;

export const PUBLISHED_DATASETS: readonly PublishedDataset[] = [
  movieLens(
    "ml-latest-small",
    "100 thousand ratings of 9,700 movies, to 2018: what the shipped model is made of",
    { format: CSV, ratings: 100_836 },
  ),
  movieLens(
    "ml-100k",
    "100 thousand ratings, 1997 to 1998",
    { format: movieLens100k.format, ratings: 100_000 },
    RESTRICTED_LICENCE,
  ),
  movieLens("ml-1m", "1 million ratings, 2000", { format: DAT, ratings: 1_000_209 }, RESTRICTED_LICENCE),
  movieLens(
    "ml-10m",
    "10 million ratings, to 2009",
    { format: DAT, ratings: 10_000_054 },
    RESTRICTED_LICENCE,
  ),
  movieLens("ml-20m", "20 million ratings, to 2015", { format: CSV, ratings: 20_000_263 }),
  movieLens("ml-25m", "25 million ratings, to 2019", { format: CSV, ratings: 25_000_095 }),
  movieLens("ml-32m", "32 million ratings, to 2023", { format: CSV, ratings: 32_000_204 }),
  movieLens("ml-latest", "all ratings there are, changing from time to time", { format: CSV }),
  {
    name: "movietweetings-100k",
    about: "100 thousand ratings from tweets, 2013",
    licence:
      "MIT. Cite Simon Dooms, Toon De Pessemier and Luc Martens, 2013. MovieTweetings: a Movie Rating Dataset " +
      "Collected From Twitter. CrowdRec at RecSys.",
    holds: { format: movieTweetings.format, ratings: 100_000 },
    source: {
      kind: "files",
      publisher: "movietweetings",
      folder: "snapshots/100K",
      files: [
        { name: "movies.dat", sha256: "e63fb84bc734e3c574f135634a40d3cbafab22b8f94f5fc0b80f80d1d2076efc" },
        { name: "ratings.dat", sha256: "c0dd868c2632d10002ebc928ddc5345f33adeaa59eca52c2941c26a2c5e36fd6" },
      ],
    },
  },
];
