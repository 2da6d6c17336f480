import { titleWithYear } from "../catalog/title-with-year.ts";
import type { OpenQuestion } from "../intent/reading/context.ts";
import type { Setting } from "../intent/setting.ts";
import { contextOf } from "./context.ts";
import { hasLapsed } from "./wish.ts";
import { partsOf } from "./wish-parts.ts";
import type { State, World } from "./world.ts";

/** Enough for "the one before that". */
const MOST_SHOWN = 5;
const MOST_ASKED = 12;

/** What the next message is said in the middle of, in words: of the person, nothing but what was just talked of. */
export function settingOf(world: World, state: State, nowMs: number): Setting {
  const { table, shown, question } = contextOf(world, state);
  const before = shown()
    .filter(({ id }) => id !== table?.id)
    .slice(0, MOST_SHOWN);
  const { wish } = state.dialogue;
  const parts = wish && !hasLapsed(wish, nowMs) ? partsOf(world, wish) : [];
  const askedFor = parts.slice(0, MOST_ASKED).map(({ label }) => label);
  return {
    ...(table && { onTheTable: titleWithYear(table) }),
    ...(before.length > 0 && { shownBefore: before.map(titleWithYear) }),
    ...(askedFor.length > 0 && { askedFor }),
    ...(question && { question: inWords(question) }),
  };
}

function inWords(question: OpenQuestion): string {
  switch (question.kind) {
    case "forget":
      return "whether everything about them is to be deleted";
    case "takeIn":
      return "whether what they brought along from another service is to be noted";
    case "who":
      return `who is meant: ${question.names.join(", ")}`;
    case "which":
      return `which is meant: ${question.movies.map(titleWithYear).join(", ")}`;
    case "favourites":
      return "whether the films they named are favourites of theirs";
  }
}
