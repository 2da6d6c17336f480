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

/** Of one workspace. */
export interface Hearing {
  readonly botUserId: () => string;
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

export interface Listening {
  /** What hears what happens in a workspace; undefined for one that the bot is in no more. */
  hearingIn(team: string | undefined): Promise<Hearing | undefined>;
  /** The bot was taken out of a workspace, or its token there. */
  onRemoved(team: string | undefined): Promise<void>;
}

/** Bolt itself leaves out what the bot does. */
export function listen(app: App, { hearingIn, onRemoved }: Listening): void {
  const isDoubleClick = doubleClicks();

  const brought = async (
    { file: _, ...heard }: Heard,
    file: SharedFile,
    { bring }: Hearing,
  ): Promise<Heard> => ({
    ...heard,
    incoming: { ...heard.incoming, did: await bring(file) },
  });

  app.event("message", async ({ event, context }) => {
    const hearing = await hearingIn(context.teamId);
    const heard = hearing && fromDirectMessage(event, hearing.botUserId());
    if (heard)
      await hearing.events.takeForGood(heard.file ? await brought(heard, heard.file, hearing) : heard);
  });

  app.event("app_mention", async ({ event, context }) => {
    const hearing = await hearingIn(context.teamId);
    const heard = hearing && fromMention(event, hearing.botUserId());
    if (heard) await hearing.events.takeForGood(heard);
  });

  for (const type of ["reaction_added", "reaction_removed"] as const) {
    app.event(type, async ({ event, body, context }) => {
      const hearing = await hearingIn(context.teamId);
      const message = messageAt(event.item.channel, event.item.ts);
      const known = hearing?.carried.get(message);
      const heard = hearing && fromReaction(event, body.event_id, known);
      if (!heard) return;
      if (!known) hearing.carried.unclaimed(message, heard);
      await hearing.events.takeForGood(heard);
    });
  }

  app.event("app_home_opened", async ({ event, body, context }) => {
    if (event.tab !== "home") return;
    await (await hearingIn(context.teamId))?.home.draw(event.user, `slack:${body.event_id}`);
  });

  app.event("app_uninstalled", ({ context }) => onRemoved(context.teamId));
  app.event("tokens_revoked", async ({ event, context }) => {
    if (event.tokens.bot?.length) await onRemoved(context.teamId);
  });

  app.command(/^\//, async ({ command, ack, context }) => {
    const hearing = await hearingIn(context.teamId);
    await (hearing ? takeOnce(fromCommand(command, hearing.now()), ack, hearing) : ack());
  });

  app.action<BlockAction<ButtonAction>>({ type: "block_actions" }, async ({ body, action, ack, context }) => {
    const pressed = readButton(action);
    const hearing = await hearingIn(context.teamId);
    if (
      !hearing ||
      !pressed ||
      (pressed.kind !== "gesture" && pressed.kind !== "tab" && isDoubleClick(body, action))
    )
      return ack();
    await press(body, pressed, ack, hearing);
  });

  /** Slack sends commands and buttons once: they are acknowledged as soon as they are safe. */
  async function takeOnce(heard: Heard, ack: () => Promise<void>, { events }: Hearing): Promise<void> {
    const taken = events.take(heard);
    await Promise.race([taken, events.untilSafe(heard.incoming.event)]);
    await ack();
    await taken;
  }

  /** So that the message can be drawn again as it is. */
  function noteButtons(
    { container, channel, response_url }: BlockAction,
    { kind }: Pressed,
    { answerUrls, posting }: Hearing,
  ): void {
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
    hearing: Hearing,
  ): Promise<void> {
    const { posting, home, events, whispers, now } = hearing;
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
      noteButtons(body, pressed, hearing);
      const heard = fromButton(body, pressed, now(), whispers.of(body.channel?.id, user));
      await (heard ? takeOnce(heard, ack, hearing) : ack());
    }
  }
}
