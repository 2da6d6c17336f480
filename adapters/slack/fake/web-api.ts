/** The methods of Slack's Web API that the adapter may use, with the checks that Slack makes. */
import {
  type Block,
  checkHomeView,
  checkMessageBlocks,
  checkMetadata,
  filesIn,
  type Metadata,
} from "./blocks.ts";
import type { Events } from "./events.ts";
import { asSlackShows, channelOfBot, messageOf, type Params } from "./messages.ts";
import { reading } from "./reading.ts";
import { SlackError } from "./slack-error.ts";
import { BOT, type Channel, isLookedAt, type Message, type StoredFile, type Workspace } from "./workspace.ts";

type Method = (params: Params) => Record<string, unknown>;

/** Method -> the scope that its token needs; methods without one need none. */
export const NEEDED_SCOPE: Readonly<Record<string, string>> = {
  "chat.postMessage": "chat:write",
  "chat.postEphemeral": "chat:write",
  "chat.update": "chat:write",
  "reactions.add": "reactions:write",
  "reactions.remove": "reactions:write",
  "reactions.get": "reactions:read",
  "conversations.open": "im:write",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
  "files.info": "files:read",
  "users.info": "users:read",
};

const TEXT_LENGTH = 4_000;
/** Sees what Slack takes and shows to no one. */
const NOBODY = "U0NOBODY";

/** Slack shows a whisper in a thread only where there are answers in it. */
const isThread = ({ messages }: Channel, ts: string | undefined): boolean =>
  ts === undefined || messages.some(({ threadTs }) => threadTs === ts);

export interface WebApiOptions {
  readonly workspace: Workspace;
  readonly events: Events;
  readonly scopes: ReadonlySet<string>;
  /** Where files are uploaded to: "http://127.0.0.1:40123" */
  origin(): string;
}

export function webApi({
  workspace,
  events,
  scopes,
  origin,
}: WebApiOptions): Readonly<Record<string, Method>> {
  const uploads = workspace.files;

  return {
    ...reading(workspace, scopes),

    "auth.test": () => ({
      team_id: workspace.team,
      team: "Matinee",
      user: BOT.name,
      user_id: BOT.user,
      bot_id: BOT.bot,
    }),

    "chat.postMessage"(params) {
      const channel = channelOfBot(workspace, params);
      const message = workspace.post(channel, {
        author: BOT.user,
        ...content(workspace, params),
        ...metadata(params),
        ...(params.thread_ts !== undefined && { threadTs: params.thread_ts }),
      });
      events.posted(message);
      return { channel: channel.id, ts: message.ts, message: asSlackShows(message) };
    },

    "chat.postEphemeral"(params) {
      const channel = channelOfBot(workspace, params);
      if (!channel.members.has(params.user ?? "")) throw new SlackError("user_not_in_channel");
      const message = workspace.post(channel, {
        author: BOT.user,
        ...content(workspace, params),
        onlyFor: isThread(channel, params.thread_ts) ? params.user! : NOBODY,
      });
      return { message_ts: message.ts };
    },

    "chat.update"(params) {
      const message = messageOf(workspace, params, "ts");
      if (message.author !== BOT.user) throw new SlackError("cant_update_message");
      change(workspace, message, params);
      events.changed(message);
      return { channel: message.channel, ts: message.ts, text: message.text, message: asSlackShows(message) };
    },

    "reactions.add"(params) {
      const message = messageOf(workspace, params, "timestamp");
      const people = message.reactions.get(params.name ?? "") ?? new Set();
      if (!/^[a-z0-9_+'-]+$/.test(params.name ?? "")) throw new SlackError("invalid_name");
      if (people.has(BOT.user)) throw new SlackError("already_reacted");
      message.reactions.set(params.name!, people.add(BOT.user));
      events.reacted("reaction_added", BOT.user, message, params.name!);
      return {};
    },

    "reactions.remove"(params) {
      const message = messageOf(workspace, params, "timestamp");
      if (!message.reactions.get(params.name ?? "")?.delete(BOT.user)) throw new SlackError("no_reaction");
      events.reacted("reaction_removed", BOT.user, message, params.name!);
      return {};
    },

    "views.publish"(params) {
      const checked = checkHomeView(json(params.view));
      if ("error" in checked) throw new SlackError(checked.error, checked.detail);
      workspace.homes.set(params.user_id ?? "", checked.ok);
      return { view: { id: workspace.nextId("V"), ...checked.ok } };
    },

    "users.info"(params) {
      const user = workspace.userById(params.user ?? "");
      if (!user) throw new SlackError("user_not_found");
      return { user: { id: user.id, name: user.name, ...(user.tz !== undefined && { tz: user.tz }) } };
    },

    "conversations.open"(params) {
      if (!params.users) throw new SlackError("users_list_not_supplied");
      return { channel: { id: workspace.dm(params.users).id } };
    },

    "files.getUploadURLExternal"(params) {
      if (!params.filename || !(Number(params.length) > 0)) throw new SlackError("invalid_arguments");
      const file: StoredFile = {
        id: workspace.nextId("F"),
        name: params.filename,
        content: "",
        isWhole: false,
        asked: 0,
      };
      uploads.set(file.id, file);
      return { upload_url: `${origin()}/upload/${file.id}`, file_id: file.id };
    },

    /** Not a method of Slack's: the bytes arriving at the upload address. */
    upload(params) {
      const file = uploads.get(params.id ?? "");
      if (!file) throw new SlackError("file_not_found");
      file.content = params.content ?? "";
      return {};
    },

    "files.completeUploadExternal"(params) {
      const channel =
        params.channel_id === undefined ? undefined : channelOfBot(workspace, { channel: params.channel_id });
      const files = (json(params.files) as { id: string }[]).map(({ id }) => {
        const file = uploads.get(id);
        if (!file?.content) throw new SlackError("file_not_found");
        file.isWhole = true;
        if (!channel) return { id, title: file.name };
        events.posted(
          workspace.post(channel, { author: BOT.user, text: params.initial_comment ?? "", blocks: [], file }),
        );
        return { id, title: file.name };
      });
      return { files };
    },

    /** What is known of a file: of a picture only once it was looked at. */
    "files.info"(params) {
      const file = uploads.get(params.file ?? "");
      if (!file?.isWhole) throw new SlackError("file_not_found");
      file.asked++;
      return { file: { id: file.id, name: file.name, mimetype: isLookedAt(file) ? "image/png" : "" } };
    },
  };
}

/** Text and blocks as sent, checked. Text is asked for even beside blocks: screen readers need it. */
export function content(workspace: Workspace, params: Params): { text: string; blocks: readonly Block[] } {
  const text = params.text ?? "";
  if (text === "") throw new SlackError("no_text");
  if (text.length > TEXT_LENGTH) throw new SlackError("msg_too_long");
  if (/<(?!(?:https?:\/\/|mailto:|@U|#C|!date))/.test(text)) {
    throw new SlackError("invalid_text", `unescaped "<" or a mention of everybody in: ${text}`);
  }
  const checked = checkMessageBlocks(json(params.blocks) ?? []);
  if ("error" in checked) throw new SlackError(checked.error, checked.detail);
  for (const id of filesIn(checked.ok)) {
    const file = workspace.files.get(id);
    if (!file || !isLookedAt(file) || !file.content.includes("PNG"))
      throw new SlackError("invalid_blocks", `invalid slack file ${id}`);
  }
  return { text, blocks: checked.ok };
}

function metadata(params: Params): { metadata?: Metadata } {
  if (params.metadata === undefined) return {};
  const checked = checkMetadata(json(params.metadata));
  if ("error" in checked) throw new SlackError(checked.error, checked.detail);
  return { metadata: checked.ok };
}

/** Without new metadata the old stays. */
export function change(workspace: Workspace, message: Message, params: Params): void {
  Object.assign(message, content(workspace, params), metadata(params), { edited: true });
}

function json(value: string | undefined): unknown {
  return value === undefined ? undefined : JSON.parse(value);
}
