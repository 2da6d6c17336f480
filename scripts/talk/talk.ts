/** A conversation of one newcomer with the real thing, played without a platform. */
import { contextOf } from "../../src/conversation/context.ts";
import { newDialogue } from "../../src/conversation/dialogue.ts";
import type { Effect, Event } from "../../src/conversation/event.ts";
import { newcomer } from "../../src/conversation/remember.ts";
import { settingOf } from "../../src/conversation/setting.ts";
import { step } from "../../src/conversation/step.ts";
import type { State, World } from "../../src/conversation/world.ts";
import type { Reader } from "../../src/intent/reader.ts";

export interface Hearing {
  readonly world: World;
  readonly reader: Reader;
}

export interface Talk {
  readonly state: State;
  /** When the next thing happens: milliseconds since 1970. */
  readonly nowMs: number;
  play(did: DistributiveOmit<Event, "id" | "atMs">): readonly Effect[];
  /** As the host does it. */
  say(text: string): Promise<readonly Effect[]>;
}

/** @param name of the conversation: chance is seeded by it */
export function createTalk({ world, reader }: Hearing, name: string): Talk {
  let state: State = { person: newcomer(world.recommender), dialogue: newDialogue };
  let events = 0;
  const nowMs = () => FIRST_MS + MINUTE_MS * events;
  const play: Talk["play"] = (did) => {
    const event = { id: `${name}-${events}`, atMs: nowMs(), ...did } as Event;
    events++;
    const played = step(world, state, event);
    state = played.state;
    return played.effects;
  };
  return {
    get state() {
      return state;
    },
    get nowMs() {
      return nowMs();
    },
    play,
    async say(text) {
      const setting = async () => settingOf(world, state, nowMs());
      const listened = await reader.hear(text, new AbortController().signal, undefined, setting);
      return play({ kind: "said", ...listened(contextOf(world, state)) });
    },
  };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const FIRST_MS = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
