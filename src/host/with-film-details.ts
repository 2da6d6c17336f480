/** A platform whose cards say what a service elsewhere tells of films, where it answers in time. */
import { LRUCache } from "lru-cache";
import type { Catalog } from "../catalog/catalog.ts";
import type { FilmAsked, FilmDetails, FilmDetailsSource } from "../catalog/film-details.ts";
import type { Card, Elsewhere } from "../conversation/card.ts";
import { TMDB_NOTICE, withDetails } from "../conversation/wording.ts";
import type { Adapter, MessageId } from "./adapter.ts";

/** Nobody waits for them where cards are words alone. */
const ORNAMENTS: ReadonlySet<Elsewhere["adds"][number]> = new Set(["poster", "watchLink"]);

export interface FilmDetailsOptions {
  /** Absent: cards go as they are. */
  readonly details?: FilmDetailsSource | undefined;
  readonly catalog: Pick<Catalog, "byId">;
  /** For so long a card waits for what is not at hand. Default: 600 */
  readonly withinMs?: number | undefined;
}

/** A person hardly notices; what is not at hand takes TMDB two short answers. */
const WITHIN_MS = 600;
/** Messages that were drawn again, which what comes late must not undo. */
const REDRAWN_AT_HAND = 10_000;

/**
 * Cards go without where nobody answers in time: the turn is not held up, and none fails for it. What comes later is
 * drawn into the card where it stands, if the platform can do that and nothing else was drawn there meanwhile.
 */
export function withFilmDetails(
  adapter: Adapter,
  { details, catalog, withinMs = WITHIN_MS }: FilmDetailsOptions,
): Adapter {
  const redrawn = new LRUCache<MessageId, true>({ max: REDRAWN_AT_HAND });

  function lookUp({ film, adds }: Elsewhere): Promise<FilmDetails | undefined> | undefined {
    const isOfUse = adds.some((what) => !ORNAMENTS.has(what) || adapter.capabilities.images);
    const asked: FilmAsked | undefined = "title" in film ? film : catalog.byId(film.movie);
    return isOfUse && asked ? details?.detailsOf(asked) : undefined;
  }

  /** As far as it is known in time; `later` where it may be known then. */
  async function drawn(card: Card): Promise<{ readonly card: Card; readonly later?: Promise<Card> }> {
    const looking = card.elsewhere && lookUp(card.elsewhere);
    if (!looking) return { card: withDetails(card) };
    const known = await inTime(looking, withinMs);
    if (known !== "late") return { card: withDetails(card, known) };
    return { card: withDetails(card), later: looking.then((details) => withDetails(card, details)) };
  }

  const own: Partial<Adapter> = {
    usage: [...adapter.usage, ...(details ? [{ name: "TMDB", value: TMDB_NOTICE }] : [])],
    async send(destination, asked) {
      const { card, later } = await drawn(asked);
      const sent = await adapter.send(destination, card);
      if (sent.kind === "shown" && sent.message !== undefined && card.suggestion !== undefined) {
        const { message } = sent;
        void later
          ?.then(
            (full) =>
              full.picture && !redrawn.has(message) && adapter.edit?.(message, full, destination.user),
          )
          .catch(() => {}); // it is an ornament
      }
      return sent;
    },
    ...(adapter.edit && {
      async edit(message, asked, owner) {
        redrawn.set(message, true);
        return adapter.edit!(message, (await drawn(asked)).card, owner);
      },
    }),
  };
  return Object.assign(Object.create(adapter), own); // all else is the platform's own, whatever it has
}

async function inTime<T>(asked: Promise<T>, ms: number): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, ms, "late");
  });
  const first = await Promise.race([asked, late]);
  clearTimeout(timer);
  return first;
}
