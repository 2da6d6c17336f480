/** Whether a message is what was to be shown: for what was posted, and nobody was told. Pure. */
import type { APIMessage } from "discord.js";
import type { Card } from "../../src/conversation/card.ts";
import { customIdsOf, readCustomId } from "./custom-id.ts";
import type { Drawing } from "./render.ts";
import { POSTER_FILE } from "./standing.ts";

/** The buttons name the suggestion; without any, all of the text has to be the same, but for whom it addresses. */
export function isDrawingOf(message: APIMessage, card: Card, drawing: Drawing): boolean {
  const presses = customIdsOf(message).map(readCustomId);
  const carried = presses.flatMap((press) => (press && "suggestion" in press ? [press.suggestion] : []));
  if (card.suggestion !== undefined && carried.length > 0) return carried.includes(card.suggestion);
  const buttons = customIdsOf(message);
  return (
    textOf(message) === textOf(drawing) &&
    standingAlone(message.attachments.map(({ filename }) => filename)) ===
      standingAlone(drawing.files.map(({ name }) => name)) &&
    customIdsOf(drawing).every((id) => buttons.includes(id))
  );
}

/** Of a file that an embed shows Discord tells no more. */
const standingAlone = (names: readonly string[]): string =>
  names.filter((name) => name !== POSTER_FILE).join();

/** Discord tidies white space up. */
function textOf({ content = "", embeds }: Pick<Drawing, "content" | "embeds">): string {
  const framed = embeds.map(({ author, title, description, fields = [] }) => [
    author?.name,
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  const said = embeds.length > 0 ? "" : content.replace(/^<@\d+>/, "");
  return JSON.stringify([said, ...framed])
    .replace(/\s|\\n/g, "")
    .normalize();
}
