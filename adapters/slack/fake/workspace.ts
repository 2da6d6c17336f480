/** The state of a Slack workspace: who is in it, and what stands in its channels. */
import type { Block, HomeView, Metadata } from "./blocks.ts";

export const TEAM = "T0MATINEE";
export const BOT = { user: "U0MATINEE", bot: "B0MATINEE", app: "A0MATINEE", name: "matinee" } as const;

export interface User {
  readonly id: string;
  readonly name: string;
  /** As they have set it: "Europe/Berlin". */
  tz?: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "channel" | "im";
  /** Ids of the people in it, and of the bot where it was invited. */
  readonly members: Set<string>;
  readonly messages: Message[];
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly author: string;
  text: string;
  blocks: readonly Block[];
  metadata?: Metadata;
  readonly threadTs?: string;
  readonly subtype?: string;
  /** Only this person sees it. */
  readonly onlyFor?: string;
  edited: boolean;
  deleted: boolean;
  /** Emoji name -> who put it there. */
  readonly reactions: Map<string, Set<string>>;
  readonly file?: StoredFile;
  /** What a person shared with it. */
  readonly shared?: {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly url_private_download: string;
  };
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  content: string;
  /** Of what a person shared. */
  readonly bytes?: Uint8Array;
  /** Its uploading was completed. */
  isWhole: boolean;
  /** How often it was asked about: Slack looks at a file for a while before it shows it. */
  asked: number;
}

/** So often it is asked about in vain. */
const LOOKED_AT_AFTER = 2;
export const isLookedAt = ({ isWhole, asked }: StoredFile): boolean => isWhole && asked > LOOKED_AT_AFTER;

export interface Workspace {
  /** "T0MATINEE" */
  readonly team: string;
  user(name: string): User;
  userById(id: string): User | undefined;
  /** A channel that exists, or comes to exist with these people in it. */
  channel(name: string): Channel;
  /** The conversation between this person and the bot. */
  dm(user: string): Channel;
  find(channel: string): Channel | undefined;
  message(channel: string, ts: string): Message | undefined;
  post(
    channel: Channel,
    message: Pick<Message, "author" | "text" | "blocks"> &
      Partial<Pick<Message, "metadata" | "threadTs" | "subtype" | "onlyFor" | "file" | "shared">>,
  ): Message;
  readonly homes: Map<string, HomeView>;
  readonly files: Map<string, StoredFile>;
  /** A timestamp that also names a message: seconds, and six digits that make it unique. */
  nextTs(): string;
  /** An id with this letter in front: "Ev0000000003". */
  nextId(prefix: string): string;
}

export function createWorkspace(team = TEAM): Workspace {
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  let ids = 0;
  let timestamps = 0;

  const nextId = (prefix: string): string => `${prefix}${String(++ids).padStart(10, "0")}`;
  const nextTs = (): string => `${Math.floor(Date.now() / 1000)}.${String(++timestamps).padStart(6, "0")}`;

  function open(name: string, kind: Channel["kind"], members: readonly string[]): Channel {
    const found = [...channels.values()].find((channel) => channel.name === name);
    if (found) return found;
    const id = nextId(kind === "im" ? "D" : "C");
    const channel: Channel = { id, name, kind, members: new Set(members), messages: [] };
    channels.set(id, channel);
    return channel;
  }

  return {
    team,
    nextId,
    nextTs,
    homes: new Map(),
    files: new Map(),
    user(name) {
      const found = users.get(name) ?? { id: nextId("U"), name };
      users.set(name, found);
      return found;
    },
    userById: (id) => [...users.values()].find((user) => user.id === id),
    channel: (name) => open(name, "channel", []),
    dm: (user) => open(`dm:${user}`, "im", [user, BOT.user]),
    find: (channel) => channels.get(channel),
    message: (channel, ts) =>
      channels.get(channel)?.messages.find((message) => message.ts === ts && !message.deleted),
    post(channel, parts) {
      const message: Message = {
        channel: channel.id,
        ts: nextTs(),
        edited: false,
        deleted: false,
        reactions: new Map(),
        ...parts,
      };
      channel.messages.push(message);
      return message;
    },
  };
}
