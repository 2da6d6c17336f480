/** People on the fake Discord, and what their clients let them do. */
import { GatewayIntentBits, PermissionFlagsBits } from "discord.js";
import type { FakeGateway } from "./gateway.ts";
import { channelObject, memberObject, mentioned, messageObject, userObject } from "./objects.ts";
import {
  dmChannel,
  type FakeChannel,
  type FakeInteraction,
  type FakeMessage,
  type FakeUser,
  type FakeWorld,
} from "./world.ts";

/** For the first answer to an interaction. Discord waits for 3 s; here it is longer, so that a busy machine fails no test. */
const ANSWER_WITHIN_MS = 15_000;

export interface Invoked {
  /** The first message that came of it and is not "thinking" any more; rejects where the bot did not respond. */
  readonly answer: Promise<FakeMessage>;
  /** Resolves when the bot has acknowledged it; rejects where it did not in time. */
  readonly acknowledged: Promise<void>;
}

export interface Person {
  readonly id: string;
  /** The channel alone with the bot. */
  readonly dm: FakeChannel;
  /** Takes no direct messages from the bot from now on. */
  closeDms(): void;
  writes(channel: FakeChannel, text: string): FakeMessage;
  reacts(message: FakeMessage, emoji: string): void;
  takesBack(message: FakeMessage, emoji: string): void;
  /** `late`: it reaches the bot when Discord has stopped waiting. */
  slash(
    channel: FakeChannel,
    name: string,
    options?: Record<string, string | boolean>,
    how?: { late?: boolean },
  ): Invoked;
  press(message: FakeMessage, label: string, how?: { late?: boolean }): Invoked;
  /** What the autocompletion offers for a half-typed option. */
  completes(
    channel: FakeChannel,
    name: string,
    option: string,
    typed: string,
  ): Promise<{ name: string; value: string }[]>;
  /** From now on the person manages every server. */
  manages(): void;
  /** What this person sees there, oldest first. */
  sees(channel: FakeChannel): FakeMessage[];
}

export function person(world: FakeWorld, gateway: FakeGateway, user: FakeUser): Person {
  function invoke(
    kind: FakeInteraction["kind"],
    channel: FakeChannel,
    data: object,
    { late = false, on }: { late?: boolean; on?: FakeMessage },
  ): FakeInteraction {
    const id = world.newId();
    const interaction: FakeInteraction = {
      id,
      token: `token-${id}`,
      kind,
      user: user.id,
      channel: channel.id,
      openUntilMs: Date.now() + (late ? -1 : ANSWER_WITHIN_MS),
      acknowledged: false,
      followUps: [],
      changed: new Set(),
      ...(on && { original: on }),
    };
    world.interactions.set(id, interaction);
    gateway.dispatch(
      "INTERACTION_CREATE",
      { ...envelope(channel, interaction), data, ...(on && { message: messageObject(world, on) }) },
      0,
    );
    return interaction;
  }

  function envelope(channel: FakeChannel, { id, token, kind }: FakeInteraction): object {
    const { place } = channel;
    const inGuild = place.kind === "guild";
    return {
      id,
      token,
      application_id: world.application,
      type: { slash: 2, press: 3, complete: 4 }[kind],
      version: 1,
      channel_id: channel.id,
      channel: channelObject(world, channel),
      app_permissions: (place.kind === "group" ? PermissionFlagsBits.EmbedLinks : channel.botMay).toString(),
      locale: "en-US",
      entitlements: [],
      attachment_size_limit: 10_485_760,
      context: { guild: 0, dm: 1, group: 2 }[place.kind],
      authorizing_integration_owners: inGuild && place.botIsMember ? { 0: place.guild } : { 1: user.id },
      ...(inGuild
        ? {
            guild_id: place.guild,
            guild: { id: place.guild, locale: "en-US", features: [] },
            member: memberObject(user, user.manages ? PermissionFlagsBits.ManageGuild.toString() : "0"),
          }
        : { user: userObject(user) }),
    };
  }

  const invoked = (
    interaction: FakeInteraction,
    answer: (from: FakeInteraction) => FakeMessage | undefined,
  ): Invoked => ({
    get answer() {
      return settled(interaction, () => answer(interaction));
    },
    get acknowledged() {
      return settled(interaction, () => interaction.acknowledged || undefined).then(() => {});
    },
  });

  const commandFor = (channel: FakeChannel, name: string) => {
    const guild = channel.place.kind === "guild" ? channel.place.guild : "";
    const command = [...(world.commands.get("") ?? []), ...(world.commands.get(guild) ?? [])].find(
      (one) => one.name === name,
    );
    const context = { guild: 0, dm: 1, group: 2 }[channel.place.kind] as 0 | 1 | 2;
    if (!command?.contexts?.includes(context)) throw new Error(`Discord offers no /${name} here`);
    return command;
  };

  const slashData = (
    channel: FakeChannel,
    name: string,
    options: Record<string, string | boolean>,
    focused?: string,
  ) => {
    const command = commandFor(channel, name);
    const given = Object.entries(options).map(([option, value]) => {
      const known = command.options?.find((one) => one.name === option);
      if (!known) throw new Error(`/${name} has no option "${option}"`);
      return { name: option, type: known.type, value, ...(option === focused && { focused: true }) };
    });
    for (const { name: option, value } of given) {
      const offered = command.options?.find((one) => one.name === option)?.choices?.map((one) => one.value);
      if (offered && !offered.includes(String(value)))
        throw new Error(`"${value}" is no choice of "${option}"`);
    }
    const missing = command.options?.find((option) => option.required && !(option.name in options));
    if (missing) throw new Error(`/${name} cannot be sent without "${missing.name}"`);
    return { id: command.id, name, type: 1, options: given };
  };

  const react = (message: FakeMessage, emoji: string, type: "ADD" | "REMOVE"): void => {
    if (message.onlyFor) throw new Error("an ephemeral message cannot be reacted to");
    reacted(world, gateway, message, user, emoji, type);
  };

  return {
    id: user.id,
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
    slash(channel, name, options = {}, how = {}) {
      const interaction = invoke("slash", channel, slashData(channel, name, options), how);
      return invoked(interaction, ({ original }) => (original && !original.loading ? original : undefined));
    },
    press(message, label, how = {}) {
      const shown = world.messages.get(message.id);
      if (!shown || (shown.onlyFor !== undefined && shown.onlyFor !== user.id))
        throw new Error("cannot see that message");
      const button = shown.components
        .flatMap(({ components }) => components)
        .find((one) => nameOf(one) === label);
      if (!button) throw new Error(`no button "${label}" on ${JSON.stringify(shown)}`);
      const data = { custom_id: button.custom_id, component_type: 2 };
      const interaction = invoke("press", world.channels.get(message.channel)!, data, { ...how, on: shown });
      return invoked(interaction, ({ followUps }) => followUps[0]);
    },
    async completes(channel, name, option, typed) {
      const others = commandFor(channel, name).options?.filter(({ required }) => required) ?? [];
      const options = { ...Object.fromEntries(others.map((one) => [one.name, ""])), [option]: typed };
      const interaction = invoke("complete", channel, slashData(channel, name, options, option), {});
      return [...(await settled(interaction, () => interaction.choices))];
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

const nameOf = ({
  label,
  emoji,
}: {
  label?: string | null | undefined;
  emoji?: { name?: string | null | undefined } | null | undefined;
}) => label ?? emoji?.name;

/** Waits until an interaction has what is looked for, as long as Discord shows "thinking". */
function settled<T>(interaction: FakeInteraction, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (found === undefined) return;
      clearTimeout(timer);
      interaction.changed.delete(check);
      resolve(found);
    };
    const timer = setTimeout(() => {
      interaction.changed.delete(check);
      reject(new Error("The application did not respond"));
    }, ANSWER_WITHIN_MS);
    interaction.changed.add(check);
    check();
  });
}
