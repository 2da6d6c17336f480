import { csvRows } from "./csv-rows.ts";
import { openFolder } from "./source-folder.ts";

/**
 * What people call each movie, where the data set tells: the file tags.csv of MovieLens since 2015.
 *
 * @param movieIds the data set's own ids, by row
 * @returns [n] lower-case tags, each once; none at all where the folder has no such file
 * @throws DatasetError when there is no such folder, or quotes in the file do not close
 */
export async function readTags(path: string, movieIds: readonly string[]): Promise<string[][]> {
  const folder = await openFolder(path);
  const tags = new Map(movieIds.map((id) => [id, new Set<string>()]));
  if (folder.files.includes("tags.csv")) {
    for await (const { cells } of csvRows(folder, "tags.csv")) {
      if (cells.tag) tags.get(cells.movieId ?? "")?.add(cells.tag.toLowerCase());
    }
  }
  return [...tags.values()].map((own) => [...own]);
}
