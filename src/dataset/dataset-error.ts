/** A data set that cannot be used as it lies on disk. The message names the place, what is wrong, and the remedy. */
export class DatasetError extends Error {
  override name = "DatasetError";
  /** The offending file or folder. */
  readonly file: string;
  /** 1-based; absent where the trouble is the file as a whole. */
  readonly line: number | undefined;
  readonly found: string;
  /** What to do about it, a sentence. */
  readonly remedy: string;

  constructor(
    at: { readonly file: string; readonly line?: number },
    found: string,
    remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${at.file}${at.line === undefined ? "" : `, line ${at.line}`}: ${found}. ${remedy}`, options);
    this.file = at.file;
    this.line = at.line;
    this.found = found;
    this.remedy = remedy;
  }
}
