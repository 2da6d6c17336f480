import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { App, type Receiver, webApi } from "@slack/bolt";
import type { Card } from "../../src/conversation/card.ts";
import type { Adapter } from "../../src/host/adapter.ts";
import { addressOf, isHome } from "./address.ts";
import { carriedSuggestions } from "./carried.ts";
import { createHome } from "./home.ts";
import { createInterim } from "./interim.ts";
import { listen } from "./listen.ts";
import { boltLogger, type Log } from "./log.ts";
import { createPosting } from "./posting.ts";
import { createReceiver, type Transport } from "./receivers.ts";
import { createSending } from "./sending.ts";
import { checkAppToken, identify } from "./start-up.ts";
import { createTakenEvents } from "./taken-events.ts";

export interface SlackOptions {
  /** "xoxb-..." */
  readonly botToken: string;
  readonly transport: Transport;
  /** https://slack.com/api/ but in tests. */
  readonly slackApiUrl: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long an answer may take before "One moment…" is said. Default: 2000 */
  readonly interimAfterMs?: number;
  /** When an event is acknowledged though its answer is still under way; Slack waits for 3000. Default: 800 */
  readonly acknowledgeWithinMs?: number;
}

export interface SlackAdapter extends Adapter {
  edit: NonNullable<Adapter["edit"]>;
  /** Where Slack's requests arrive, once started with the HTTP transport. */
  readonly port: number | undefined;
}

const ONE_MOMENT: Card = { lines: ["One moment…"] };

/** Matinee in Slack: direct messages, mentions, /recommend, reactions, buttons, and the App Home tab. */
export function createSlack({
  botToken,
  transport,
  slackApiUrl,
  log,
  now,
  interimAfterMs = 2_000,
  acknowledgeWithinMs = 800,
}: SlackOptions): SlackAdapter {
  const logger = boltLogger(log);
  const client = new webApi.WebClient(botToken, {
    slackApiUrl,
    logger,
    // Waiting and trying again is up to each call (patiently): one that waits must not hold up the others.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  const events = createTakenEvents();
  const carried = carriedSuggestions();
  const posting = createPosting(client, log);
  const sending = createSending(posting, carried);
  const home = createHome({ events, posting, now });
  const interim = createInterim(interimAfterMs, ({ conversation, user }) =>
    posting.whisper(addressOf(conversation), ONE_MOMENT, user.id),
  );
  let receiver: Receiver | undefined;
  let port: number | undefined;

  return {
    name: "slack",
    capabilities: {
      reactions: true,
      buttons: true,
      edits: true,
      images: false,
      ephemeral: true,
      reachesAway: true,
    },

    usage: [],

    get port() {
      return port;
    },

    async start(onIncoming) {
      const identity = await identify(client);
      if (transport.mode === "socket") await checkAppToken(client, transport.appToken);
      receiver = createReceiver(transport, { slackApiUrl, logger, acknowledgeWithinMs });
      const app = new App({
        receiver,
        logger,
        clientOptions: { slackApiUrl },
        authorize: async () => ({ botToken, ...identity }),
        convoStore: false,
      });
      listen(app, { ...identity, events, carried, posting, home, now });
      events.open(async (incoming) => {
        if (!isHome(incoming.conversation)) interim.begin(incoming);
        await onIncoming(incoming);
        interim.end(incoming.event);
      });
      const listening = await app.start();
      if (transport.mode === "http") port = ((listening as Server).address() as AddressInfo).port;
    },

    async send(destination, card) {
      const { conversation, inReplyTo } = destination;
      interim.end(inReplyTo);
      if (isHome(conversation)) {
        home.take(inReplyTo, card);
        return { kind: "shown" };
      }
      return sending.send(destination, card, events.heard(inReplyTo));
    },

    edit: sending.edit,

    async stop() {
      events.close();
      const listening = receiver;
      receiver = undefined;
      await listening?.stop();
    },
  };
}
