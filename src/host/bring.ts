import { BOUNDS, type NamedFile } from "../history/files-in.ts";
import { readHistory } from "../history/read-history.ts";
import { HistoryError } from "../history/row.ts";
import type { Did } from "./adapter.ts";

type Brought = Extract<Did, { readonly kind: "brought" }>;

/** What somebody does who sends a file. The file goes no further than this: what it says does, or why it is of no use. */
export function bringing(file: NamedFile): Brought {
  try {
    return { kind: "brought", history: readHistory(file) };
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    return unusable(error.message);
  }
}

export interface FileElsewhere {
  readonly name: string;
  /** In bytes, as the platform tells it before it is fetched. */
  readonly size: number;
}

/**
 * The same of a file that a platform holds.
 *
 * @param fetched asked for once it is known that it may be read
 * @param platform as people write it
 */
export async function bringingFrom(
  { name, size }: FileElsewhere,
  fetched: () => Promise<Response>,
  platform: string,
): Promise<Brought> {
  if (size > BOUNDS.bytes)
    return unusable("It is too large for a history of films. Send the CSV files in it one by one.");
  try {
    const response = await fetched();
    if (!response.ok) return unusable(NOT_HANDED_OVER(platform));
    return bringing({ name, bytes: new Uint8Array(await response.arrayBuffer()) });
  } catch {
    return unusable(NOT_HANDED_OVER(platform));
  }
}

const NOT_HANDED_OVER = (platform: string): string =>
  `${platform} did not hand the file over. Send it again.`;
const unusable = (why: string): Brought => ({ kind: "brought", history: { unusable: why } });
