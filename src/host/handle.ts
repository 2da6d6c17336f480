import type { Card } from "../conversation/card.ts";
import { readCommand } from "../conversation/command.ts";
import { newDialogue } from "../conversation/dialogue.ts";
import type { Effect, Event } from "../conversation/event.ts";
import { standingFeedback } from "../conversation/person.ts";
import { step } from "../conversation/step.ts";
import * as wording from "../conversation/wording.ts";
import type { State, World } from "../conversation/world.ts";
import type { IntentParser } from "../intent/parser.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { Change, CommitOutcome, Remembered, Revision, Store } from "../store/store.ts";
import type { Adapter, Destination, Incoming } from "./adapter.ts";

/** Past this, what the rules make of the words now beats a better reading later. */
const PARSE_WITHIN_MS = 4_500;

/** Where a person stood after the event that is the revision. */
export interface StateAtHand {
  readonly revision: Revision;
  readonly state: State;
}

export interface HandleOptions {
  readonly world: World;
  readonly store: Store;
  readonly parser?: IntentParser;
  readonly adapter: Adapter;
  readonly states: {
    get(key: string): StateAtHand | undefined;
    set(key: string, state: StateAtHand): unknown;
    clear(): void;
  };
}

/** One event, start to finish. The one place that both thinks and acts: kept a straight line. */
export async function handle(host: HandleOptions, arrived: Incoming): Promise<void> {
  const { adapter, store, states } = host;
  const located = await locate(host, arrived);
  if (!located) return;
  const { incoming } = located;
  const { user, conversation } = incoming;
  const destination = destinationOf({ ...incoming, private: await isPrivate(store, incoming) });
  for (const effect of await rememberedStep(host, located)) {
    switch (effect.kind) {
      case "say": {
        const card = { ...effect.card, ...located.manners };
        const message = await adapter.send(destination, card);
        const { suggestion } = card;
        const shared = incoming.did.kind === "shared";
        if (message && suggestion) await store.keepMessage({ message, suggestion, conversation, shared });
        break;
      }
      case "redraw": {
        const drawn = await redraw(host, effect.card);
        if (!drawn && effect.orSay) await adapter.send(destination, effect.orSay);
        break;
      }
      case "setPrivate":
        if (effect.whose === "mine") await store.setPersonPrivate(user, effect.private);
        else if (incoming.place)
          await store.setPlacePrivate(user.platform, incoming.place.id, effect.private);
        break;
      case "export": {
        const all = await store.export(user);
        await adapter.send(destination, wording.exported(JSON.stringify(all, undefined, 2)));
        break;
      }
      case "forget":
        states.clear(); // nothing of the person stays in memory either
        await store.forget(user);
        await adapter.send(destination, wording.forgotten());
        break;
      case "log":
      case "suggest":
        break; // kept already, in the commit below
    }
  }
}

async function isPrivate(store: Store, { user, did, place, private: asked }: Incoming): Promise<boolean> {
  if (did.kind === "shared") return false;
  return asked ?? (place !== undefined && (await store.prefersPrivate(user, place.id)));
}

/** Draws the card of a suggestion again wherever it stands, but not where it was shown to others. False if nowhere. */
async function redraw({ adapter, store }: HandleOptions, card: Card): Promise<boolean> {
  if (!adapter.edit) return false;
  const own = (await store.postedOf(card.suggestion!)).filter(({ shared }) => !shared);
  let drawn = false;
  for (const { message } of own) if (await adapter.edit(message, card)) drawn = true;
  return drawn;
}

/** An event, and what it speaks of as far as that is known. */
interface Located {
  /** In the conversation in which the suggestion it speaks of was made. */
  readonly incoming: Incoming;
  /** As the conversation sees it; undefined where it speaks of a suggestion nobody remembers. */
  readonly event: Event | undefined;
  /** How it is answered: to a passer-by, who answers a suggestion made to somebody else, in private. */
  readonly manners: Pick<Card, "private" | "aside">;
}

/** Undefined where it was done on a message that carries nothing of ours, or nothing any more. */
async function locate({ store, parser }: HandleOptions, incoming: Incoming): Promise<Located | undefined> {
  const { event: id, atMs, did, user, place } = incoming;
  const when = { id, atMs, ...(place && { place }) };
  if (did.kind === "said" && parser && !readCommand(did.text)) {
    const parsed = await parser.parse(
      did.text,
      AbortSignal.timeout(PARSE_WITHIN_MS),
      `${user.platform}:${user.id}`,
    );
    return {
      incoming,
      event: { ...when, ...did, ...(parsed.ok && { request: parsed.request }) },
      manners: {},
    };
  }
  if (!("on" in did)) return { incoming, event: { ...when, ...did }, manners: {} };
  const { on, ...what } = did;
  const standing = on.message === undefined ? undefined : await store.postedIn(on.message);
  const named = "suggestion" in on ? on.suggestion : standing?.suggestion;
  if (named === undefined) return undefined;
  const found = await store.suggestion(named);
  if (!found && !("suggestion" in on)) return undefined;
  return {
    incoming: { ...incoming, conversation: standing?.conversation ?? incoming.conversation },
    event: found && { ...when, ...what, suggestion: found.suggestion },
    manners:
      found && found.user.id !== user.id && what.kind !== "shared"
        ? { private: true, aside: what.gesture !== "info" }
        : {},
  };
}

/**
 * Decides what an event does and commits it, before anything is said: a crash may cost a reply, never a
 * taste. Computes again when another process has committed for the same person meanwhile. An event that
 * was dealt with before has no effects.
 */
async function rememberedStep(
  { world, store, states }: HandleOptions,
  { incoming, event }: Located,
): Promise<readonly Effect[]> {
  if (!event) return [{ kind: "say", card: wording.nothingToAnswer() }];
  const key = `${incoming.user.platform}:${incoming.user.id} in ${incoming.conversation}`;
  for (;;) {
    const before = await recall(world, store, incoming, states.get(key));
    const { state, effects } = step(world, before.state, event);
    if (effects.some(({ kind }) => kind === "forget")) return effects;
    const outcome: CommitOutcome = await store.commit(
      changeOf(world, incoming, before.revision, state, effects),
    );
    if (outcome === "duplicate") return [];
    if (outcome === "conflict") continue;
    states.set(key, { revision: incoming.event, state });
    return effects;
  }
}

/** The person and the dialogue: at hand where nothing was committed since, else as the store has them. */
async function recall(
  world: World,
  store: Store,
  incoming: Incoming,
  atHand?: StateAtHand,
): Promise<StateAtHand> {
  const { user, conversation } = incoming;
  if (atHand && atHand.revision === (await store.revision(user))) return atHand;
  const remembered = await store.load(user, conversation);
  const { revision, log, suggestions, dialogue = newDialogue } = remembered;
  return { revision, state: { person: { log, suggestions, taste: tasteOf(world, remembered) }, dialogue } };
}

/** The stored embedding where it belongs to this model, else the log folded again. */
function tasteOf({ recommender }: World, { log, embedding }: Remembered): Taste {
  const feedback = standingFeedback(log);
  return embedding?.modelVersion === recommender.model.version
    ? recommender.resume(feedback, embedding.values)
    : recommender.taste(feedback);
}

function changeOf(
  { recommender }: World,
  { user, conversation, event, atMs }: Incoming,
  revision: Revision,
  { person, dialogue }: State,
  effects: readonly Effect[],
): Change {
  return {
    user,
    conversation,
    event,
    atMs,
    revision,
    entries: effects.flatMap((effect) => (effect.kind === "log" ? [effect.entry] : [])),
    suggestions: effects.flatMap((effect) => (effect.kind === "suggest" ? [effect.suggestion] : [])),
    embedding: { modelVersion: recommender.model.version, values: person.taste.embedding },
    dialogue,
  };
}

export function destinationOf({ conversation, event, user, private: eyesOnly }: Incoming): Destination {
  return { conversation, inReplyTo: event, user, ...(eyesOnly && { private: true }) };
}
