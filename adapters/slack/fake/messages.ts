/** Messages and channels as the Web API names and shows them. */
import { SlackError } from "./slack-error.ts";
import { BOT, type Channel, type Message, type Workspace } from "./workspace.ts";

export type Params = Readonly<Record<string, string | undefined>>;

/** The message as it appears in answers and events. */
export function asSlackShows({
  ts,
  author,
  text,
  blocks,
  threadTs,
  subtype,
  shared,
}: Message): Record<string, unknown> {
  return {
    type: "message",
    ts,
    user: author,
    text,
    ...(author === BOT.user && { bot_id: BOT.bot, app_id: BOT.app }),
    ...(blocks.length > 0 && { blocks }),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(subtype !== undefined && { subtype }),
    ...(subtype === "file_share" && { files: [shared ?? { id: "F1", name: "poster.png" }] }),
  };
}

export function channelOfBot(workspace: Workspace, params: Params): Channel {
  const channel = workspace.find(params.channel ?? "");
  if (!channel) throw new SlackError("channel_not_found");
  if (!channel.members.has(BOT.user)) throw new SlackError("not_in_channel");
  return channel;
}

export function messageOf(workspace: Workspace, params: Params, key: "ts" | "timestamp"): Message {
  const channel = channelOfBot(workspace, params);
  const message = workspace.message(channel.id, params[key] ?? "");
  if (!message || message.onlyFor !== undefined) throw new SlackError("message_not_found");
  return message;
}
