/** The methods of Slack's Web API that look at what stands there. */

import { asSlackShows, channelOfBot, messageOf, type Params } from "./messages.ts";
import { SlackError } from "./slack-error.ts";
import { BOT, type Message, type Workspace } from "./workspace.ts";

/** A page may be shorter than what was asked for. */
const PAGE = 15;
/** Of those who reacted only a few are named, unless all are asked for. */
const NAMED = 2;

export function reading(workspace: Workspace, scopes: ReadonlySet<string>) {
  function readable(params: Params) {
    const channel = channelOfBot(workspace, params);
    const needed = channel.kind === "im" ? "im:history" : "channels:history";
    if (!scopes.has(needed)) throw new SlackError("missing_scope", needed, { needed });
    return channel.messages.filter(({ deleted, onlyFor }) => !deleted && onlyFor === undefined);
  }

  function page(
    all: readonly Message[],
    { limit = "100", cursor = "0", oldest = "0", include_all_metadata }: Params,
  ) {
    const messages = all.filter(({ ts }) => Number(ts) > Number(oldest));
    const from = Number(cursor);
    const to = from + Math.min(Number(limit), PAGE);
    const shown = messages.slice(from, to).map((message) => ({
      ...asSlackShows(message),
      ...(include_all_metadata === "true" && message.metadata && { metadata: message.metadata }),
      ...(message.file && { files: [{ id: message.file.id, name: message.file.name }] }),
    }));
    const more = to < messages.length;
    return { messages: shown, has_more: more, response_metadata: { next_cursor: more ? String(to) : "" } };
  }

  return {
    /** The latest first; of threads only what they hang on. */
    "conversations.history": (params: Params) =>
      page(
        readable(params)
          .filter(({ ts, threadTs }) => threadTs === undefined || threadTs === ts)
          .toReversed(),
        params,
      ),

    /** The oldest first. */
    "conversations.replies"(params: Params) {
      const thread = readable(params).filter(({ ts, threadTs }) => (threadTs ?? ts) === params.ts);
      if (thread.length === 0) throw new SlackError("thread_not_found");
      return page(thread, params);
    },

    "reactions.get"(params: Params) {
      const message = messageOf(workspace, params, "timestamp");
      const reactions = [...message.reactions]
        .filter(([, people]) => people.size > 0)
        .map(([name, people]) => ({
          name,
          users: params.full === "true" ? [...people] : [...people].slice(0, NAMED),
          count: people.size,
        }));
      return {
        type: "message",
        channel: message.channel,
        message: { ...asSlackShows(message), ...(reactions.length > 0 && { reactions }), team: BOT.app },
      };
    },
  };
}
