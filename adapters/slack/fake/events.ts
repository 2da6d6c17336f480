/** What happens in the workspace, as the Events API tells an app of it. */
import { asSlackShows } from "./messages.ts";
import { BOT, type Message, type User, type Workspace } from "./workspace.ts";

export type Payload = Readonly<Record<string, unknown>>;

export interface Events {
  posted(message: Message): void;
  changed(message: Message): void;
  mentioned(message: Message): void;
  reacted(type: "reaction_added" | "reaction_removed", user: string, message: Message, name: string): void;
  homeOpened(user: User): void;
  /** The app was taken out of the workspace, of which Slack tells twice. */
  uninstalled(): void;
  /** Sends the latest event once more, as Slack does when it is not sure that it arrived: same event_id. */
  redeliver(): void;
}

export function createEvents(workspace: Workspace, deliver: (payload: Payload) => void): Events {
  let latest: Payload | undefined;

  function happened(event: Payload): void {
    latest = {
      type: "event_callback",
      team_id: workspace.team,
      api_app_id: BOT.app,
      event_id: workspace.nextId("Ev"),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { team_id: workspace.team, user_id: BOT.user, is_bot: true, is_enterprise_install: false },
      ],
      event: { event_ts: workspace.nextTs(), ...event },
    };
    deliver(latest);
  }

  /** The bot hears only where it is a member, and of ephemeral messages nothing. */
  function heard(message: Message): boolean {
    return message.onlyFor === undefined && workspace.find(message.channel)!.members.has(BOT.user);
  }

  const channelType = (channel: string): string => workspace.find(channel)!.kind;

  return {
    posted(message) {
      if (!heard(message)) return;
      const { channel, ts } = message;
      happened({ ...asSlackShows(message), channel, channel_type: channelType(channel), event_ts: ts });
    },
    changed(message) {
      if (!heard(message)) return;
      const { channel } = message;
      happened({
        type: "message",
        subtype: "message_changed",
        hidden: true,
        channel,
        channel_type: channelType(channel),
        ts: workspace.nextTs(),
        message: { ...asSlackShows(message), edited: { user: message.author, ts: message.ts } },
      });
    },
    mentioned(message) {
      const { channel, ts } = message;
      const { subtype: _, ...shown } = asSlackShows(message);
      happened({ ...shown, type: "app_mention", channel, event_ts: ts });
    },
    reacted(type, user, message, reaction) {
      if (!heard(message)) return;
      const item = { type: "message", channel: message.channel, ts: message.ts };
      happened({ type, user, reaction, item, item_user: message.author });
    },
    homeOpened(user) {
      happened({ type: "app_home_opened", user: user.id, channel: workspace.dm(user.id).id, tab: "home" });
    },
    uninstalled() {
      happened({ type: "tokens_revoked", tokens: { oauth: [], bot: [BOT.user] } });
      happened({ type: "app_uninstalled" });
    },
    redeliver() {
      if (latest) deliver(latest);
    },
  };
}
