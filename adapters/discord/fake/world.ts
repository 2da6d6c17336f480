/** What the fake Discord holds: people, places, messages, and what people have invoked. */
import { PermissionFlagsBits } from "discord.js";
import type { ButtonForm, CommandForm, EmbedForm } from "./forms.ts";

const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Snowflakes: 42 bits of milliseconds since 2015, then a counter. */
function snowflakes(): () => string {
  let counter = 0n;
  return () => ((BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n) | (counter++ & 0x3fffffn)).toString();
}

/** All that a bot invited by our link may do in a channel. */
export const INVITED =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory;

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** Takes no direct messages from the bot. */
  closedToBot: boolean;
  manages?: boolean;
}

export type Place =
  /** A channel of a server that the bot has joined, or of one where only a person installed it. */
  | { readonly kind: "guild"; readonly guild: string; readonly botIsMember: boolean }
  | { readonly kind: "dm"; readonly with: string }
  | { readonly kind: "group" };

export interface FakeChannel {
  readonly id: string;
  readonly place: Place;
  /** What the bot may do here. */
  botMay: bigint;
}

export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  content: string;
  embeds: EmbedForm[];
  components: { readonly type: 1; readonly components: ButtonForm[] }[];
  files: { readonly name: string; readonly text: string }[];
  /** Emoji -> who put it there, in order. */
  readonly reactions: Map<string, Set<string>>;
  /** Ephemeral: only this person sees it, and only a token can reach it. */
  readonly onlyFor?: string;
  /** "Matinee is thinking…" */
  loading: boolean;
  readonly repliesTo?: string;
  /** Who got a notification of it. */
  readonly pinged: readonly string[];
  editedTimes: number;
  /** How many files were sent for it, whatever became of them. */
  uploads: number;
}

/** A slash command, a press or a keystroke on its way to the bot, and what came of it. */
export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly kind: "slash" | "press" | "complete";
  readonly user: string;
  readonly channel: string;
  /** After this the first answer is refused. Milliseconds since 1970. */
  readonly openUntilMs: number;
  acknowledged: boolean;
  /** The message it was pressed on, or the answer: what "@original" means. */
  original?: FakeMessage;
  readonly followUps: FakeMessage[];
  choices?: readonly { readonly name: string; readonly value: string }[];
  /** Is told of the acknowledgement, and of each message that came of it. */
  readonly changed: Set<() => void>;
}

export type FakeCommand = CommandForm & { readonly id: string };

export interface FakeGuild {
  readonly id: string;
  readonly name: string;
  readonly botIsMember: boolean;
  /** What Discord tells of it besides. Default: nothing */
  readonly size?: GuildSize;
}

/** How many there are of each in a server, beside what matters here. */
export interface GuildSize {
  readonly channels: number;
  readonly roles: number;
  readonly emojis: number;
  readonly members: number;
}

export interface FakeWorld {
  readonly newId: () => string;
  token: string;
  logInsLeft: number;
  /** How many shards the gateway recommends, and how many of them may identify at once. */
  shards: number;
  maxConcurrency: number;
  /** A session takes no more servers. */
  mostGuilds: number;
  readonly bot: FakeUser;
  readonly application: string;
  readonly users: Map<string, FakeUser>;
  readonly guilds: Map<string, FakeGuild>;
  readonly channels: Map<string, FakeChannel>;
  /** By id; in the order they were sent. */
  readonly messages: Map<string, FakeMessage>;
  readonly interactions: Map<string, FakeInteraction>;
  /** The message that was posted under a nonce. */
  readonly nonces: Map<string, FakeMessage>;
  /** Global under "", else by guild. */
  readonly commands: Map<string, FakeCommand[]>;
}

export function newWorld(token: string): FakeWorld {
  const newId = snowflakes();
  const bot: FakeUser = { id: newId(), name: "Matinee", bot: true, closedToBot: false };
  return {
    newId,
    token,
    logInsLeft: 1000,
    shards: 1,
    maxConcurrency: 1,
    mostGuilds: 2_500,
    bot,
    application: newId(),
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    commands: new Map(),
  };
}

/** The channel in which this person and the bot talk alone; opened if it was not. */
export function dmChannel(world: FakeWorld, user: string): FakeChannel {
  for (const channel of world.channels.values()) {
    if (channel.place.kind === "dm" && channel.place.with === user) return channel;
  }
  const channel: FakeChannel = { id: world.newId(), place: { kind: "dm", with: user }, botMay: INVITED };
  world.channels.set(channel.id, channel);
  return channel;
}
