/** What is written down of people's taste when texts are said to a card, one after the other. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { readCommand } from "../../src/conversation/command.ts";
import { newDialogue } from "../../src/conversation/dialogue.ts";
import type { Effect, Event } from "../../src/conversation/event.ts";
import type { FeedbackEntry } from "../../src/conversation/person.ts";
import { newcomer } from "../../src/conversation/remember.ts";
import { step } from "../../src/conversation/step.ts";
import { currentSuggestion } from "../../src/conversation/turn.ts";
import type { State, World } from "../../src/conversation/world.ts";
import type { MovieRequest } from "../../src/intent/request.ts";

export interface Said {
  readonly dialogue: string;
  readonly text: string;
}

/** A text, and what it had recorded. */
export interface Recorded extends Said {
  readonly verdict: FeedbackEntry["verdict"];
  readonly source: FeedbackEntry["source"];
  readonly movie: string;
}

export interface Reading {
  readonly world: World;
  readonly read: (text: string) => MovieRequest;
}

const dialogueRow = z.object({
  dialogue: z.string(),
  turns: z.array(z.tuple([z.enum(["seeker", "recommender"]), z.string()])),
});
const queryRow = z.object({ text: z.string() });

/** The texts of whoever asks, dialogue by dialogue. A dialogue is given by any number of its beginnings, one a line. */
export async function readDialogues(file: string): Promise<string[][]> {
  const longest = new Map<string, string[]>();
  for (const row of await rowsOf(file, dialogueRow)) {
    const texts = row.turns.flatMap(([who, text]) => (who === "seeker" ? [text] : []));
    if (texts.length >= (longest.get(row.dialogue)?.length ?? 0)) longest.set(row.dialogue, texts);
  }
  return [...longest.values()];
}

export async function readQueries(file: string): Promise<string[]> {
  return (await rowsOf(file, queryRow)).map(({ text }) => text);
}

/** Says the texts to somebody new, with a card on the table before each. */
export function replay({ world, read }: Reading, dialogue: string, texts: readonly string[]): Recorded[] {
  const recorded: Recorded[] = [];
  let state: State = {
    person: newcomer(world.recommender),
    dialogue: newDialogue,
  };
  let events = 0;
  const play = (did: DistributiveOmit<Event, "id" | "atMs">): readonly Effect[] => {
    const event = { id: `${dialogue}-${events}`, atMs: FIRST_MS + MINUTE_MS * events++, ...did } as Event;
    const played = step(world, state, event);
    state = played.state;
    return played.effects;
  };
  for (const text of texts) {
    if (!currentSuggestion({ world, state, event: { id: "", atMs: 0, kind: "opened" }, effects: [] }))
      play({ kind: "commanded", command: { kind: "next" } });
    const request = readCommand(text) ? undefined : read(text);
    for (const effect of play({ kind: "said", text, ...(request && { request }) })) {
      if (effect.kind !== "log" || effect.entry.kind !== "feedback") continue;
      const { verdict, source, movie } = effect.entry;
      recorded.push({ dialogue, text, verdict, source, movie: world.catalog.byId(movie)?.title ?? movie });
    }
  }
  return recorded;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const FIRST_MS = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

async function rowsOf<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, i) => {
    const at = `${file}, line ${i + 1}`;
    const result = schema.safeParse(parsed(line, at));
    if (!result.success) throw new Error(`${at}: ${z.prettifyError(result.error)}`);
    return result.data;
  });
}

function parsed(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`${at}: not JSON. Give one JSON object a line.`, { cause });
  }
}
