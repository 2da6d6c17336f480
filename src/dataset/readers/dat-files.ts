import type { SourceFolder } from "../source-folder.ts";

/** What movies.dat and ratings.dat have in common wherever they come from. */
export const DAT_MOVIES = { separator: "::", fieldCount: 3 } as const;
export const DAT_RATINGS = { separator: "::", headerLines: 0 } as const;

/**
 * MovieLens 1M and 10M and MovieTweetings name their files alike and are told apart by the first movie:
 * MovieTweetings has IMDb numbers, filled up with zeros to seven digits.
 */
export async function datFilesOf(folder: SourceFolder): Promise<"MovieLens" | "MovieTweetings" | undefined> {
  if (!folder.files.includes("movies.dat") || !folder.files.includes("ratings.dat")) return undefined;
  return /^\d{7,8}::/.test(await folder.firstLine("movies.dat")) ? "MovieTweetings" : "MovieLens";
}
