export interface StoreErrorOptions extends ErrorOptions {
  readonly kept?: StoreError["kept"];
}

/** A database that cannot be used. The message names the file, what is wrong, and what to do. */
export class StoreError extends Error {
  override name = "StoreError";
  /** Whether what was to be written is kept all the same: nobody knows where the disk failed in the middle of it. */
  readonly kept: "no" | "unknown";

  constructor(message: string, { kept = "no", ...options }: StoreErrorOptions = {}) {
    super(message, options);
    this.kept = kept;
  }
}
