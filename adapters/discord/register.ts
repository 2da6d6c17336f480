import {
  ApplicationIntegrationType,
  DiscordAPIError,
  OAuth2Scopes,
  PermissionFlagsBits,
  type REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTGetCurrentApplicationResult,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import { COMMAND_FORMS } from "./commands.ts";
import { WRONG_TOKEN } from "./settings.ts";

export interface Registered {
  readonly applicationId: string;
  /** False where Discord had exactly these commands already. */
  readonly changed: boolean;
}

/**
 * Makes the slash commands known to Discord, everywhere or in one server; writes only what is different.
 *
 * @throws one sentence on what to do about a refusal
 */
export async function registerCommands(rest: REST, guild?: string): Promise<Registered> {
  try {
    return await register(rest, guild);
  } catch (error) {
    throw explained(error, guild);
  }
}

/**
 * Takes the slash commands back, everywhere or in one server.
 *
 * @throws one sentence on what to do about a refusal
 */
export async function removeCommands(rest: REST, guild?: string): Promise<Registered> {
  try {
    const { applicationId, route, known } = await look(rest, guild);
    if (known.length > 0) await rest.put(route, { body: [] });
    return { applicationId, changed: known.length > 0 };
  } catch (error) {
    throw explained(error, guild);
  }
}

/** Whether Discord has exactly these commands. @throws one sentence on what to do about a refusal */
export async function isRegistered(rest: REST, guild?: string): Promise<boolean> {
  try {
    return (await look(rest, guild)).isSame;
  } catch (error) {
    throw explained(error, guild);
  }
}

async function register(rest: REST, guild: string | undefined): Promise<Registered> {
  const { applicationId, route, wanted, isSame } = await look(rest, guild);
  if (!isSame) await rest.put(route, { body: wanted });
  return { applicationId, changed: !isSame };
}

async function look(rest: REST, guild: string | undefined) {
  const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const route =
    guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  // Where a command can be used is a property of global commands only.
  const wanted = guild === undefined ? COMMAND_FORMS : COMMAND_FORMS.map(withoutPlaces);
  const known = (await rest.get(route)) as RESTGetAPIApplicationCommandsResult;
  return {
    applicationId: id,
    route,
    wanted,
    known,
    isSame: sameCommands(known, wanted, guild === undefined),
  };
}

function explained(error: unknown, guild: string | undefined): unknown {
  if (!(error instanceof DiscordAPIError)) return error;
  if (error.status === 401) return new Error(WRONG_TOKEN, { cause: error });
  if (error.code !== RESTJSONErrorCodes.MissingAccess && error.code !== RESTJSONErrorCodes.UnknownGuild)
    return error;
  return new Error(
    `Matinee is not in server ${guild}: run npm run discord:register without --guild, open the first link it prints, and try again.`,
    { cause: error },
  );
}

type Form = (typeof COMMAND_FORMS)[number];

const withoutPlaces = ({ integration_types: _, contexts: __, ...form }: Form): Form => form;

function sameCommands(known: readonly object[], wanted: readonly object[], withPlaces: boolean): boolean {
  const compared = (commands: readonly object[]) =>
    commands.map((one) => essence(one as Form, withPlaces)).sort();
  return JSON.stringify(compared(known)) === JSON.stringify(compared(wanted));
}

/** What we say of a command, in one order: Discord adds to it, and leaves out what is false. */
function essence(
  { name, description, options = [], integration_types, contexts }: Form,
  withPlaces: boolean,
): string {
  return JSON.stringify([
    name,
    description,
    options.map((option) => [
      option.type,
      option.name,
      option.description,
      option.required === true,
      "autocomplete" in option && option.autocomplete === true,
      "max_length" in option ? option.max_length : null,
      "choices" in option ? option.choices?.map((choice) => [choice.name, choice.value]) : null,
    ]),
    withPlaces ? [integration_types, contexts] : null,
  ]);
}

/** What the bot needs in a server, and nothing else; none of it is privileged. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory;

/** Links that ask a person to add the bot to a server, or to take it along for themselves. */
export function invitations(applicationId: string): { readonly server: string; readonly person: string } {
  const link = (scopes: readonly OAuth2Scopes[], type: ApplicationIntegrationType, permissions?: bigint) =>
    `https://discord.com/oauth2/authorize?${new URLSearchParams({
      client_id: applicationId,
      scope: scopes.join(" "),
      integration_type: String(type),
      ...(permissions !== undefined && { permissions: permissions.toString() }),
    })}`;
  return {
    server: link(
      [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
      ApplicationIntegrationType.GuildInstall,
      PERMISSIONS,
    ),
    person: link([OAuth2Scopes.ApplicationsCommands], ApplicationIntegrationType.UserInstall),
  };
}
