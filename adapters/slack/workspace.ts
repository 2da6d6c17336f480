/** The bot in one workspace of Slack: what it hears there, and all by which it speaks. */
import { webApi } from "@slack/bolt";
import type { Card } from "../../src/conversation/card.ts";
import type { EventId } from "../../src/conversation/person.ts";
import type { Adapter, Incoming } from "../../src/host/adapter.ts";
import type { DrawnPosters } from "../../src/host/drawn-posters.ts";
import { addressOf, isHome } from "./address.ts";
import { createAnswerUrls } from "./answer-urls.ts";
import { createCalls } from "./calls.ts";
import { carriedSuggestions } from "./carried.ts";
import { createFind } from "./finding.ts";
import { createHome, type HomeOptions } from "./home.ts";
import type { Heard } from "./incoming.ts";
import { createInterim } from "./interim.ts";
import type { Hearing } from "./listen.ts";
import { boltLogger, type Log } from "./log.ts";
import { type Names, namesIn } from "./names.ts";
import type { Network } from "./network.ts";
import { createPosters } from "./posters.ts";
import { createPosting } from "./posting.ts";
import { createSeeding } from "./seeding.ts";
import { createSending } from "./sending.ts";
import { readSharedFile } from "./shared-file.ts";
import type { Identity } from "./start-up.ts";
import { createTakenEvents } from "./taken-events.ts";
import { createWhispers, whisperedAt } from "./threads.ts";
import { createUpload } from "./uploading.ts";
import { createZones } from "./zones.ts";

export interface WorkspaceOptions {
  /** Undefined for the one whose token is set by hand: its names go without. */
  readonly team?: string | undefined;
  readonly botToken: string;
  readonly identity: () => Identity;
  readonly slackApiUrl: string;
  readonly network: Network;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly drawn: DrawnPosters | undefined;
  readonly knownOf: HomeOptions["knownOf"];
  readonly posterWithinMs: number;
  readonly zoneWithinMs: number;
  readonly interimAfterMs: number;
  readonly acknowledgeWithinMs: number;
  /** Slack no longer accepts the token: told its word for it, once. */
  readonly onLockedOut: (why: string) => void;
}

export interface Workspace {
  readonly client: webApi.WebClient;
  readonly hearing: Hearing;
  readonly names: Names;
  readonly send: Adapter["send"];
  readonly edit: NonNullable<Adapter["edit"]>;
  readonly review: NonNullable<Adapter["review"]>;
  readonly zoneOf: NonNullable<Adapter["zoneOf"]>;
  open(
    onIncoming: (incoming: Incoming) => Promise<void>,
    untilSafe: ((event: EventId) => Promise<void>) | undefined,
  ): void;
  close(): void;
}

const ONE_MOMENT: Card = { lines: ["One moment…"] };

export function createWorkspace({
  team,
  botToken,
  identity,
  slackApiUrl,
  network,
  log,
  now,
  drawn,
  knownOf,
  posterWithinMs,
  zoneWithinMs,
  interimAfterMs,
  acknowledgeWithinMs,
  onLockedOut,
}: WorkspaceOptions): Workspace {
  const names = namesIn(team);
  const client = new webApi.WebClient(botToken, {
    slackApiUrl,
    logger: boltLogger(log),
    fetch: network.fetch,
    // Waiting and trying again is up to the queues of calls: one that waits must not hold up the others.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
  let isLockedOut = false;
  const calls = createCalls((why) => {
    if (!isLockedOut) onLockedOut(why);
    isLockedOut = true;
  });
  const events = createTakenEvents(acknowledgeWithinMs);
  const carried = carriedSuggestions();
  const answerUrls = createAnswerUrls(calls, network.fetch);
  const find = createFind(client, calls);
  const posting = createPosting({ client, calls, find, answerUrls, log });
  const seeding = createSeeding({ client, calls, posting, log, botUserId: () => identity().botUserId });
  const posters = createPosters({
    client,
    calls,
    fetch: network.fetch,
    drawn: drawn && {
      ...drawn,
      of: (pictured, conversation) => drawn.of(pictured, names.outside(conversation)),
    },
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
  const zoneOf = createZones(client, calls, { log, withinMs: zoneWithinMs });
  const home = createHome({ events, posting, posters, knownOf: (user) => knownOf(names.user(user)), now });
  const interim = createInterim(interimAfterMs, ({ conversation, event, user }) =>
    posting.whisper(whisperedAt(addressOf(conversation), event), ONE_MOMENT, user.id),
  );

  return {
    client,
    names,
    hearing: {
      botUserId: () => identity().botUserId,
      events,
      carried,
      posting,
      answerUrls,
      home,
      whispers,
      bring: readSharedFile(botToken, network.fetch),
      now,
    },

    async send(to, card) {
      const destination = names.destination(to);
      const { conversation, inReplyTo } = destination;
      interim.end(inReplyTo);
      if (isHome(conversation)) {
        home.take(inReplyTo, card);
        return { kind: "shown" };
      }
      const sent = await sending.send(destination, card, events.heard(inReplyTo));
      return sent.kind === "shown" && sent.message !== undefined
        ? { ...sent, message: names.outside(sent.message) }
        : sent;
    },
    edit: (message, card, owner) => sending.edit(names.inside(message), card, names.owner(owner)),
    async review(suggested) {
      const found = await seeding.review(names.suggested(suggested));
      return found?.map(names.reaction);
    },
    zoneOf: (user) => zoneOf(names.owner(user).id),

    open(onIncoming, untilSafe) {
      isLockedOut = false;
      calls.open();
      events.open(
        async (incoming) => {
          if (!isHome(incoming.conversation)) interim.begin(incoming);
          await onIncoming(names.incoming(incoming));
          interim.end(incoming.event);
        },
        untilSafe && ((event) => untilSafe(names.outside(event))),
      );
    },
    close() {
      events.close();
      calls.close();
    },
  };
}
