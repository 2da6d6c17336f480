/** Slash commands, buttons, and titles that are being typed. */
import {
  type APIMessage,
  ApplicationIntegrationType,
  type Attachment,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import type { Did } from "../../src/host/adapter.ts";
import { bringingFrom } from "../../src/host/bring.ts";
import type { Api } from "./api.ts";
import { isPassing, isRefusal } from "./api-error.ts";
import { readCustomId } from "./custom-id.ts";
import { eventOf, messageId, readPress, readSlash } from "./incoming.ts";
import { LIMITS } from "./limits.ts";
import { cutWithin } from "./markdown.ts";
import type { Occasion } from "./occasions.ts";
import type { Outbox } from "./outbox.ts";
import { pressReply, slashReply, whisper } from "./reply.ts";
import { standingOf } from "./standing.ts";
import type { Turns } from "./turns.ts";

/** Movies that a half-typed title may mean, best first; `value` is what stands for it in a command. */
export type CompleteTitle = (typed: string) => readonly { readonly label: string; readonly value: string }[];

export interface InteractionOptions {
  readonly api: Api;
  readonly turns: Turns;
  readonly outbox: Outbox;
  readonly completeTitle: CompleteTitle;
  /** Of what is kept away from the person of this Discord id, for what lets it come up again. */
  readonly completeHidden: (user: string, typed: string) => Promise<ReturnType<CompleteTitle>>;
  /** A command whose answer takes longer shows "thinking" first. */
  readonly slowAfterMs: number;
  /** Another program with the same token has answered first. */
  readonly onRival: () => void;
}

/** With more turns than that under way a command is acknowledged before its own begins: Discord waits for 3 s. */
const AT_EASE = 8;

const TOO_OLD = "That button is from before my time. Ask anew with /recommend.";
const NOT_YOURS = "That is somebody else's. Start your own with /recommend.";

/** What to do about an interaction. */
export function createInteractions({
  api,
  turns,
  outbox,
  completeTitle,
  completeHidden,
  slowAfterMs,
  onRival,
}: InteractionOptions): (interaction: Interaction) => void {
  async function onSlash(interaction: ChatInputCommandInteraction): Promise<void> {
    const { dids, private: privately } = readSlash(interaction);
    const where = occasionOf(interaction);
    const reply = slashReply(api, interaction, {
      slowAfterMs,
      deferPrivately: privately === true && !where.alone,
      onRival,
    });
    const { attachment } = interaction.options.get("file") ?? {};
    if (turns.count > AT_EASE || attachment) await reply.defer();
    const done = attachment ? [await broughtBy(attachment)] : dids;
    for (const [nth, did] of done.entries()) {
      await turns.take({
        id: nth === 0 ? interaction.id : `${interaction.id}#${nth + 1}`,
        user: interaction.user.id,
        name: nameOf(interaction),
        did,
        occasion: { ...where, reply },
        private: privately,
      });
    }
    await reply.finish(outbox.owes(eventOf(interaction.id)));
  }

  async function onPress(interaction: ButtonInteraction): Promise<void> {
    const press = readCustomId(interaction.customId);
    if (!press) return whisper(api, interaction, TOO_OLD, onRival);
    if (press.owner !== undefined && press.owner !== interaction.user.id)
      return whisper(api, interaction, NOT_YOURS, onRival);
    const reply = await pressReply(api, interaction, onRival);
    const { id, user, message, channelId } = interaction;
    const did = readPress(press, messageId(channelId, message.id));
    outbox.reaches(message.id, standingOf(asTold(message)), reply);
    await turns.take({
      id,
      user: user.id,
      name: nameOf(interaction),
      did,
      occasion: { ...occasionOf(interaction), reply },
      private: did.kind !== "shared" && message.flags.has(MessageFlags.Ephemeral) ? true : undefined,
    });
  }

  async function onTyping(interaction: AutocompleteInteraction): Promise<void> {
    const typed = interaction.options.getFocused();
    const all =
      interaction.commandName === "restore"
        ? await completeHidden(interaction.user.id, typed)
        : completeTitle(typed);
    const found = all.slice(0, LIMITS.choices);
    const choices = found.map(({ label, value }) => ({ name: cutWithin(label, LIMITS.choice), value }));
    try {
      await interaction.respond(choices);
    } catch (error) {
      // Whoever typed has typed on, or has to.
      if (!isRefusal(error) && !isPassing(error)) throw error;
    }
  }

  return (interaction) => {
    if (interaction.isChatInputCommand()) turns.begin("a command", () => onSlash(interaction));
    else if (interaction.isButton()) turns.begin("a button", () => onPress(interaction));
    else if (interaction.isAutocomplete()) turns.begin("an autocompletion", () => onTyping(interaction));
  };
}

/** In milliseconds. */
const FILE_WITHIN_MS = 30_000;

/** Discord holds files where nobody is asked who they are. */
const broughtBy = ({ name, size, url }: Attachment): Promise<Did> =>
  bringingFrom({ name, size }, () => fetch(url, { signal: AbortSignal.timeout(FILE_WITHIN_MS) }), "Discord");

const nameOf = ({ user, member }: ChatInputCommandInteraction | ButtonInteraction): string =>
  (member && "nick" in member && member.nick) || user.displayName;

/** discord.js hands messages over as its own objects. */
const asTold = ({ embeds, components, flags }: ButtonInteraction["message"]) => ({
  embeds: embeds.map(({ data }) => data),
  components: components.map((row) => row.toJSON()) as NonNullable<APIMessage["components"]>,
  flags: flags.bitfield,
});

function occasionOf(interaction: ChatInputCommandInteraction | ButtonInteraction): Occasion {
  const { channelId, guildId, context, appPermissions, memberPermissions } = interaction;
  const { authorizingIntegrationOwners: owners } = interaction;
  const alone = context === InteractionContextType.BotDM;
  const member =
    alone ||
    (context === InteractionContextType.Guild &&
      owners[ApplicationIntegrationType.GuildInstall] !== undefined);
  const managed = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    channel: channelId,
    alone,
    member,
    reacts: alone || appPermissions.has(NEEDED_TO_REACT),
    ...(guildId !== null && { place: { id: guildId, managed } }),
  };
}

const NEEDED_TO_REACT = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.AddReactions,
  PermissionFlagsBits.ReadMessageHistory,
];
