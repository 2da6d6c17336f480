import { expect } from "vitest";
import type { Reading } from "../../intent/acts.ts";
import { createReading, type ReadingOptions } from "../../intent/reading/read.ts";
import type { Action, Card } from "../card.ts";
import { contextOf } from "../context.ts";
import { newDialogue } from "../dialogue.ts";
import type { Effect } from "../event.ts";
import * as remember from "../remember.ts";
import { step } from "../step.ts";
import type { State, World } from "../world.ts";

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

export const newcomer = (world: World): State => ({
  person: remember.newcomer(world.recommender),
  dialogue: newDialogue,
});

/** A newcomer who has passed over the favourites and is shown the first movie. */
export function shownFirst(world: World): State {
  const event = { id: "first", atMs: Date.UTC(2026, 0, 1) - SECOND_MS, kind: "commanded" } as const;
  return step(world, newcomer(world), { ...event, command: { kind: "next" } }).state;
}

/** What is asked for is read by these; absent: by nothing. */
type Rules = ReadingOptions["rules"];

/**
 * Plays the "you:" lines of a conversation and compares the whole exchange, the bot's lines included.
 * "you: (opens)" opens the chat, "you: (presses No)" presses the latest button of that label; "(a month later)" and
 * the like let time pass. Returns where it ended.
 */
export function transcript(world: World, script: string, from = newcomer(world), rules?: Rules): State {
  let state = from;
  let atMs = Date.UTC(2026, 0, 1);
  let turns = 100 * (state.person.log.length + state.person.suggestions.length); // no event has another's id
  const wanted = script
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const played: string[] = [];
  const actions: Action[] = [];
  for (const line of wanted) {
    const passesMs = PAUSES.get(line);
    if (passesMs !== undefined) {
      atMs += passesMs;
      played.push(line);
    }
    if (!line.startsWith("you: ")) continue;
    played.push(line);
    const said = line.slice("you: ".length);
    const pressed = /^\(presses (.+)\)$/.exec(said)?.[1];
    const text = pressed ? actions.findLast(({ label }) => label === pressed)!.says : said;
    const event = { id: `event-${++turns}`, atMs };
    atMs += SECOND_MS;
    const result = step(
      world,
      state,
      said === "(opens)" ? { ...event, kind: "opened" } : { ...event, ...saying(world, state, text, rules) },
    );
    state = result.state;
    played.push(...result.effects.flatMap(spoken));
    actions.push(
      ...result.effects.flatMap((effect) => (effect.kind === "say" ? (effect.card.actions ?? []) : [])),
    );
  }
  expect(played).toEqual(wanted);
  return state;
}

const PAUSES = new Map([
  ["(five hours later)", 5 * 3_600_000],
  ["(seven hours later)", 7 * 3_600_000],
  ["(a month later)", 31 * DAY_MS],
]);

/** What somebody does by words, as the host reads them. */
export function saying(
  { catalog, recommender }: World,
  state: State,
  text: string,
  rules?: Rules,
): { readonly kind: "said" } & Reading {
  const read = createReading({ catalog, rules, tags: recommender.model.traits.keys() });
  return { kind: "said", ...read(text, contextOf({ catalog, recommender }, state)) };
}

/** What an effect looks like in a transcript. Facts and buttons are left to the tests of the cards. */
function spoken(effect: Effect): string[] {
  switch (effect.kind) {
    case "say":
      return cardLines(effect.card).map((line) => `bot: ${line}`);
    case "redraw":
      return effect.orSay ? cardLines(effect.orSay).map((line) => `bot: ${line}`) : [];
    case "setPrivate":
    case "setTeaching":
    case "export":
    case "link":
    case "unlink":
    case "sharePage":
    case "stopSharing":
    case "tellShared":
    case "forget":
      return [`bot: (${effect.kind})`];
    case "log":
    case "remind":
    case "refusal":
    case "suggest":
    case "notUnderstood":
      return [];
  }
}

function cardLines({ reading, title, lines, suggestion, closes }: Card): string[] {
  const shown = title ? [suggestion ? `[${title.text}]` : title.text] : [];
  return [...(reading ? [reading] : []), ...shown, ...lines, ...(closes ? ["(leaves)"] : [])];
}
