/** Drawn posters for suggestions, for platforms that show pictures beside words. */
import { LRUCache } from "lru-cache";
import { hashOfKey } from "../catalog/key-hash.ts";
import type { MovieId } from "../catalog/movie.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";
import type { SuggestionId } from "../conversation/person.ts";
import type { World } from "../conversation/world.ts";
import { posterOf } from "../posters/poster.ts";
import type { ConversationId, Store } from "../store/store.ts";
import { createPngPosters, filmToDraw, postersTogether } from "./posters.ts";

export interface DrawnPoster {
  /** Names the film and how it is drawn: the same name, the same picture. */
  readonly name: string;
  readonly png: Buffer;
  /** For those who do not see it. */
  readonly alt: string;
  /** Of its tone: "#rrggbb" */
  readonly colour: string;
}

/** Both are undefined where there is nothing to draw, or too much to draw just now. They never fail. */
export interface DrawnPosters {
  /** Of another look than the poster before it in the conversation, and the same when it is asked for again. Several films are drawn side by side. */
  of(pictured: SuggestionId | MovieId, conversation: ConversationId): Promise<DrawnPoster | undefined>;
  /** The colour alone, for what has a picture. */
  colourOf(pictured: SuggestionId | MovieId): Promise<string | undefined>;
}

export interface DrawnPostersOptions {
  readonly world: World;
  readonly store: Pick<Store, "suggestion">;
  /** Pixels; the height is half as much again. */
  readonly width: number;
  /** Is told of what was no fault of the card. */
  readonly onTrouble: (error: unknown) => void;
}

/** Pixels of several posters side by side. */
const ALL_WIDTH = 900;
const REMEMBERED = 10_000;
/** A card waits for no more posters than these; it goes without. */
const MOST_AT_A_TIME = 8;

export function drawnPosters({ world, store, width, onTrouble }: DrawnPostersOptions): DrawnPosters {
  const posters = createPngPosters(world);
  /** A card that is drawn again keeps its poster. */
  const looks = new LRUCache<SuggestionId | MovieId, string>({ max: REMEMBERED });
  const latest = new LRUCache<ConversationId, string>({ max: REMEMBERED });
  let underWay = 0;

  async function movieOf(pictured: SuggestionId | MovieId) {
    const [first = "", ...others] = pictured.split(" ");
    const made = others.length > 0 ? undefined : await store.suggestion(pictured);
    return world.catalog.byId(made?.suggestion.movie ?? first);
  }

  async function drawAll(ids: readonly MovieId[]): Promise<DrawnPoster | undefined> {
    const movies = ids.flatMap((id) => world.catalog.byId(id) ?? []);
    const [first] = movies;
    if (!first) return undefined;
    return {
      name: `films-${hashOfKey(ids.join(" ")).toString(36)}`,
      png: await postersTogether(world, movies, ALL_WIDTH),
      alt: `Drawn posters: ${movies.map(titleWithYear).join(", ")}`,
      colour: posterOf(filmToDraw(world, first)).colour,
    };
  }

  async function draw(pictured: SuggestionId | MovieId, conversation: ConversationId) {
    const several = pictured.split(" ");
    if (several.length > 1) return drawAll(several);
    const movie = await movieOf(pictured);
    if (!movie) return undefined;
    const look = looks.get(pictured);
    const poster = await posters.png(movie, { width, look, not: latest.get(conversation) });
    looks.set(pictured, poster.look);
    if (look === undefined) latest.set(conversation, poster.look);
    return { ...poster, name: `${movie.id}-${poster.look}` };
  }

  async function unlessTroubled<Drawn>(drawing: Promise<Drawn>): Promise<Drawn | undefined> {
    try {
      return await drawing;
    } catch (error) {
      onTrouble(error);
      return undefined;
    }
  }

  return {
    async of(pictured, conversation) {
      if (underWay >= MOST_AT_A_TIME) return undefined;
      underWay++;
      try {
        return await unlessTroubled(draw(pictured, conversation));
      } finally {
        underWay--;
      }
    },

    async colourOf(pictured) {
      const movie = await unlessTroubled(movieOf(pictured));
      return movie && posterOf(filmToDraw(world, movie)).colour;
    },
  };
}
