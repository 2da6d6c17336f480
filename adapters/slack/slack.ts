import { App, webApi } from "@slack/bolt";
import type { Card } from "../../src/conversation/card.ts";
import type { Adapter } from "../../src/host/adapter.ts";
import type { DrawnPosters } from "../../src/host/drawn-posters.ts";
import { addressOf, isHome } from "./address.ts";
import { createAnswerUrls } from "./answer-urls.ts";
import { createCalls } from "./calls.ts";
import { carriedSuggestions } from "./carried.ts";
import { wordOf } from "./failures.ts";
import { createFind } from "./finding.ts";
import { createHome, type HomeOptions } from "./home.ts";
import type { Heard } from "./incoming.ts";
import { createInterim } from "./interim.ts";
import { listen } from "./listen.ts";
import { boltLogger, type Log } from "./log.ts";
import { createNetwork } from "./network.ts";
import { createPosters } from "./posters.ts";
import { createPosting } from "./posting.ts";
import { createReceiver, type OwnReceiver, type Transport } from "./receivers.ts";
import { createSeeding } from "./seeding.ts";
import { createSending } from "./sending.ts";
import { readSharedFile } from "./shared-file.ts";
import { APP_TOKEN_REFUSED, asked, type Identity, identify } from "./start-up.ts";
import { createTakenEvents } from "./taken-events.ts";
import { createWhispers, whisperedAt } from "./threads.ts";
import { createUpload } from "./uploading.ts";
import { USAGE } from "./usage.ts";

export interface SlackOptions {
  /** "xoxb-..." */
  readonly botToken: string;
  readonly transport: Transport;
  /** https://slack.com/api/ but in tests. */
  readonly slackApiUrl: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Posters of films that have no other picture. Default: cards go without */
  readonly drawn?: DrawnPosters;
  /** What the Home tab shows of a person beside their cards. Default: nothing */
  readonly knownOf?: HomeOptions["knownOf"];
  /** For so long a card waits for its poster. Default: 2000 */
  readonly posterWithinMs?: number;
  /** Slack is gone and will not be back by itself, as when the token was revoked. Told once. Default: logged */
  readonly onLost?: (error: Error) => void;
  /** How long a Slack that is busy or out of order is waited for at the start. Default: 60000 */
  readonly startPatienceMs?: number;
  /** How long an answer may take before "One moment…" is said. Default: 2000 */
  readonly interimAfterMs?: number;
  /** For so long an event that is safe waits for its answer before it is acknowledged; Slack waits for 3000. Default: 0 */
  readonly acknowledgeWithinMs?: number;
}

export interface SlackAdapter extends Adapter {
  edit: NonNullable<Adapter["edit"]>;
  review: NonNullable<Adapter["review"]>;
  /** Where Slack's requests arrive, once started with the HTTP transport. */
  readonly port: number | undefined;
}

const BOT_TOKEN_GONE =
  "Slack no longer accepts SLACK_BOT_TOKEN: reinstall the app, copy its new token into it, and start me again.";
const APP_TOKEN_GONE =
  "Slack no longer accepts SLACK_APP_TOKEN: make another App-Level Token with the scope connections:write, and start me again.";
const ONE_MOMENT: Card = { lines: ["One moment…"] };
/** Nearly all is safe by then. */
const SAFE_WITHIN_MS = 800;
/** What is on its way when told to stop is finished within this time, or cut off. */
const STOP_WITHIN_MS = 2_000;

/** Matinee in Slack: direct messages, mentions, /recommend, reactions, buttons, and the App Home tab. */
export function createSlack({
  botToken,
  transport,
  slackApiUrl,
  log,
  now,
  interimAfterMs = 2_000,
  acknowledgeWithinMs = 0,
  startPatienceMs = 60_000,
  drawn,
  knownOf = async () => ({ suggested: [], hidden: [], isPrivate: false }),
  posterWithinMs = 2_000,
  onLost = (error) => log.error({ err: error }, error.message),
}: SlackOptions): SlackAdapter {
  const logger = boltLogger(log);
  const network = createNetwork();
  const client = new webApi.WebClient(botToken, {
    slackApiUrl,
    logger,
    fetch: network.fetch,
    // Waiting and trying again is up to the queues of calls: one that waits must not hold up the others.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  const calls = createCalls((error) => lose(BOT_TOKEN_GONE, error));
  const events = createTakenEvents(acknowledgeWithinMs);
  const carried = carriedSuggestions();
  const answerUrls = createAnswerUrls(calls, network.fetch);
  const find = createFind(client, calls);
  const posting = createPosting({ client, calls, find, answerUrls, log });
  const seeding = createSeeding({ client, calls, posting, log, botUserId: () => identity?.botUserId ?? "" });
  const posters = createPosters({
    client,
    calls,
    fetch: network.fetch,
    drawn,
    withinMs: posterWithinMs,
    log,
  });
  const upload = createUpload(client, calls, find, network.fetch);
  const takeLater = (heard: Heard) => void events.take(heard).catch(() => {}); // stopped: it still stands there
  const whispers = createWhispers();
  const sending = createSending({
    posting,
    seeding,
    upload,
    answerUrls,
    carried,
    posters,
    whispers,
    takeLater,
    log,
  });
  const home = createHome({ events, posting, posters, knownOf, now });
  const interim = createInterim(interimAfterMs, ({ conversation, event, user }) =>
    posting.whisper(whisperedAt(addressOf(conversation), event), ONE_MOMENT, user.id),
  );
  let identity: Identity | undefined;
  let receiver: OwnReceiver | undefined;
  let starting: AbortController | undefined;
  let isLost = false;

  /** @param why Slack's word for it */
  function lose(what: string, why: string): void {
    if (isLost || !receiver) return;
    isLost = true;
    onLost(new Error(`${what} (Slack said: ${why}.)`));
  }

  return {
    name: "slack",
    capabilities: {
      reactions: true,
      buttons: true,
      edits: true,
      images: true,
      ephemeral: true,
      reachesAway: true,
      windows: false,
    },

    usage: USAGE,

    get port() {
      return receiver?.port;
    },

    async start(onIncoming, onGap = () => {}, untilSafe) {
      calls.open();
      isLost = false;
      starting = new AbortController();
      const startUp = { slackApiUrl, log, patienceMs: startPatienceMs, signal: starting.signal };
      const known = await identify(client, startUp);
      identity = known;
      const listening = createReceiver(transport, {
        slackApiUrl,
        fetch: network.fetch,
        logger,
        log,
        acknowledgeWithinMs: acknowledgeWithinMs + SAFE_WITHIN_MS,
        onGap,
        onLost: (error) => lose(APP_TOKEN_GONE, wordOf(error)),
      });
      receiver = listening;
      const app = new App({
        receiver: listening,
        logger,
        clientOptions: { slackApiUrl },
        authorize: async () => ({ botToken, ...known }),
        convoStore: false,
      });
      app.error(async (error) => {
        if (receiver) log.error({ err: error }, "something that Slack told could not be dealt with");
        throw error; // so that it is not acknowledged
      });
      const bring = readSharedFile(botToken, network.fetch);
      listen(app, { ...known, events, carried, posting, answerUrls, home, whispers, bring, now });
      events.open(async (incoming) => {
        if (!isHome(incoming.conversation)) interim.begin(incoming);
        await onIncoming(incoming);
        interim.end(incoming.event);
      }, untilSafe);
      if (transport.mode === "http") await app.start();
      else await asked(() => app.start(), startUp, APP_TOKEN_REFUSED);
      starting.signal.throwIfAborted();
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
    review: seeding.review,

    async stop() {
      starting?.abort(new Error("stopped while starting"));
      events.close();
      calls.close();
      network.close(STOP_WITHIN_MS);
      const listening = receiver;
      receiver = undefined;
      await listening?.stop();
    },
  };
}
