/** Which films can be watched with the services that somebody has. */
import type { WatchOffers } from "../catalog/film-details.ts";
import type { MovieId } from "../catalog/movie.ts";

/** What was found out so far. */
export interface Offers {
  /** Absent: nobody has asked yet. */
  readonly known: ReadonlyMap<MovieId, boolean>;
  /** Nothing more will be found out: whatever is left will do. */
  readonly isGivenUp: boolean;
}

/** Whether a film is to be had by one of the services without paying for it besides. */
export function isOffered({ stream, free }: WatchOffers, services: readonly string[]): boolean {
  const names = [...stream, ...free].map(plain);
  return services.map(plain).some((one) => names.some((name) => name.startsWith(one) || name.includes(one)));
}

/** "Disney+" is "Disney Plus" elsewhere, and "Prime Video" "Amazon Prime Video". */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("+", "plus")
    .replace(/[^\p{L}\p{N}]/gu, "");
