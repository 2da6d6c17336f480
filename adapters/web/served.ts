import type { FilmDetailsSource } from "../../src/catalog/film-details.ts";
import type { World } from "../../src/conversation/world.ts";
import type { Operation } from "../../src/operations/operation.ts";
import type { ApiKeys } from "../../src/store/api-keys.ts";
import type { Store } from "../../src/store/store.ts";
import type { Desk } from "./desk.ts";
import type { Limits } from "./limits.ts";
import type { Streams } from "./streams.ts";
import type { Zones } from "./zones.ts";

/** What requests are served from. */
export interface Served {
  readonly world: World;
  readonly store: Store;
  readonly desk: Desk;
  readonly streams: Streams;
  readonly limits: Limits;
  readonly operation: Operation;
  /** Pages of whoever runs Matinee. */
  readonly operators: Streams;
  readonly keys: Pick<ApiKeys, "find" | "get">;
  /** Where posters are looked up. Absent: all are drawn. */
  readonly details?: FilmDetailsSource | undefined;
  /** Where people are, as far as their browsers tell. */
  readonly zones: Zones;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
