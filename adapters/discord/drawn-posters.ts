/** Drawn posters for suggestions that have no other picture: beside the card, in the card's own message. */
import { LRUCache } from "lru-cache";
import type { SuggestionId } from "../../src/conversation/person.ts";
import type { World } from "../../src/conversation/world.ts";
import { createPngPosters } from "../../src/host/posters.ts";
import type { ConversationId, Store } from "../../src/store/store.ts";

export interface DrawnPoster {
  /** PNG. */
  readonly data: Buffer;
  /** Of its tone, as Discord takes it: 0xrrggbb. */
  readonly colour: number;
}

/** Undefined where there is nothing to draw, or too much to draw just now. Never fails. */
export type DrawPoster = (
  suggestion: SuggestionId,
  conversation: ConversationId,
) => Promise<DrawnPoster | undefined>;

/** Twice what Discord shows of a thumbnail on the finest screens. */
const WIDTH = 320;
const REMEMBERED = 10_000;
/** A card waits for no more posters than these; it goes without. */
const MOST_AT_A_TIME = 8;

/** @param onTrouble is told of what was no fault of the card */
export function drawnPosters(
  world: World,
  store: Pick<Store, "suggestion">,
  onTrouble: (error: unknown) => void,
): DrawPoster {
  const posters = createPngPosters(world);
  /** A card that is drawn again keeps its poster. */
  const looks = new LRUCache<SuggestionId, string>({ max: REMEMBERED });
  const latest = new LRUCache<ConversationId, string>({ max: REMEMBERED });
  let underWay = 0;

  async function draw(suggestion: SuggestionId, conversation: ConversationId) {
    const made = await store.suggestion(suggestion);
    const movie = made && world.catalog.byId(made.suggestion.movie);
    if (!movie) return undefined;
    const look = looks.get(suggestion);
    const poster = await posters.png(movie, { width: WIDTH, look, not: latest.get(conversation) });
    looks.set(suggestion, poster.look);
    if (look === undefined) latest.set(conversation, poster.look);
    return { data: poster.png, colour: Number.parseInt(poster.colour.slice(1), 16) };
  }

  return async (suggestion, conversation) => {
    if (underWay >= MOST_AT_A_TIME) return undefined;
    underWay++;
    try {
      return await draw(suggestion, conversation);
    } catch (error) {
      onTrouble(error);
      return undefined;
    } finally {
      underWay--;
    }
  };
}
