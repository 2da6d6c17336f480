/** People on the fake Discord, and what their clients let them do. */
import { GatewayIntentBits } from "discord.js";
import type { FakeGateway } from "./gateway.ts";
import { type Interactions, interactionsOf } from "./interactions.ts";
import { memberObject, mentioned, messageObject } from "./objects.ts";
import { dmChannel, type FakeChannel, type FakeMessage, type FakeUser, type FakeWorld } from "./world.ts";

export interface Person extends Interactions {
  readonly id: string;
  readonly name: string;
  /** The channel alone with the bot. */
  readonly dm: FakeChannel;
  /** Takes no direct messages from the bot from now on. */
  closeDms(): void;
  writes(channel: FakeChannel, text: string): FakeMessage;
  reacts(message: FakeMessage, emoji: string): void;
  takesBack(message: FakeMessage, emoji: string): void;
  /** From now on the person manages every server. */
  manages(): void;
  /** What this person sees there, oldest first. */
  sees(channel: FakeChannel): FakeMessage[];
}

export function person(world: FakeWorld, gateway: FakeGateway, user: FakeUser): Person {
  const react = (message: FakeMessage, emoji: string, type: "ADD" | "REMOVE"): void => {
    if (message.onlyFor) throw new Error("an ephemeral message cannot be reacted to");
    reacted(world, gateway, message, user, emoji, type);
  };

  return {
    ...interactionsOf(world, gateway, user),
    id: user.id,
    name: user.name,
    get dm() {
      return dmChannel(world, user.id);
    },
    closeDms() {
      user.closedToBot = true;
    },
    writes(channel, text) {
      const message: FakeMessage = {
        id: world.newId(),
        channel: channel.id,
        author: user.id,
        content: text,
        embeds: [],
        components: [],
        files: [],
        reactions: new Map(),
        loading: false,
        pinged: [],
        editedTimes: 0,
        uploads: 0,
      };
      world.messages.set(message.id, message);
      const { place } = channel;
      const readable = place.kind === "dm" || mentioned(text).includes(world.bot.id);
      const object = { ...messageObject(world, message), ...(readable ? {} : { content: "" }) };
      if (place.kind === "dm") gateway.dispatch("MESSAGE_CREATE", object, GatewayIntentBits.DirectMessages);
      if (place.kind === "guild" && place.botIsMember) {
        const member = { ...memberObject(user), user: undefined };
        gateway.dispatch(
          "MESSAGE_CREATE",
          { ...object, guild_id: place.guild, member },
          GatewayIntentBits.GuildMessages,
        );
      }
      return message;
    },
    reacts: (message, emoji) => react(message, emoji, "ADD"),
    takesBack: (message, emoji) => react(message, emoji, "REMOVE"),
    manages() {
      user.manages = true;
    },
    sees: (channel) =>
      [...world.messages.values()].filter(
        ({ channel: where, onlyFor, loading }) =>
          where === channel.id && !loading && (onlyFor === undefined || onlyFor === user.id),
      ),
  };
}

/** Puts a reaction there or takes it away, and tells the bot as it asked to be told. */
export function reacted(
  world: FakeWorld,
  gateway: FakeGateway,
  message: FakeMessage,
  user: FakeUser,
  emoji: string,
  type: "ADD" | "REMOVE",
): void {
  const those = message.reactions.get(emoji) ?? new Set();
  message.reactions.set(emoji, those);
  if (those.has(user.id) === (type === "ADD")) return;
  if (type === "ADD") those.add(user.id);
  else those.delete(user.id);
  const { place } = world.channels.get(message.channel)!;
  if (place.kind === "group" || (place.kind === "guild" && !place.botIsMember)) return;
  gateway.dispatch(
    `MESSAGE_REACTION_${type}`,
    {
      user_id: user.id,
      channel_id: message.channel,
      message_id: message.id,
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
      ...(type === "ADD" && { message_author_id: message.author }),
      ...(place.kind === "guild" && { guild_id: place.guild }),
      ...(place.kind === "guild" && type === "ADD" && { member: memberObject(user) }),
    },
    place.kind === "guild"
      ? GatewayIntentBits.GuildMessageReactions
      : GatewayIntentBits.DirectMessageReactions,
  );
}
