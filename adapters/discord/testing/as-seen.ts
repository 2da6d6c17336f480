import { filesShownIn } from "../fake/objects.ts";
import type { FakeMessage } from "../fake/world.ts";

/** All text of a message as a person reads it: Discord's client shows an escaped sign as itself. */
export function asSeen({ content, embeds, files }: FakeMessage): string {
  const framed = embeds.flatMap(({ author, title, url, description, fields }) => [
    author?.name,
    title,
    url,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]);
  const standing = files.map(({ name }) => name).filter((name) => !filesShownIn(embeds).includes(name));
  return [content, ...framed, ...standing]
    .filter((text) => text)
    .join("\n")
    .replace(/\\([^\p{L}\p{N}\s])/gu, "$1");
}

export const buttonsOf = ({ components }: FakeMessage): string[] =>
  components.flatMap((row) => row.components.map(({ label }) => label ?? ""));
