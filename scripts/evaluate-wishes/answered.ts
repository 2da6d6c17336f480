/** What somebody who wishes for something is shown: in the real conversation, from the first word to the fifth suggestion. */

import type { Movie } from "../../src/catalog/movie.ts";
import { wordsOf } from "../../src/catalog/normalise.ts";
import type { Effect } from "../../src/conversation/event.ts";
import { createTalk, type Hearing } from "../talk/talk.ts";
import type { Wish } from "./wishes.ts";

export const SHOWN = 5;

export interface Answered {
  /** In the order in which they were suggested. Empty where the words led to none. */
  readonly shown: readonly Movie[];
  /** What was said to the words themselves. */
  readonly said: string;
  /** Which of several was meant. */
  readonly asksBack: boolean;
  /** Films of which something was recorded, though the words do not name them. */
  readonly falseVerdicts: readonly string[];
}

export async function answerTo(
  hearing: Hearing,
  { text, before = [] }: Wish,
  name: string,
): Promise<Answered> {
  const { catalog } = hearing.world;
  const talk = createTalk(hearing, name);
  talk.play({ kind: "opened" });
  talk.play({ kind: "commanded", command: { kind: "next" } });
  for (const earlier of before) await talk.say(earlier);
  const effects = await talk.say(text);
  const shown: Movie[] = suggestedBy(effects);
  for (let more = 1; shown.length > 0 && more < SHOWN; more++)
    shown.push(...suggestedBy(await talk.say("next")));
  return {
    shown: shown.slice(0, SHOWN),
    said: effects.flatMap((effect) => (effect.kind === "say" ? effect.card.lines : [])).join("\n"),
    asksBack: talk.state.dialogue.choice !== undefined,
    falseVerdicts: effects.flatMap((effect) => {
      if (effect.kind !== "log" || effect.entry.kind !== "feedback") return [];
      const movie = catalog.byId(effect.entry.movie)!;
      return isNamedIn(text, movie) ? [] : [`${effect.entry.verdict} ${movie.title}`];
    }),
  };

  function suggestedBy(done: readonly Effect[]): Movie[] {
    return done.flatMap((effect) =>
      effect.kind === "suggest" ? (catalog.byId(effect.suggestion.movie) ?? []) : [],
    );
  }
}

/** A word of weight of one of its names, or the whole of one, as of "Z". */
function isNamedIn(text: string, { title, alternativeTitles }: Movie): boolean {
  const words = wordsOf(text);
  const said = new Set(words);
  return [title, ...alternativeTitles].some((name) => {
    const its = wordsOf(name);
    const isWhole = ` ${words.join(" ")} `.includes(` ${its.join(" ")} `);
    return isWhole || its.some((word) => word.length > 3 && said.has(word));
  });
}
