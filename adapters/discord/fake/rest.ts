/** What each REST route does to the world. */
import { InteractionResponseType, MessageFlags, PermissionFlagsBits } from "discord.js";
import type { CommandForm, MessageForm } from "./forms.ts";
import {
  readCallback,
  readChoices,
  readCommands,
  readDeferral,
  readMessage,
  readRecipient,
} from "./forms.ts";
import type { RestRequest, Routes } from "./http.ts";
import { channelObject, mentioned, messageObject, userObject } from "./objects.ts";
import { refuse } from "./refusal.ts";
import {
  dmChannel,
  type FakeChannel,
  type FakeInteraction,
  type FakeMessage,
  type FakeWorld,
} from "./world.ts";

export interface RestEvents {
  readonly gatewayUrl: () => string;
  readonly onMessage: (message: FakeMessage) => void;
  readonly onReaction: (message: FakeMessage, user: string, emoji: string) => void;
}

/** How long an interaction's token lives. */
const TOKEN_MS = 15 * 60_000;
/** Own reactions on one message: more different emoji than this are refused. */
const MAX_EMOJI = 20;

export function restRoutes(world: FakeWorld, events: RestEvents): Routes {
  /** A channel the bot can see; what it may not do there is refused. */
  function channelAt({ at }: RestRequest, ...needs: readonly bigint[]): FakeChannel {
    const channel = world.channels.get(at.channel ?? "");
    if (!channel) throw refuse.unknownChannel();
    const { place, botMay } = channel;
    const inside = place.kind === "dm" || (place.kind === "guild" && place.botIsMember);
    if (!inside || !(botMay & PermissionFlagsBits.ViewChannel)) throw refuse.missingAccess();
    if (needs.some((need) => !(botMay & need))) throw refuse.missingPermissions();
    return channel;
  }

  /** A message that the bot's own token reaches: ephemeral ones do not exist for it. */
  function messageAt(request: RestRequest): FakeMessage {
    const channel = channelAt(request);
    const message = world.messages.get(request.at.message ?? "");
    if (!message || message.channel !== channel.id || message.onlyFor) throw refuse.unknownMessage();
    return message;
  }

  function post(
    channel: FakeChannel,
    { body, files }: RestRequest,
    extra: { onlyFor?: string; loading?: boolean } = {},
  ): FakeMessage {
    const form = extra.loading ? {} : readMessage(body);
    const before = form.enforce_nonce ? sentBefore(world, form.nonce) : undefined;
    if (before) return before;
    const message: FakeMessage = {
      id: world.newId(),
      channel: channel.id,
      author: world.bot.id,
      content: form.content ?? "",
      embeds: [...(form.embeds ?? [])],
      components: [...(form.components ?? [])],
      files: [...files],
      reactions: new Map(),
      loading: extra.loading ?? false,
      pinged: pinged(form),
      editedTimes: 0,
      ...(extra.onlyFor !== undefined && { onlyFor: extra.onlyFor }),
      ...(form.nonce != null && { nonce: String(form.nonce) }),
      ...repliesTo(channel, form),
    };
    if (!extra.loading && isEmpty(message)) throw refuse.emptyMessage();
    world.messages.set(message.id, message);
    events.onMessage(message);
    return message;
  }

  function repliesTo(channel: FakeChannel, { message_reference }: MessageForm): { repliesTo?: string } {
    if (!message_reference) return {};
    if (world.messages.get(message_reference.message_id)?.channel === channel.id) {
      return { repliesTo: message_reference.message_id };
    }
    if (message_reference.fail_if_not_exists === false) return {};
    throw refuse.invalidForm({ message_reference: "Unknown message" });
  }

  function edit(message: FakeMessage, body: unknown): FakeMessage {
    const form = readMessage(body);
    if (form.content !== undefined) message.content = form.content ?? "";
    if (form.embeds !== undefined) message.embeds = [...(form.embeds ?? [])];
    if (form.components !== undefined) message.components = [...(form.components ?? [])];
    message.loading = false;
    if (isEmpty(message)) throw refuse.emptyMessage();
    message.editedTimes++;
    return message;
  }

  /** The first answer to an interaction. */
  function callback(request: RestRequest): unknown {
    const interaction = world.interactions.get(request.at.interaction ?? "");
    if (!interaction || interaction.token !== request.at.token) throw refuse.unknownInteraction();
    if (interaction.acknowledged) throw refuse.alreadyAcknowledged();
    if (Date.now() > interaction.openUntilMs) throw refuse.unknownInteraction();
    const { type, data } = readCallback(request.body);
    answer(interaction, type, { ...request, body: data });
    interaction.acknowledged = true;
    changed(interaction);
    if (request.query.get("with_response") !== "true") return undefined;
    const original = interaction.original;
    return {
      interaction: { id: interaction.id, type: interaction.kind === "slash" ? 2 : 3 },
      ...(original && { resource: { type, message: messageObject(world, original) } }),
    };
  }

  function answer(interaction: FakeInteraction, type: number, request: RestRequest): void {
    const channel = world.channels.get(interaction.channel)!;
    switch (type) {
      case InteractionResponseType.ChannelMessageWithSource:
        interaction.original = post(
          channel,
          request,
          onlyForCaller(interaction, readMessage(request.body).flags),
        );
        return;
      case InteractionResponseType.DeferredChannelMessageWithSource: {
        const whose = onlyForCaller(interaction, readDeferral(request.body)?.flags);
        interaction.original = post(channel, request, { ...whose, loading: true });
        return;
      }
      case InteractionResponseType.DeferredMessageUpdate:
        if (interaction.kind !== "press")
          throw refuse.invalidForm({ type: "only a component can be updated" });
        return;
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        interaction.choices = readChoices(request.body).choices;
        return;
      default:
        throw refuse.invalidForm({ type: `unknown interaction response type ${type}` });
    }
  }

  /** An interaction that this token still speaks for. */
  function interactionAt({ at }: RestRequest): FakeInteraction {
    const found = [...world.interactions.values()].find(({ token }) => token === at.token);
    if (!found?.acknowledged || Date.now() > found.openUntilMs + TOKEN_MS) throw refuse.unknownWebhook();
    return found;
  }

  function answerAt(request: RestRequest): { interaction: FakeInteraction; message: FakeMessage } {
    const interaction = interactionAt(request);
    const { original, followUps } = interaction;
    const id = request.at.message;
    const message = id === "@original" ? original : [original, ...followUps].find((one) => one?.id === id);
    if (!message || !world.messages.has(message.id)) throw refuse.unknownMessage();
    return { interaction, message };
  }

  function followUp(request: RestRequest): unknown {
    const interaction = interactionAt(request);
    // As documented: right after a deferral a follow-up edits the loading message, and its own flags are ignored.
    if (interaction.original?.loading)
      return editAnswer({ ...request, at: { ...request.at, message: "@original" } });
    const whose = onlyForCaller(interaction, readMessage(request.body).flags);
    const message = post(world.channels.get(interaction.channel)!, request, whose);
    interaction.followUps.push(message);
    changed(interaction);
    return messageObject(world, message);
  }

  function editAnswer(request: RestRequest): unknown {
    const { interaction, message } = answerAt(request);
    edit(message, request.body);
    changed(interaction);
    return messageObject(world, message);
  }

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
    "GET /gateway/bot": () => ({
      url: events.gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    }),
    "GET /users/@me": () => userObject(world.bot),
    "GET /applications/@me": () => ({ id: world.application, name: "Matinee", bot: userObject(world.bot) }),
    "POST /users/@me/channels": ({ body }) => {
      const { recipient_id } = readRecipient(body);
      if (!world.users.has(recipient_id)) throw refuse.unknownUser();
      return channelObject(world, dmChannel(world, recipient_id));
    },
    "GET /channels/:channel": (request) => channelObject(world, channelAt(request)),
    "POST /channels/:channel/typing": (request) => void channelAt(request, PermissionFlagsBits.SendMessages),
    "POST /channels/:channel/messages": (request) => {
      const channel = channelAt(request, PermissionFlagsBits.SendMessages);
      if (channel.place.kind === "dm" && world.users.get(channel.place.with)!.closedToBot)
        throw refuse.closedToYou();
      return messageObject(world, post(channel, request));
    },
    "PATCH /channels/:channel/messages/:message": (request) => {
      const message = messageAt(request);
      if (message.author !== world.bot.id) throw refuse.notYours();
      return messageObject(world, edit(message, request.body));
    },
    "PUT /channels/:channel/messages/:message/reactions/:emoji/@me": (request) => {
      channelAt(request, PermissionFlagsBits.ReadMessageHistory, PermissionFlagsBits.AddReactions);
      const message = messageAt(request);
      const emoji = request.at.emoji ?? "";
      if (!/^\p{Emoji}\uFE0F?$/u.test(emoji)) throw refuse.unknownEmoji();
      if (message.reactions.size >= MAX_EMOJI) throw refuse.missingPermissions();
      events.onReaction(message, world.bot.id, emoji);
    },
    "POST /interactions/:interaction/:token/callback": callback,
    "POST /webhooks/:application/:token": followUp,
    "PATCH /webhooks/:application/:token/messages/:message": editAnswer,
    "GET /webhooks/:application/:token/messages/:message": (request) =>
      messageObject(world, answerAt(request).message),
    "DELETE /webhooks/:application/:token/messages/:message": (request) => {
      const { interaction, message } = answerAt(request);
      world.messages.delete(message.id);
      changed(interaction);
    },
    "GET /applications/:application/commands": () => commandsOf(""),
    "PUT /applications/:application/commands": ({ body }) => setCommands("", body),
    "GET /applications/:application/guilds/:guild/commands": ({ at }) => commandsOf(joined(world, at.guild)),
    "PUT /applications/:application/guilds/:guild/commands": ({ at, body }) =>
      setCommands(joined(world, at.guild), body),
  };
}

const changed = ({ changed }: FakeInteraction): void => {
  for (const listener of changed) listener();
};

const onlyForCaller = ({ user }: FakeInteraction, flags: number | null | undefined): { onlyFor?: string } =>
  (flags ?? 0) & MessageFlags.Ephemeral ? { onlyFor: user } : {};

const isEmpty = ({ content, embeds, components, files }: FakeMessage): boolean =>
  content.trim() === "" && embeds.length === 0 && components.length === 0 && files.length === 0;

const sentBefore = (world: FakeWorld, nonce: string | number | null | undefined): FakeMessage | undefined =>
  [...world.messages.values()].find(
    (message) => message.nonce !== undefined && message.nonce === String(nonce),
  );

/** Who is notified: without allowed_mentions everyone who is mentioned, else whom it allows. */
function pinged({ content, allowed_mentions }: MessageForm): string[] {
  const text = content ?? "";
  const everyone = /@(everyone|here)/.test(text) ? ["everyone"] : [];
  const all = [...mentioned(text), ...everyone];
  if (!allowed_mentions) return all;
  const { parse, users } = allowed_mentions;
  return all.filter((id) => users?.includes(id) || parse?.includes(id === "everyone" ? "everyone" : "users"));
}

function joined(world: FakeWorld, guild = ""): string {
  const found = world.guilds.get(guild);
  if (!found) throw refuse.unknownGuild();
  if (!found.botIsMember) throw refuse.missingAccess();
  return guild;
}

/** With what Discord adds to a command, and without what it drops: options say `required` only where it is true. */
function commandObject(world: FakeWorld, { options, ...command }: CommandForm & { id: string }): object {
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
