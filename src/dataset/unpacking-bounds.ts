/** What an archive may become: data sets stay far below, and what does not was made to fill a disk. */
export interface UnpackingBounds {
  readonly entries: number;
  readonly bytes: number;
  /** Unpacked bytes for one that is packed. */
  readonly ratio: number;
  /** So little may have any ratio. */
  readonly smallBytes: number;
}

export const UNPACKING_BOUNDS: UnpackingBounds = {
  entries: 1_000,
  bytes: 16 * 2 ** 30,
  ratio: 100,
  smallBytes: 64 * 2 ** 20,
};

export interface Unpacking {
  readonly entries: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

/** What is out of bounds, as part of a sentence; undefined where nothing is. */
export function outOfBounds(
  { entries, packedBytes, bytes }: Unpacking,
  bounds = UNPACKING_BOUNDS,
): string | undefined {
  if (entries > bounds.entries) return `it holds ${entries} entries, more than ${bounds.entries}`;
  if (bytes > bounds.bytes) return `it unpacks to ${megabytes(bytes)}, more than ${megabytes(bounds.bytes)}`;
  if (bytes > bounds.smallBytes && bytes > bounds.ratio * packedBytes)
    return `${megabytes(packedBytes)} of it unpack to ${megabytes(bytes)}, more than ${bounds.ratio} times as much`;
  return undefined;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
