/** A database that cannot be used. The message names the file, what is wrong, and what to do. */
export class StoreError extends Error {
  override name = "StoreError";
}
