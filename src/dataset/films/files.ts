/** What the publishers' files are called; data/README.md tells where each is from. */
export const FILM_FILES = {
  /** Titles, years and genres of MovieLens 32M. */
  titles: "ml-32m-movies.csv",
  /** Means and counts of MovieLens ml-latest. */
  crowd: "ml-latest-2023-average_ratings.csv",
  /** Films by IMDb id, as fetched from Wikidata's query service. */
  wikidata: "wikidata-films.jsonl.gz",
  /** The same, from a dump of 2019: where there is no newer one. */
  wikidataTo2019: "wikidata-films-2019.jsonl.gz",
  people: "wikidata-people.csv.gz",
  oscars: "oscars.csv",
  recentWikidata: "wikidata-films-2015-2025-by-title.csv",
  wikipedia: "wikipedia-movie-data.jsonl.gz",
  freebase: "cmu-movie.metadata.tsv.gz",
} as const;

/** Without these less is known, and nothing else is amiss. */
export const SPARE_FILES: readonly string[] = [
  FILM_FILES.recentWikidata,
  FILM_FILES.wikipedia,
  FILM_FILES.freebase,
];
