/** Sums under names that are paths, added up and looked up. Pure. */
import type { Count } from "../store/figures.ts";

export interface Sums {
  /** 0 where nothing was counted; never below, though what is taken back is counted down. */
  of(what: string): number;
  /** What stands directly below a path, and its sum: of "heard" "rules", "model" and "nothing". */
  below(path: string): readonly (readonly [name: string, count: number])[];
  /** As `of`, below a path. */
  in(path: string): Sums;
}

export function sumsOf(counts: readonly Pick<Count, "what" | "count">[]): Sums {
  const sums = new Map<string, number>();
  for (const { what, count } of counts) sums.set(what, (sums.get(what) ?? 0) + count);
  const within = (prefix: string): Sums => ({
    of: (what) => Math.max(0, sums.get(prefix + what) ?? 0),
    below(path) {
      const begins = path === "" ? prefix : `${prefix}${path}/`;
      return [...sums]
        .filter(
          ([what, count]) => what.startsWith(begins) && !what.slice(begins.length).includes("/") && count > 0,
        )
        .map(([what, count]) => [what.slice(begins.length), count] as const);
    },
    in: (path) => within(`${prefix}${path}/`),
  });
  return within("");
}
