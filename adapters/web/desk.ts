/** Between requests and the host: an event goes in as on any platform, and what is said to it comes back as one answer. */
import type { Card } from "../../src/conversation/card.ts";
import type { EventId } from "../../src/conversation/person.ts";
import { type Table, tableOf } from "../../src/conversation/table.ts";
import type { State, World } from "../../src/conversation/world.ts";
import type { Did, Incoming } from "../../src/host/adapter.ts";
import { type StatesAtHand, statesAtHand } from "../../src/host/at-hand.ts";
import { look } from "../../src/host/look.ts";
import type { Store, UserKey } from "../../src/store/store.ts";
import { CAPABILITIES } from "./capabilities.ts";
import type { Exchanges } from "./exchanges.ts";
import { filmOf } from "./film-of.ts";
import { Problem } from "./problem.ts";
import type { ShownCard, ShownTable, ShownTurn } from "./schemas/conversation.ts";
import type { Streams } from "./streams.ts";
import { PLATFORM } from "./who.ts";
import type { Zones } from "./zones.ts";

export interface DeskOptions {
  readonly world: World;
  readonly worldOf: (user: UserKey) => World;
  readonly store: Store;
  readonly states: StatesAtHand;
  readonly exchanges: Exchanges;
  readonly streams: Streams;
  readonly zones: Pick<Zones, "forget">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onIncoming: (incoming: Incoming) => Promise<void>;
}

export interface Desk {
  /** Does it, unless it was done before, and gives back what was said to it. @throws Problem where it was not kept */
  turn(user: UserKey, event: string, did: Did): Promise<ShownTurn>;
  /** Deletes everything about the person. @throws Problem where it could not be */
  forget(user: UserKey, event: string): Promise<readonly Card[]>;
  table(user: UserKey): Promise<ShownTable>;
  /** Looks at a person; nothing is recorded of it. */
  see<Seen>(user: UserKey, see: (state: State, world: World) => Seen): Promise<Seen>;
  /** The same for somebody of any platform, of whom nothing stays at hand. */
  visit<Seen>(user: UserKey, see: (state: State, world: World) => Seen): Promise<Seen>;
}

export const conversationOf = ({ id }: UserKey): string => `${PLATFORM}:${id}`;

/** What the store knows an event by that a person's program has named: never the same as another person's. */
export const eventOf = (user: UserKey, event: string): EventId => `${conversationOf(user)}:${event}`;

export function createDesk(options: DeskOptions): Desk {
  const { store, exchanges, streams, zones, now, onIncoming } = options;

  const adapter = { capabilities: CAPABILITIES };
  const see = <Seen>(user: UserKey, seen: (state: State, world: World) => Seen): Promise<Seen> =>
    look({ ...options, adapter }, user, conversationOf(user), seen);

  const table = async (user: UserKey): Promise<ShownTable> =>
    see(user, (state, world) => shownTable(world, tableOf(world, state, now())));

  const deal = (user: UserKey, event: EventId, did: Did): Promise<readonly Card[]> =>
    exchanges.during(user.id, event, () =>
      onIncoming({ user, conversation: conversationOf(user), event, atMs: now(), did }),
    );

  const leaveNothing = (user: UserKey): void => {
    exchanges.forget(user.id);
    zones.forget(user.id);
    streams.tell(user.id, "forgotten", {});
  };

  return {
    see,
    visit: (user, seen) =>
      look({ ...options, states: statesAtHand(), adapter }, user, conversationOf(user), seen),
    table,

    async turn(user, event, did) {
      const id = eventOf(user, event);
      const wasKnown = (await store.revision(user)) !== null;
      const said = await deal(user, id, did);
      const isForgotten = wasKnown && (await store.revision(user)) === null;
      if (isForgotten) leaveNothing(user);
      else if (!said.some(isOfSeveral) && !(await store.knows(user, id))) throw notKept(said);
      const cards = await Promise.all(said.map((card) => shownCard(options, card)));
      const turn = { event, cards, table: await table(user) };
      streams.tell(user.id, "turn", turn);
      return turn;
    },

    async forget(user, event) {
      const said = await deal(user, eventOf(user, event), {
        kind: "commanded",
        command: { kind: "forgetMe", confirmed: true },
      });
      if ((await store.revision(user)) !== null) throw notKept(said);
      leaveNothing(user);
      return said;
    },
  };
}

/** What several do together is kept with them, or was nothing to be kept, of which only who did it is told. */
const isOfSeveral = ({ evening, private: isPrivate }: Card): boolean =>
  evening !== undefined || isPrivate === true;

const notKept = (said: readonly Card[]): Problem =>
  new Problem(503, said.flatMap(({ lines }) => lines).join(" ") || "That was not kept. Try once more.");

/** With the film of what it suggests. */
export async function shownCard(
  { world, store }: Pick<DeskOptions, "world" | "store">,
  card: Card,
): Promise<ShownCard> {
  const made = card.suggestion === undefined ? undefined : await store.suggestion(card.suggestion);
  const movie = made && world.catalog.byId(made.suggestion.movie);
  return { ...card, ...(movie && { film: filmOf(world, movie) }) };
}

function shownTable(world: World, { phase, suggestion, card, question, wish }: Table): ShownTable {
  const movie = suggestion && world.catalog.byId(suggestion.movie);
  return {
    phase,
    suggestion:
      suggestion && movie
        ? {
            id: suggestion.id,
            film: filmOf(world, movie),
            atMs: suggestion.atMs,
            why: suggestion.why,
          }
        : null,
    card: card ?? null,
    question: question ?? null,
    wish: [...wish],
  };
}
