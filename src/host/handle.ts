import type { Dialogue } from "../conversation/dialogue.ts";
import { newDialogue } from "../conversation/dialogue.ts";
import type { Effect, Event } from "../conversation/event.ts";
import { standingFeedback } from "../conversation/person.ts";
import { step } from "../conversation/step.ts";
import type { State, World } from "../conversation/turn.ts";
import * as wording from "../conversation/wording.ts";
import type { Taste } from "../recommender/user-model.ts";
import type { Change, CommitOutcome, Remembered, Store } from "../store/store.ts";
import type { Adapter, Incoming } from "./adapter.ts";
import type { TasteAtHand } from "./host.ts";

export interface HandleOptions {
  readonly world: World;
  readonly store: Store;
  readonly adapter: Adapter;
  readonly tastes: {
    get(key: string): TasteAtHand | undefined;
    set(key: string, taste: TasteAtHand): unknown;
  };
}

/** One event, start to finish. The one place that both thinks and acts: kept a straight line. */
export async function handle(host: HandleOptions, incoming: Incoming): Promise<void> {
  const effects = await rememberedStep(host, incoming);
  for (const effect of effects) {
    switch (effect.kind) {
      case "say":
        await host.adapter.send(destinationOf(incoming), effect.card);
        break;
      case "export": {
        const all = await host.store.export(incoming.user);
        await host.adapter.send(destinationOf(incoming), wording.exported(JSON.stringify(all, undefined, 2)));
        break;
      }
      case "forget":
        await host.store.forget(incoming.user);
        await host.adapter.send(destinationOf(incoming), wording.forgotten());
        break;
      case "log":
      case "suggest":
        break; // kept already, in the commit below
    }
  }
}

/**
 * Decides what an event does and commits it, before anything is said: a crash may cost a reply, never a
 * taste. Computes again when another process has committed for the same person meanwhile. An event that
 * was dealt with before has no effects.
 */
async function rememberedStep(host: HandleOptions, incoming: Incoming): Promise<readonly Effect[]> {
  const { world, store, tastes } = host;
  if (await store.hasSeen(incoming.user, incoming.event)) return [];
  const event = await toEvent(store, incoming);
  if (!event) return [{ kind: "say", card: wording.nothingToAnswer() }];
  const tasteKey = `${incoming.user.platform}:${incoming.user.id}`;
  for (;;) {
    const remembered = await store.load(incoming.user, incoming.conversation);
    const before = recall(world, remembered, tastes.get(tasteKey));
    const { state, effects } = step(world, before, event);
    if (effects.some(({ kind }) => kind === "forget")) return effects;
    const outcome: CommitOutcome = await store.commit(changeOf(world, incoming, remembered, state, effects));
    if (outcome === "duplicate") return [];
    if (outcome === "conflict") continue;
    tastes.set(tasteKey, { revision: remembered.revision + 1, taste: state.person.taste });
    return effects;
  }
}

/** The person and the dialogue as the store has them, the taste from where it is cheapest to get. */
function recall(world: World, remembered: Remembered, atHand: TasteAtHand | undefined): State {
  const { log, suggestions, revision } = remembered;
  const taste = atHand?.revision === revision ? atHand.taste : tasteOf(world, remembered);
  const dialogue: Dialogue = remembered.dialogue ?? newDialogue;
  return { person: { log, suggestions, taste }, dialogue };
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
  { revision }: Remembered,
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

/** The event as the conversation sees it; undefined where it speaks of a suggestion nobody remembers. */
async function toEvent(store: Store, { event: id, atMs, did }: Incoming): Promise<Event | undefined> {
  if (did.kind !== "gestured" && did.kind !== "gestureTakenBack") return { id, atMs, ...did };
  const found = await store.suggestion(did.suggestion);
  return found && { id, atMs, ...did, suggestion: found.suggestion };
}

function destinationOf({ conversation, event }: Incoming): { conversation: string; inReplyTo: string } {
  return { conversation, inReplyTo: event };
}
