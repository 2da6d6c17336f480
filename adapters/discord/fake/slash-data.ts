/** Slash commands as Discord's client fills them in. */
import type { FakeChannel, FakeCommand, FakeWorld } from "./world.ts";

const ATTACHMENT = 11;

/** What the client offers under this name there. @throws where it offers none */
export function commandFor(world: FakeWorld, channel: FakeChannel, name: string): FakeCommand {
  const guild = channel.place.kind === "guild" ? channel.place.guild : "";
  const command = [...(world.commands.get("") ?? []), ...(world.commands.get(guild) ?? [])].find(
    (one) => one.name === name,
  );
  const context = { guild: 0, dm: 1, group: 2 }[channel.place.kind] as 0 | 1 | 2;
  if (!command?.contexts?.includes(context)) throw new Error(`Discord offers no /${name} here`);
  return command;
}

/** A file is one that lies somewhere already. */
export type SlashOption =
  | string
  | boolean
  | { readonly filename: string; readonly size: number; readonly url: string };

/** What the client sends for a command, once it has checked it as it does. @throws where it would not send it */
export function slashData(
  world: FakeWorld,
  channel: FakeChannel,
  name: string,
  options: Record<string, SlashOption>,
  focused?: string,
): object {
  const command = commandFor(world, channel, name);
  const attachments: Record<string, object> = {};
  const given = Object.entries(options).map(([option, value]) => {
    const known = command.options?.find((one) => one.name === option);
    if (!known) throw new Error(`/${name} has no option "${option}"`);
    const isFile = typeof value === "object";
    if (isFile !== (known.type === ATTACHMENT))
      throw new Error(`"${option}" of /${name} takes something else`);
    const sent = isFile ? world.newId() : value;
    if (isFile) attachments[String(sent)] = { id: String(sent), proxy_url: value.url, ...value };
    return { name: option, type: known.type, value: sent, ...(option === focused && { focused: true }) };
  });
  for (const { name: option, value } of given) {
    const offered = command.options?.find((one) => one.name === option)?.choices?.map((one) => one.value);
    if (offered && !offered.includes(String(value)))
      throw new Error(`"${value}" is no choice of "${option}"`);
  }
  const missing = command.options?.find((option) => option.required && !(option.name in options));
  if (missing) throw new Error(`/${name} cannot be sent without "${missing.name}"`);
  const resolved = Object.keys(attachments).length > 0 && { resolved: { attachments } };
  return { id: command.id, name, type: 1, options: given, ...resolved };
}
