/** What people do in Slack, in their words. */
import { buttonsOf, checkboxesOf, type HomeView, textOf } from "./blocks.ts";
import type { Delivery } from "./delivery.ts";
import type { Events, Payload } from "./events.ts";
import { asSlackShows } from "./messages.ts";
import { BOT, type Channel, type Message, type User, type Workspace } from "./workspace.ts";

export interface Person extends User {
  /** Writes to the bot alone. */
  dm(text: string, how?: Writing): Message;
  /** Shares a file with the bot alone. */
  share(name: string, content: string | Uint8Array): Message;
  /** Writes "@matinee text" into a channel that the bot is in. */
  mention(channel: Channel, text: string, threadTs?: string): Message;
  /** Writes into a channel, to nobody in particular. */
  say(channel: Channel, text: string): Message;
  /** Resolves when the app has acknowledged. @throws "operation_timeout", "dispatch_failed": what the person is shown */
  slash(command: string, text?: string, channel?: Channel): Promise<void>;
  /** Changes words of their own. */
  edit(message: Message, text: string): void;
  react(message: Message, name: string): void;
  unreact(message: Message, name: string): void;
  /** Presses the button of this label, on a message or, without one, in the App Home tab. Resolves and throws as `slash`. */
  press(label: string, message?: Message): Promise<void>;
  /** Sets or clears the box of this label in the App Home tab. Resolves and throws as `slash`. */
  tick(label: string): Promise<void>;
  openHome(): void;
  /** Sets their time zone. */
  livesIn(tz: string): void;
  home(): HomeView | undefined;
  /** The person's conversation with the bot. */
  dms(): Message[];
  /** What the person can see there, oldest first. */
  sees(channel: Channel): Message[];
}

const IN_HOME: Payload = { container: { type: "view", view_id: "V1" }, view: { type: "home" } };

/** How something is written. */
export interface Writing {
  /** In the thread of this message. */
  readonly threadTs?: string;
  /** What Slack calls what is more than plain words. */
  readonly subtype?: "file_share" | "me_message" | "thread_broadcast";
}

export interface Surroundings {
  readonly workspace: Workspace;
  readonly events: Events;
  readonly delivery: () => Delivery;
  /** "http://127.0.0.1:40123" */
  readonly origin: () => string;
  /** An address at which the app can answer what `message`, or `channel`, is about. */
  responseUrl(channel: Channel, user: string, message?: Message): string;
}

export function createPerson(
  name: string,
  { workspace, events, delivery, responseUrl, origin }: Surroundings,
): Person {
  const user = workspace.user(name);
  const { id } = user;
  const dm = workspace.dm(id);

  function write(
    channel: Channel,
    text: string,
    { threadTs, subtype }: Writing = {},
    shared?: NonNullable<Message["shared"]>,
  ): Message {
    channel.members.add(id);
    const message = workspace.post(channel, {
      author: id,
      text: typed(text),
      blocks: [],
      ...(threadTs !== undefined && { threadTs }),
      ...(subtype !== undefined && { subtype }),
      ...(shared && { shared }),
    });
    events.posted(message);
    return message;
  }

  const sees = (channel: Channel): Message[] =>
    channel.messages.filter(({ deleted, onlyFor }) => !deleted && (onlyFor === undefined || onlyFor === id));

  return {
    ...user,
    livesIn(tz) {
      user.tz = tz;
    },
    dm: (text, how) => write(dm, text, how),
    share(fileName, content) {
      const fileId = workspace.nextId("F");
      const bytes = Buffer.from(content as Uint8Array);
      workspace.files.set(fileId, {
        id: fileId,
        name: fileName,
        content: "",
        bytes,
        isWhole: true,
        asked: 0,
      });
      const url = `${origin()}/files/${fileId}`;
      const shared = { id: fileId, name: fileName, size: bytes.length, url_private_download: url };
      return write(dm, "", { subtype: "file_share" }, shared);
    },
    say: (channel, text) => write(channel, text),
    mention(channel, text, threadTs) {
      const message = write(channel, `<@${BOT.user}> ${text}`, threadTs === undefined ? {} : { threadTs });
      events.mentioned(message);
      return message;
    },
    slash(command, text = "", channel = dm) {
      channel.members.add(id);
      return delivery().interaction("slash_commands", {
        command,
        text: escapedByClient(text),
        user_id: id,
        user_name: name,
        channel_id: channel.id,
        channel_name: channel.kind === "im" ? "directmessage" : channel.name,
        team_id: workspace.team,
        team_domain: "matinee",
        api_app_id: BOT.app,
        is_enterprise_install: "false",
        trigger_id: workspace.nextId("Trigger"),
        response_url: responseUrl(channel, id),
      });
    },
    edit(message, text) {
      message.text = typed(text);
      events.changed(message);
    },
    react(message, reaction) {
      if (message.onlyFor !== undefined) throw new Error("nobody can react to an ephemeral message");
      const people = message.reactions.get(reaction) ?? new Set();
      message.reactions.set(reaction, people.add(id));
      events.reacted("reaction_added", id, message, reaction);
    },
    unreact(message, reaction) {
      if (!message.reactions.get(reaction)?.delete(id))
        throw new Error(`${name} has not reacted with ${reaction}`);
      events.reacted("reaction_removed", id, message, reaction);
    },
    press(label, message) {
      const blocks = message ? message.blocks : (workspace.homes.get(id)?.blocks ?? []);
      const button = buttonsOf(blocks).find(({ text }) => text.text === label);
      if (!button) throw new Error(`no button "${label}" in: ${textOf(blocks)}`);
      return acts(button, message ? onMessage(message) : IN_HOME);
    },
    tick(label) {
      const blocks = workspace.homes.get(id)?.blocks ?? [];
      const boxes = checkboxesOf(blocks).find(({ options }) =>
        options.some(({ text }) => text.text === label),
      );
      if (!boxes) throw new Error(`no box "${label}" in: ${textOf(blocks)}`);
      const { options, initial_options = [], ...rest } = boxes;
      const others = initial_options.filter(({ text }) => text.text !== label);
      const isSet = others.length < initial_options.length;
      const ticked = options.filter(({ text }) => text.text === label);
      return acts({ ...rest, selected_options: isSet ? others : [...others, ...ticked] }, IN_HOME);
    },
    openHome: () => events.homeOpened(user),
    home: () => workspace.homes.get(id),
    dms: () => sees(dm),
    sees,
  };

  function acts(element: object, where: Payload): Promise<void> {
    return delivery().interaction("interactive", {
      type: "block_actions",
      user: { id, username: name, name, team_id: workspace.team },
      team: { id: workspace.team, domain: "matinee" },
      api_app_id: BOT.app,
      trigger_id: workspace.nextId("Trigger"),
      actions: [{ ...element, block_id: "b1", action_ts: workspace.nextTs() }],
      ...where,
    });
  }

  function onMessage(message: Message): Payload {
    const channel = workspace.find(message.channel)!;
    const is_ephemeral = message.onlyFor !== undefined;
    return {
      container: { type: "message", message_ts: message.ts, channel_id: channel.id, is_ephemeral },
      channel: { id: channel.id, name: channel.name },
      response_url: responseUrl(channel, id, message),
      ...(!is_ephemeral && { message: asSlackShows(message) }),
    };
  }
}

/**
 * Slack's client escapes what is typed, but not the mentions that it made itself: of people, and of all who are
 * there, which it offers for "@here" and the like.
 */
function typed(text: string): string {
  const [mention = ""] = /^<@U\w+> /.exec(text) ?? [];
  const words = escapedByClient(text.slice(mention.length));
  return mention + words.replace(/@(here|channel|everyone)\b/g, "<!$1>");
}

/** A handful of emoji as Slack names them: no text holds them as they were typed. */
const SHORT_CODE: Readonly<Record<string, string>> = {
  "👍": ":+1:",
  "👎": ":-1:",
  "⏭️": ":black_right_pointing_double_triangle_with_vertical_bar:",
  "🙏": ":pray:",
  "👋": ":wave:",
};
const SKIN_TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"];

function escapedByClient(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const coded = Object.entries(SHORT_CODE).reduce(
    (said, [sign, code]) => said.replaceAll(sign, code),
    escaped,
  );
  return SKIN_TONES.reduce((said, tone, nth) => said.replaceAll(tone, `:skin-tone-${nth + 2}:`), coded);
}

/** All that a person reads of a message, including a file that hangs on it. */
export function read({ text, blocks, file }: Message): string {
  return [blocks.length > 0 ? textOf(blocks) : text, ...(file ? [file.content] : [])].join("\n");
}
