/** What is written down of people's taste when texts are said to a card, one after the other. */
import { z } from "zod";
import type { FeedbackEntry } from "../../src/conversation/person.ts";
import { currentSuggestion } from "../../src/conversation/turn.ts";
import { readJsonLines } from "../../src/files/json-lines.ts";
import { createTalk, type Hearing } from "../talk/talk.ts";

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

const dialogueRow = z.object({
  dialogue: z.string(),
  turns: z.array(z.tuple([z.enum(["seeker", "recommender"]), z.string()])),
});
const queryRow = z.object({ text: z.string() });

/** The texts of whoever asks, dialogue by dialogue. A dialogue is given by any number of its beginnings, one a line. */
export async function readDialogues(file: string): Promise<string[][]> {
  const longest = new Map<string, string[]>();
  for (const row of await readJsonLines(file, dialogueRow)) {
    const texts = row.turns.flatMap(([who, text]) => (who === "seeker" ? [text] : []));
    if (texts.length >= (longest.get(row.dialogue)?.length ?? 0)) longest.set(row.dialogue, texts);
  }
  return [...longest.values()];
}

export async function readQueries(file: string): Promise<string[]> {
  return (await readJsonLines(file, queryRow)).map(({ text }) => text);
}

/** Says the texts to somebody new, with a card on the table before each. */
export async function replay(
  hearing: Hearing,
  dialogue: string,
  texts: readonly string[],
): Promise<Recorded[]> {
  const { world } = hearing;
  const talk = createTalk(hearing, dialogue);
  const recorded: Recorded[] = [];
  for (const text of texts) {
    const { state } = talk;
    if (!currentSuggestion({ world, state, event: { id: "", atMs: 0, kind: "opened" }, effects: [] }))
      talk.play({ kind: "commanded", command: { kind: "next" } });
    for (const effect of await talk.say(text)) {
      if (effect.kind !== "log" || effect.entry.kind !== "feedback") continue;
      const { verdict, source, movie } = effect.entry;
      recorded.push({ dialogue, text, verdict, source, movie: world.catalog.byId(movie)?.title ?? movie });
    }
  }
  return recorded;
}
