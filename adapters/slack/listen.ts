/** What Bolt hears, translated and taken. */
import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Card } from "../../src/conversation/card.ts";
import type { Did } from "../../src/host/adapter.ts";
import { conversationAt, messageAt } from "./address.ts";
import type { AnswerUrls } from "./answer-urls.ts";
import { type Pressed, readButton } from "./buttons.ts";
import type { CarriedSuggestions } from "./carried.ts";
import { doubleClicks } from "./double-click.ts";
import type { Home } from "./home.ts";
import {
  commanded,
  fromButton,
  fromCommand,
  fromDirectMessage,
  fromMention,
  fromReaction,
  type Heard,
  isWhispered,
  type SharedFile,
} from "./incoming.ts";
import type { Posting } from "./posting.ts";
import type { TakenEvents } from "./taken-events.ts";
import type { Whispers } from "./threads.ts";

export interface Listening {
  readonly botUserId: string;
  readonly events: TakenEvents;
  readonly carried: CarriedSuggestions;
  readonly posting: Posting;
  readonly answerUrls: AnswerUrls;
  readonly home: Home;
  readonly whispers: Whispers;
  /** What a file says that somebody shared. */
  readonly bring: (file: SharedFile) => Promise<Did>;
  readonly now: () => number;
}

const NOT_YOURS: Card = {
  lines: ["Those buttons wait for the person I asked. Say /recommend, and I have a suggestion for you."],
};
const ANSWERED = "I answer under Messages.";
const NO_MESSAGES = "I cannot write to you under Messages. Say /recommend in a channel, and I answer there.";

/** Bolt itself leaves out what the bot does. */
export function listen(
  app: App,
  { botUserId, events, carried, posting, answerUrls, home, whispers, bring, now }: Listening,
): void {
  const isDoubleClick = doubleClicks();

  const brought = async ({ file: _, ...heard }: Heard, file: SharedFile): Promise<Heard> => ({
    ...heard,
    incoming: { ...heard.incoming, did: await bring(file) },
  });

  app.event("message", async ({ event }) => {
    const heard = fromDirectMessage(event, botUserId);
    if (heard) await events.takeForGood(heard.file ? await brought(heard, heard.file) : heard);
  });

  app.event("app_mention", async ({ event }) => {
    const heard = fromMention(event, botUserId);
    if (heard) await events.takeForGood(heard);
  });

  for (const type of ["reaction_added", "reaction_removed"] as const) {
    app.event(type, async ({ event, body }) => {
      const message = messageAt(event.item.channel, event.item.ts);
      const known = carried.get(message);
      const heard = fromReaction(event, body.event_id, known);
      if (!heard) return;
      if (!known) carried.unclaimed(message, heard);
      await events.takeForGood(heard);
    });
  }

  app.event("app_home_opened", async ({ event, body }) => {
    if (event.tab === "home") await home.draw(event.user, `slack:${body.event_id}`);
  });

  app.command(/^\//, async ({ command, ack }) => {
    await takeOnce(fromCommand(command, now()), ack);
  });

  app.action<BlockAction<ButtonAction>>({ type: "block_actions" }, async ({ body, action, ack }) => {
    const pressed = readButton(action);
    if (!pressed || (pressed.kind !== "gesture" && pressed.kind !== "tab" && isDoubleClick(body, action)))
      return ack();
    await press(body, pressed, ack);
  });

  /** Slack sends commands and buttons once: they are acknowledged as soon as they are safe. */
  async function takeOnce(heard: Heard, ack: () => Promise<void>): Promise<void> {
    const taken = events.take(heard);
    await Promise.race([taken, events.untilSafe(heard.incoming.event)]);
    await ack();
    await taken;
  }

  /** So that the message can be drawn again as it is. */
  function noteButtons({ container, channel, response_url }: BlockAction, { kind }: Pressed): void {
    const { message_ts: ts } = container;
    const channelId: string | undefined = channel?.id ?? container.channel_id;
    if (channelId === undefined || ts === undefined) return;
    if (isWhispered(container)) answerUrls.pressed(messageAt(channelId, ts), response_url);
    else if (kind === "gesture" || kind === "undo") posting.hasButtons(channelId, ts);
  }

  async function press(
    body: BlockAction<ButtonAction>,
    pressed: Pressed,
    ack: () => Promise<void>,
  ): Promise<void> {
    const user = body.user.id;
    if (pressed.kind === "home") {
      await ack();
      const channel = await posting.directChannel(user);
      if (channel === undefined) return home.draw(user, `slack:${body.trigger_id}:home`, NO_MESSAGES);
      const conversation = conversationAt({ channel });
      const event = `slack:${body.trigger_id}`;
      await events.take(commanded({ user, conversation, event, atMs: now() }, { kind: pressed.command }));
      await home.draw(user, `${event}:home`, ANSWERED);
    } else if (pressed.kind === "tab") {
      await ack();
      await home.act(user, `slack:${body.trigger_id}`, pressed.command);
    } else if ("owner" in pressed && pressed.owner !== user) {
      await ack();
      await posting.respond(body.response_url, NOT_YOURS, { user, for: "person" });
    } else {
      noteButtons(body, pressed);
      const heard = fromButton(body, pressed, now(), whispers.of(body.channel?.id, user));
      await (heard ? takeOnce(heard, ack) : ack());
    }
  }
}
