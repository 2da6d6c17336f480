/** "113277", "0113277" and "tt0113277" to "tt0113277"; undefined for anything else. */
export function imdbIdOf(text: string): string | undefined {
  const digits = /^(?:tt)?(\d{1,9})$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : `tt${digits.padStart(7, "0")}`;
}

/** "862" to 862, and "862.0" too, as programs that hold gaps as floating point write it. */
export function tmdbIdOf(text: string): number | undefined {
  const id = Number(text.trim() || Number.NaN);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}
