import type { NamedFile } from "../history/files-in.ts";
import { readHistory } from "../history/read-history.ts";
import { HistoryError } from "../history/row.ts";
import type { Did } from "./adapter.ts";

/** What somebody does who sends a file. The file goes no further than this: what it says does, or why it is of no use. */
export function bringing(file: NamedFile): Extract<Did, { readonly kind: "brought" }> {
  try {
    return { kind: "brought", history: readHistory(file) };
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    return { kind: "brought", history: { refused: error.message } };
  }
}
