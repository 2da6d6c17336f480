/** What the bot does in channels under its own token. */
import { PermissionFlagsBits } from "discord.js";
import type { RestRequest, Routes } from "./http.ts";
import { channelObject, messageObject, userObject } from "./objects.ts";
import type { Posts } from "./posts.ts";
import { refuse } from "./refusal.ts";
import type { FakeChannel, FakeMessage, FakeWorld } from "./world.ts";

const repliesToSomething = ({ body }: RestRequest): boolean =>
  (body as { message_reference?: unknown } | undefined)?.message_reference !== undefined;

/** Own reactions on one message: more different emoji than this are refused. */
const MAX_EMOJI = 20;

export function channelRoutes(
  world: FakeWorld,
  { post, edit }: Posts,
  onReaction: (message: FakeMessage, user: string, emoji: string) => void,
): Routes {
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

  return {
    "GET /channels/:channel": (request) => channelObject(world, channelAt(request)),
    "POST /channels/:channel/typing": (request) => void channelAt(request, PermissionFlagsBits.SendMessages),
    "POST /channels/:channel/messages": (request) => {
      const channel = channelAt(request, PermissionFlagsBits.SendMessages, ...rightsFor(request));
      if (channel.place.kind === "dm" && world.users.get(channel.place.with)!.closedToBot)
        throw refuse.closedToYou();
      if (repliesToSomething(request) && !(channel.botMay & PermissionFlagsBits.ReadMessageHistory))
        throw refuse.noHistoryToReply();
      return messageObject(world, post(channel, request));
    },
    "GET /channels/:channel/messages": (request) => {
      const channel = channelAt(request);
      if (!(channel.botMay & PermissionFlagsBits.ReadMessageHistory)) return [];
      const limit = Number(request.query.get("limit") ?? 50);
      return [...world.messages.values()]
        .filter((message) => message.channel === channel.id && !message.onlyFor)
        .toReversed()
        .slice(0, limit)
        .map((message) => messageObject(world, message));
    },
    "GET /channels/:channel/messages/:message": (request) => {
      channelAt(request, PermissionFlagsBits.ReadMessageHistory);
      return messageObject(world, messageAt(request));
    },
    "GET /channels/:channel/messages/:message/reactions/:emoji": (request) => {
      channelAt(request, PermissionFlagsBits.ReadMessageHistory);
      const those = messageAt(request).reactions.get(request.at.emoji ?? "") ?? [];
      const after = BigInt(request.query.get("after") ?? 0);
      return [...those]
        .sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
        .filter((id) => BigInt(id) > after)
        .slice(0, Number(request.query.get("limit") ?? 25))
        .map((id) => userObject(world.users.get(id)!));
    },
    "PATCH /channels/:channel/messages/:message": (request) => {
      channelAt(request, ...rightsFor(request));
      const message = messageAt(request);
      if (message.author !== world.bot.id) throw refuse.notYours();
      return messageObject(world, edit(message, request));
    },
    "PUT /channels/:channel/messages/:message/reactions/:emoji/@me": (request) => {
      channelAt(request, PermissionFlagsBits.ReadMessageHistory, PermissionFlagsBits.AddReactions);
      const message = messageAt(request);
      const emoji = request.at.emoji ?? "";
      if (!/^\p{Emoji}\uFE0F?$/u.test(emoji)) throw refuse.unknownEmoji();
      if (message.reactions.size >= MAX_EMOJI) throw refuse.missingPermissions();
      onReaction(message, world.bot.id, emoji);
    },
  };
}

/** Files need a right of their own. */
const rightsFor = ({ files }: RestRequest): bigint[] =>
  files.length > 0 ? [PermissionFlagsBits.AttachFiles] : [];
