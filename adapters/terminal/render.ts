/** Cards as lines of text, 80 columns wide. */
import type { Colors } from "picocolors/types.js";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Action, Card } from "../../src/conversation/card.ts";
import { GESTURE_EMOJI } from "../../src/conversation/event.ts";
import { harmless, harmlessJson } from "./harmless.ts";

const COLUMNS = 80;
const GESTURES_HINT = [
  `[y] ${GESTURE_EMOJI.like} like`,
  `[n] ${GESTURE_EMOJI.dislike} dislike`,
  `[s] ${GESTURE_EMOJI.skip} skip`,
  `[l] ${GESTURE_EMOJI.later} later`,
  `[i] ${GESTURE_EMOJI.info} info`,
].join("   ");

export function render(card: Card, colours: Colors): string {
  const body = [
    ...(card.reading ? [colours.yellow(wrapAnsi(harmless(card.reading), COLUMNS))] : []),
    ...(card.title ? [colours.bold(colours.cyan(wrapAnsi(harmless(card.title.text), COLUMNS)))] : []),
    ...card.lines.map((line) => wrapAnsi(harmless(line), COLUMNS)),
    ...fieldLines(card.fields ?? [], colours),
    ...(card.title?.url ? [colours.underline(harmless(card.title.url))] : []),
    ...(card.suggestion ? [colours.dim(GESTURES_HINT)] : []),
    ...(card.suggestion && card.actions
      ? [colours.dim(wrapAnsi(harmless(sayable(card.actions)), COLUMNS))]
      : []),
    ...(card.file ? [harmlessJson(card.file.text)] : []),
  ];
  return body.join("\n");
}

/** What buttons are elsewhere, to be typed: of the parts on the first line one, for all are named there. */
function sayable(actions: readonly Action[]): string {
  const [first, ...drops] = actions.filter(({ says }) => says.startsWith("drop "));
  if (!first || drops.length === 0) return `Say ${actions.map(({ says }) => says).join(", or ")}.`;
  return `Say ${first.says}, or drop any other part of the first line, or anything goes.`;
}

/** "Genres  Action, Crime": names in one column, values beside them, wrapped under themselves. */
function fieldLines(fields: NonNullable<Card["fields"]>, colours: Colors): string[] {
  const nameColumns = Math.max(0, ...fields.map(({ name }) => stringWidth(name))) + 2;
  return fields.flatMap(({ name, value }) => {
    const lines = wrapAnsi(harmless(value), Math.max(COLUMNS - nameColumns, 20)).split("\n");
    return lines.map((line, index) => {
      const label = index === 0 ? name : "";
      return colours.dim(label + " ".repeat(nameColumns - stringWidth(label))) + line;
    });
  });
}
