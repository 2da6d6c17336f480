/** Registered commands: everywhere under "", or in one server. */
import { readCommands } from "./forms.ts";
import type { Routes } from "./http.ts";
import { refuse } from "./refusal.ts";
import type { FakeCommand, FakeWorld } from "./world.ts";

export function commandRoutes(world: FakeWorld): Routes {
  const setCommands = (scope: string, body: unknown) => {
    const stored = readCommands(body).map((command) => ({
      id: world.newId(),
      ...command,
      // Where a guild's command can be used is settled: in that guild.
      ...(scope !== "" && { integration_types: null, contexts: [0 as const] }),
    }));
    world.commands.set(scope, stored);
    return stored.map((command) => commandObject(world, command));
  };
  const commandsOf = (scope: string) =>
    (world.commands.get(scope) ?? []).map((command) => commandObject(world, command));

  return {
    "GET /applications/:application/commands": () => commandsOf(""),
    "PUT /applications/:application/commands": ({ body }) => setCommands("", body),
    "GET /applications/:application/guilds/:guild/commands": ({ at }) => commandsOf(joined(world, at.guild)),
    "PUT /applications/:application/guilds/:guild/commands": ({ at, body }) =>
      setCommands(joined(world, at.guild), body),
  };
}

function joined(world: FakeWorld, guild = ""): string {
  const found = world.guilds.get(guild);
  if (!found) throw refuse.unknownGuild();
  if (!found.botIsMember) throw refuse.missingAccess();
  return guild;
}

/** With what Discord adds to a command, and without what it drops: options say `required` only where it is true. */
function commandObject(world: FakeWorld, { options, ...command }: FakeCommand): object {
  const kept = (options ?? []).map(({ required, autocomplete, ...option }) => ({
    ...option,
    ...(required && { required }),
    ...(autocomplete && { autocomplete }),
  }));
  return {
    application_id: world.application,
    version: command.id,
    default_member_permissions: null,
    nsfw: false,
    type: 1,
    integration_types: [0],
    contexts: null,
    ...command,
    ...(kept.length > 0 && { options: kept }),
  };
}
