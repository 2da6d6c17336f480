import { expect } from "vitest";
import type { Card } from "../card.ts";
import { newDialogue } from "../dialogue.ts";
import type { Effect } from "../event.ts";
import { step } from "../step.ts";
import type { State, World } from "../world.ts";

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

export const newcomer = (world: World): State => ({
  person: { log: [], suggestions: [], taste: world.recommender.taste([]) },
  dialogue: newDialogue,
});

/**
 * Plays the "you:" lines of a conversation and compares the whole exchange, the bot's lines included.
 * "you: (opens)" opens the chat; "(a month later)" lets time pass. Returns where it ended.
 */
export function transcript(world: World, script: string, from = newcomer(world)): State {
  let state = from;
  let atMs = Date.UTC(2026, 0, 1);
  let turns = 100 * (state.person.log.length + state.person.suggestions.length); // no event has another's id
  const wanted = script
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const played: string[] = [];
  for (const line of wanted) {
    if (line === "(a month later)") {
      atMs += 31 * DAY_MS;
      played.push(line);
    }
    if (!line.startsWith("you: ")) continue;
    played.push(line);
    const said = line.slice("you: ".length);
    const event = { id: `event-${++turns}`, atMs };
    atMs += SECOND_MS;
    const result = step(
      world,
      state,
      said === "(opens)" ? { ...event, kind: "opened" } : { ...event, kind: "said", text: said },
    );
    state = result.state;
    played.push(...result.effects.flatMap(spoken));
  }
  expect(played).toEqual(wanted);
  return state;
}

/** What an effect looks like in a transcript. Facts and buttons are left to the tests of the cards. */
function spoken(effect: Effect): string[] {
  switch (effect.kind) {
    case "say":
      return cardLines(effect.card).map((line) => `bot: ${line}`);
    case "redraw":
      return effect.orSay ? cardLines(effect.orSay).map((line) => `bot: ${line}`) : [];
    case "setPrivate":
    case "export":
    case "forget":
      return [`bot: (${effect.kind})`];
    case "log":
    case "suggest":
      return [];
  }
}

function cardLines({ title, lines, suggestion, closes }: Card): string[] {
  const shown = title ? [suggestion ? `[${title.text}]` : title.text] : [];
  return [...shown, ...lines, ...(closes ? ["(leaves)"] : [])];
}
