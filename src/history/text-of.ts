import { HistoryError } from "./row.ts";

/** The text of a file in whichever encoding it is: by its byte order mark, else UTF-8, else what Windows wrote in the West. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be");
  const wide = withoutMark(bytes);
  if (wide) return decoded(bytes, wide);
  const text = tried(bytes) ?? decoded(bytes, "windows-1252");
  if (text.includes("\0"))
    throw new HistoryError("This is no text file. Send the CSV, JSON or ZIP file as you got it.");
  return text;
}

/** UTF-16 that says nothing of itself: every other byte of what is mostly Latin letters is 0. */
function withoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const looked = Math.min(bytes.length, 512) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const [high = 0, low = 0] = zeros;
  if (low > looked / 4 && high === 0) return "utf-16le";
  return high > looked / 4 && low === 0 ? "utf-16be" : undefined;
}

const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

function tried(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
