import type { FilmDetailsSource } from "../catalog/film-details.ts";
import type { Card } from "../conversation/card.ts";
import { contextOf } from "../conversation/context.ts";
import type { Dialogue } from "../conversation/dialogue.ts";
import type { Effect, Event, Gesture } from "../conversation/event.ts";
import { heardOf } from "../conversation/heard.ts";
import type { Offers } from "../conversation/offers.ts";
import type { LogEntry } from "../conversation/person.ts";
import { settingOf } from "../conversation/setting.ts";
import { step } from "../conversation/step.ts";
import * as wording from "../conversation/wording.ts";
import type { State, World } from "../conversation/world.ts";
import type { Reader } from "../intent/reader.ts";
import type { Setting } from "../intent/setting.ts";
import type { Change, MessageId, Revision, Showing, Store, UserKey } from "../store/store.ts";
import type { Adapter, Incoming } from "./adapter.ts";
import { afterEvent, recall, type StatesAtHand, stateOf } from "./at-hand.ts";
import { isAboutLinks, type LinkEffect, type Linking } from "./linking.ts";
import { steppedOnServices } from "./on-services.ts";
import { keyOf, type Outbox } from "./outbox.ts";
import { withPast } from "./past.ts";
import type { Redrawing } from "./redrawing.ts";
import { isAboutSharing, type Sharing, type SharingEffect } from "./sharing.ts";
import { destinationOf, type Manners, showingsOf } from "./showings.ts";
import { zoneOf } from "./time-zone.ts";

/** Past this, what the rules make of the words now beats a better reading later. */
const HEAR_WITHIN_MS = 4_500;

export interface HandleOptions {
  readonly world: World;
  readonly store: Store;
  readonly reader: Reader;
  readonly adapter: Adapter;
  readonly outbox: Outbox;
  readonly redrawing: Redrawing;
  readonly linking: Linking;
  readonly sharing: Sharing;
  readonly states: StatesAtHand;
  /** Tells where films can be watched. Absent: nobody does. */
  readonly details?: FilmDetailsSource | undefined;
  /** Told of each turn once it is committed: where the conversation stood before, and what was said in it. */
  readonly onKept?: ((turn: KeptTurn) => void) | undefined;
}

/** What others may learn from. */
export interface KeptTurn {
  readonly user: UserKey;
  /** That the person is served by. */
  readonly world: World;
  readonly before: Dialogue;
  readonly entries: readonly LogEntry[];
}

/**
 * One event, start to finish. The one place that both thinks and acts: kept a straight line. What it does is
 * committed first; then the answer is shown, and cards that are out of date are drawn again behind it.
 *
 * @param onCommitted told once nothing of it can be lost any more, though it may not be shown yet
 * @throws where nothing was kept of it
 */
export async function handle(
  host: HandleOptions,
  arrived: Incoming,
  onCommitted: () => void = () => {},
): Promise<void> {
  const { store, states, outbox, redrawing } = host;
  const located = await locate(host, arrived);
  if (!located) return;
  const { incoming, event } = located;
  const { user, conversation } = incoming;
  const destination = destinationOf({ ...incoming, private: await isPrivate(store, incoming) });
  if (!event) return outbox.say(destination, { ...wording.nothingToAnswer(), ...located.manners });
  const turn = await rememberedTurn(host, { ...located, event });
  if (turn === "forget") {
    states.clear(); // nothing of the person stays in memory either
    const wiped = await store.forget(user, onCommitted);
    return outbox.say(destination, wording.forgotten(wiped));
  }
  onCommitted();
  await outbox.show(user, conversation);
  for (const effect of turn.links) await outbox.say(destination, await settled(host, incoming, effect));
  for (const { card, messages, orSay } of turn.outdated) {
    redrawing.redraw(messages, card, user, () => orSay && outbox.say(destination, orSay));
  }
}

/** Does what was decided about links, of whichever sort. */
const settled = (
  { linking, sharing }: HandleOptions,
  incoming: Incoming,
  effect: AboutLinks,
): Promise<Card> =>
  isAboutSharing(effect) ? sharing.settle(incoming, effect) : linking.settle(incoming, effect);

async function isPrivate(store: Store, { user, did, place, private: asked }: Incoming): Promise<boolean> {
  if (did.kind === "shared") return false;
  return asked ?? (place !== undefined && (await store.prefersPrivate(user, place.id)));
}

/** An event, and what it speaks of as far as that is known. */
interface Located {
  /** In the conversation in which the suggestion it speaks of was made. */
  readonly incoming: Incoming;
  /** As the conversation sees it, where it stands; undefined where it speaks of a suggestion nobody remembers. */
  readonly event: ((state: State) => Event) | undefined;
  /** How it is answered: to a passer-by, who answers a suggestion made to somebody else, in private. */
  readonly manners: Manners;
  /** The message it was done on, but not one that was shown to others. */
  readonly ownMessage?: MessageId;
}

/** Undefined where it was done on a message that carries nothing of ours, or nothing any more. */
async function locate(host: HandleOptions, incoming: Incoming): Promise<Located | undefined> {
  const { world, store, reader, adapter, sharing } = host;
  const { event: id, atMs, did, user, place } = incoming;
  const when = {
    id,
    atMs,
    usage: adapter.usage,
    ...(await zoneOf(adapter, user)),
    knowsOffers: host.details !== undefined,
    hasPage: sharing.hasPage,
    ...(place && { place }),
  };
  if (did.kind === "said") {
    const listened = await reader.hear(
      did.text,
      AbortSignal.timeout(HEAR_WITHIN_MS),
      `${user.platform}:${user.id}`,
      () => settingNow(host, incoming),
    );
    const event = (state: State): Event => ({
      ...when,
      kind: "said",
      ...listened(contextOf(world, state)),
    });
    return { incoming, event, manners: {} };
  }
  if (did.kind === "brought") {
    const { broughtBy } = await import("../history/find-films.ts"); // so that no start waits for it
    const what = "unusable" in did.history ? did.history : broughtBy(world.catalog, did.history);
    return { incoming, event: () => ({ ...when, kind: "brought", what }), manners: { private: true } };
  }
  if (!("on" in did)) return { incoming, event: () => ({ ...when, ...did }), manners: {} };
  const { on, ...what } = did;
  const { message } = on;
  const posted = message === undefined ? undefined : await store.postedIn(message);
  const named = "suggestion" in on ? on.suggestion : posted?.suggestion;
  if (named === undefined) return undefined;
  const found = await store.suggestion(named);
  if (!found && !("suggestion" in on)) return undefined;
  const isOwn = found?.user.id === user.id;
  const standing =
    what.kind === "gestureTakenBack" && (await standingBeside(store, incoming, what.gesture, message));
  return {
    incoming: { ...incoming, conversation: posted?.conversation ?? incoming.conversation },
    event:
      found && (() => ({ ...when, ...what, suggestion: found.suggestion, ...(standing && { standing }) })),
    manners:
      found && !isOwn && what.kind !== "shared"
        ? { private: true, aside: !("gesture" in what && what.gesture === "info") }
        : {},
    ...(message !== undefined && isOwn && !posted?.shared && { ownMessage: message }),
  };
}

/** What a text is said in the middle of, as it stands when it comes in. */
async function settingNow(host: HandleOptions, incoming: Incoming): Promise<Setting> {
  const { world, store, states } = host;
  const { user, atMs } = incoming;
  const before = await recall(host, incoming, states.get(keyOf(user)));
  return withPast(store, user, (past) => settingOf(world, stateOf(before, past), atMs));
}

/** The other reactions of the person under the message, oldest first. */
async function standingBeside(
  store: Store,
  { user }: Incoming,
  gesture: Gesture,
  message?: MessageId,
): Promise<Gesture[]> {
  const all = message === undefined ? [] : await store.reactions(message);
  return all.filter((one) => one.user.id === user.id && one.gesture !== gesture).map((one) => one.gesture);
}

/** A card that is out of date, and where it stands. */
interface Outdated {
  readonly card: Card;
  readonly messages: readonly MessageId[];
  /** Where it cannot be drawn. */
  readonly orSay?: Card;
}

type AboutLinks = LinkEffect | SharingEffect;
const isAboutAnyLink = (effect: Effect): effect is AboutLinks =>
  isAboutLinks(effect) || isAboutSharing(effect);

/** What is left to be done of a turn when it is committed. */
interface Remembered {
  readonly outdated: readonly Outdated[];
  readonly links: readonly AboutLinks[];
}

const NOTHING: Remembered = { outdated: [], links: [] };

/**
 * Decides what an event does and commits it, before anything is shown: a crash may delay a reply, and costs no taste.
 * Computes again when another process has committed for the same person meanwhile. An event that was dealt with
 * before has no effects.
 */
async function rememberedTurn(
  host: HandleOptions,
  located: Located & { readonly event: (state: State) => Event },
): Promise<Remembered | "forget"> {
  const { world, store, states, outbox } = host;
  const { incoming, event, manners } = located;
  const { user } = incoming;
  const key = keyOf(user);
  const answering = { incoming, manners, private: await isPrivate(store, incoming) };
  for (;;) {
    const before = await recall(host, incoming, states.get(key));
    // whoever is not remembered has nothing to take back, and is not remembered for trying to
    if (before.revision === null && incoming.did.kind === "gestureTakenBack") return NOTHING;
    const stepWith = (offers?: Offers) =>
      withPast(store, user, (past) => {
        const stands = stateOf(before, past);
        const happened = { ...event(stands), ...(offers && { offers }) };
        return { ...step(world, stands, happened), happened };
      });
    const { details } = host;
    const { services } = before.lasting;
    const { state, effects, happened } =
      details && services
        ? await steppedOnServices({ details, world }, services, stepWith)
        : await stepWith();
    const by = happened.kind === "said" ? happened.by : undefined;
    if (effects.some(({ kind }) => kind === "forget")) return "forget";
    const { toShow, outdated } = await toDraw(host, effects, located);
    const showings = showingsOf(toShow, answering);
    const { atHand, snapshot } = afterEvent(world, before, incoming.event, state);
    const change = changeOf(world, incoming, before.revision, state, effects, showings);
    const { did } = incoming;
    const heard = did.kind === "said" && heardOf(world.catalog, did.text, by ?? "rules", effects);
    const outcome = await store.commit({ ...change, ...(snapshot && { snapshot }), ...(heard && { heard }) });
    if (outcome === "duplicate") return NOTHING;
    if (outcome === "conflict") continue;
    states.set(key, atHand);
    host.onKept?.({ user, world, before: before.dialogue, entries: change.entries });
    outbox.announce(showings);
    return { outdated, links: effects.filter(isAboutAnyLink) };
  }
}

/** Cards to be drawn again where they stand; what they say is said where they stand nowhere that can be changed. */
async function toDraw(
  { adapter, store }: HandleOptions,
  effects: readonly Effect[],
  { ownMessage }: Located,
): Promise<{ readonly toShow: readonly Effect[]; readonly outdated: readonly Outdated[] }> {
  const toShow: Effect[] = [];
  const outdated: Outdated[] = [];
  for (const effect of effects) {
    if (effect.kind !== "redraw") {
      toShow.push(effect);
      continue;
    }
    const { card, orSay } = effect;
    // what stands on another platform is drawn there when it is answered there
    const posted = (await store.postedOf(card.suggestion!)).filter(
      ({ shared, message }) => !shared && message.startsWith(`${adapter.name}:`),
    );
    const messages = new Set([...posted.map(({ message }) => message), ...(ownMessage ? [ownMessage] : [])]);
    if (adapter.edit && messages.size > 0)
      outdated.push({ card, messages: [...messages], ...(orSay && { orSay }) });
    else if (orSay) toShow.push({ kind: "say", card: orSay });
  }
  return { toShow, outdated };
}

function changeOf(
  { recommender }: World,
  { user, conversation, event, atMs, did, place }: Incoming,
  revision: Revision,
  { person, dialogue }: State,
  effects: readonly Effect[],
  showings: readonly Showing[],
): Change {
  const preference = effects.findLast((effect) => effect.kind === "setPrivate");
  const teaching = effects.findLast((effect) => effect.kind === "setTeaching");
  return {
    user,
    conversation,
    event,
    atMs,
    revision,
    entries: effects.flatMap((effect) => (effect.kind === "log" ? [effect.entry] : [])),
    suggestions: effects.flatMap((effect) => (effect.kind === "suggest" ? [effect.suggestion] : [])),
    refusals: effects.flatMap((effect) => (effect.kind === "refusal" ? [effect.entry] : [])),
    embedding: { modelVersion: recommender.model.version, values: person.taste.embedding },
    dialogue,
    showings,
    ...reactionOf(did),
    ...(teaching && { teaches: teaching.teaches }),
    ...(preference && {
      preference: {
        private: preference.private,
        ...(preference.whose === "place" && place && { place: place.id }),
      },
    }),
  };
}

/** Reactions stand under a message until they are taken away there; what is pressed leaves nothing standing. */
function reactionOf(did: Incoming["did"]): Pick<Change, "reaction"> {
  if (did.kind !== "gestured" && did.kind !== "gestureTakenBack") return {};
  const { on, gesture, kind } = did;
  return on.message === undefined
    ? {}
    : { reaction: { message: on.message, gesture, stands: kind === "gestured" } };
}
