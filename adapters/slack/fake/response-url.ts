/** Addresses that let an app answer a command or a pressed button: five times within 30 minutes. */
import { SlackError } from "./slack-error.ts";
import { change, content } from "./web-api.ts";
import { BOT, type Channel, type Message, type Workspace } from "./workspace.ts";

const USES = 5;

interface Answer {
  readonly text?: string;
  readonly blocks?: unknown;
  readonly response_type?: "ephemeral" | "in_channel";
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
}

export interface AnswerUrls {
  open(channel: Channel, user: string, message?: Message): string;
  take(id: string, answer: Answer): Record<string, unknown>;
}

export function answerUrls(workspace: Workspace, origin: () => string): AnswerUrls {
  const open = new Map<
    string,
    { channel: Channel; user: string; message: Message | undefined; uses: number }
  >();

  return {
    open(channel, user, message) {
      const id = workspace.nextId("R");
      open.set(id, { channel, user, message, uses: 0 });
      return `${origin()}/response/${id}`;
    },

    take(id, answer) {
      const url = open.get(id);
      if (!url || ++url.uses > USES) throw new SlackError(url ? "used_url" : "expired_url");
      const { channel, user, message } = url;
      if (answer.delete_original && message) {
        message.deleted = true;
        return {};
      }
      const params = {
        ...(answer.text !== undefined && { text: answer.text }),
        ...(answer.blocks !== undefined && { blocks: JSON.stringify(answer.blocks) }),
      };
      if (answer.replace_original && message) {
        change(workspace, message, params);
      } else {
        const onlyFor = answer.response_type === "in_channel" ? {} : { onlyFor: user };
        workspace.post(channel, { author: BOT.user, ...content(workspace, params), ...onlyFor });
      }
      return {};
    },
  };
}
