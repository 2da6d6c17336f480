/** What can be pressed under a suggestion: 👍 👎 ⏭ 🔖 ℹ️ put there by the bot, or buttons where Slack takes none from it. */
import type { types, webApi } from "@slack/bolt";
import { GESTURES, type Gesture } from "../../src/conversation/event.ts";
import type { Reaction, Suggested } from "../../src/host/adapter.ts";
import { addressOf } from "./address.ts";
import { gestureButtons, type Pressed, readButton } from "./buttons.ts";
import type { Calls } from "./calls.ts";
import { gestureOf, REACTION_NAME } from "./emoji.ts";
import { refusal } from "./failures.ts";
import type { Log } from "./log.ts";
import type { DrawnCard } from "./picture.ts";
import type { Posting } from "./posting.ts";
import { renderCard, type SlackMessage } from "./render.ts";

/** Slack's own voice. */
const SLACKBOT = "USLACKBOT";

export interface Place {
  readonly channel: string;
  readonly ts: string;
}

export interface Seeding {
  /** In the background, and never fails: the suggestion stands, and people can react by hand. */
  offer(place: Place, card: DrawnCard, owner: string): void;
  /** As the port's `review`. What is missing is put there in the background. */
  review(suggested: Suggested): Promise<readonly Reaction[] | undefined>;
}

export interface SeedingOptions {
  readonly client: webApi.WebClient;
  readonly calls: Calls;
  readonly posting: Posting;
  readonly log: Log;
  readonly botUserId: () => string;
}

type Standing = NonNullable<Awaited<ReturnType<webApi.WebClient["reactions"]["get"]>>["message"]>;

export function createSeeding({ client, calls, posting, log, botUserId }: SeedingOptions): Seeding {
  /** @param orButtons the message with buttons, to be drawn where reactions are refused */
  async function seed(
    { channel, ts }: Place,
    gestures: readonly Gesture[],
    urgency: "seed" | "look",
    orButtons: () => SlackMessage,
  ): Promise<void> {
    try {
      for (const gesture of gestures) {
        await calls
          .make({ method: "reactions.add", urgency, repeatable: true }, () =>
            client.reactions.add({ channel, timestamp: ts, name: REACTION_NAME[gesture] }),
          )
          .catch((error) => {
            if (refusal(error) !== "already_reacted") throw error;
          });
      }
    } catch (error) {
      if (calls.isClosed || refusal(error) === "message_not_found") return;
      posting.hasButtons(channel, ts);
      await posting.update(channel, ts, orButtons(), urgency).catch((err) => {
        if (!calls.isClosed) log.warn({ err }, "a suggestion stands without reactions and buttons");
      });
    }
  }

  async function look({ channel, ts }: Place): Promise<Standing | undefined> {
    try {
      const { message } = await calls.make(
        { method: "reactions.get", urgency: "look", repeatable: true },
        () => client.reactions.get({ channel, timestamp: ts, full: true }),
      );
      return message;
    } catch (error) {
      if (refusal(error) === undefined) throw error;
      return undefined;
    }
  }

  return {
    offer(place, card, owner) {
      void seed(place, GESTURES, "seed", () => renderCard(card, { gestures: "buttons", owner }));
    },

    async review({ message: name, suggestion }) {
      const { channel, thread: ts = "" } = addressOf(name);
      const message = await look({ channel, ts });
      if (!message) return undefined;
      const { text = "", reactions = [] } = message;
      const blocks = (message.blocks ?? []) as SlackMessage["blocks"];
      const bySelf = new Set(
        reactions.flatMap(({ name = "", users = [] }) =>
          users.includes(botUserId()) ? gestureOf(name) : [],
        ),
      );
      const missing = GESTURES.filter((gesture) => !bySelf.has(gesture));
      if (blocks.some(hasGestures)) posting.hasButtons(channel, ts);
      else if (missing.length > 0)
        void seed({ channel, ts }, missing, "look", () => ({
          text,
          blocks: [...blocks, { type: "actions", elements: gestureButtons(suggestion) }],
        }));
      return reactionsOf(reactions).filter(({ user }) => user.id !== botUserId());
    },
  };
}

const ANSWERS: ReadonlySet<string> = new Set<Pressed["kind"]>(["gesture", "undo"]);

const hasGestures = (block: types.KnownBlock): boolean =>
  block.type === "actions" &&
  block.elements.some((element) => element.type === "button" && ANSWERS.has(readButton(element)?.kind ?? ""));

/** Each gesture of each person once, whatever the colour of their thumbs. */
function reactionsOf(reactions: NonNullable<Standing["reactions"]>): Reaction[] {
  const all = new Map<string, Reaction>();
  for (const { name = "", users = [] } of reactions) {
    const gesture = gestureOf(name);
    if (gesture === undefined) continue;
    for (const id of users) {
      if (id !== SLACKBOT) all.set(`${id} ${gesture}`, { user: { platform: "slack", id }, gesture });
    }
  }
  return [...all.values()];
}
