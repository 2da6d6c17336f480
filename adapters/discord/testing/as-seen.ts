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

/** What can be pressed there, but for pages elsewhere. */
export const buttonsOf = ({ components }: FakeMessage): string[] =>
  components.flatMap((row) => row.components.flatMap(({ label, url }) => (url ? [] : (label ?? ""))));

export const linksOf = ({ components }: FakeMessage): Record<string, string> =>
  Object.fromEntries(
    components.flatMap((row) =>
      row.components.flatMap(({ label, url }) => (url ? [[label ?? "", url]] : [])),
    ),
  );
