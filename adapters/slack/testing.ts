/** What the tests of this folder share: the real client on the fake Slack, and a host that takes notes. */
import { test, vi } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import type { Incoming } from "../../src/host/adapter.ts";
import { destinationOf } from "../../src/host/showings.ts";
import { type FakeSlack, openFakeSlack } from "./fake/fake-slack.ts";
import type { Log } from "./log.ts";
import type { SocketTransport, Transport } from "./receivers.ts";
import { createSlack, type SlackAdapter, type SlackOptions } from "./slack.ts";

const silent: Log = { info() {}, warn() {}, error() {} };

export const socketOf = ({ appToken }: FakeSlack): SocketTransport => ({ mode: "socket", appToken });
export const httpOf = ({ signingSecret }: FakeSlack): Transport => ({
  mode: "http",
  signingSecret,
  host: "127.0.0.1",
  port: 0,
});

export function slackOn(slack: FakeSlack, options: Partial<SlackOptions> = {}): SlackAdapter {
  return createSlack({
    botToken: slack.botToken,
    transport: socketOf(slack),
    slackApiUrl: slack.apiUrl,
    log: silent,
    now: Date.now,
    acknowledgeWithinMs: 10_000, // so that an event is delivered when it has been answered, also on a busy machine
    ...options,
  });
}

/** What the look gives once it throws no more: what will be so before long. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { interval: 5, timeout: 60_000 });

/** A card that answers what came in, or none. */
export type Answer = (incoming: Incoming) => Card | undefined | Promise<Card | undefined>;

export interface Running {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  /** All that came in. */
  readonly heard: Incoming[];
}

/** Starts adapters on fakes for one test, and takes all of them down after it. */
export function stage() {
  const fakes: FakeSlack[] = [];
  const adapters: SlackAdapter[] = [];

  async function start(
    adapter: SlackAdapter,
    answer: Answer = () => undefined,
    onGap: () => void = () => {},
  ): Promise<Incoming[]> {
    const heard: Incoming[] = [];
    adapters.push(adapter);
    await adapter.start(async (incoming) => {
      heard.push(incoming);
      const card = await answer(incoming);
      if (card) await adapter.send(destinationOf(incoming), card);
    }, onGap);
    return heard;
  }

  async function openSlack(): Promise<FakeSlack> {
    const slack = await openFakeSlack();
    fakes.push(slack);
    return slack;
  }

  return {
    openSlack,
    start,
    /** An adapter on a Slack of its own. */
    async run(answer?: Answer): Promise<Running> {
      const slack = await openSlack();
      const adapter = slackOn(slack);
      return { slack, adapter, heard: await start(adapter, answer) };
    },
    async end(): Promise<void> {
      for (const adapter of adapters.splice(0)) await adapter.stop();
      for (const fake of fakes.splice(0)) await fake.close();
    },
  };
}

export type Stage = ReturnType<typeof stage>;

/** A test with a stage of its own, so that many can wait side by side. */
export const onStage = test.extend<{ stage: Stage }>({
  stage: async ({ onTestFinished }, use) => {
    const own = stage();
    onTestFinished(() => own.end());
    await use(own);
  },
});

export { destinationOf };

/** A suggestion made in answer to this event; its id is made of the event's. */
export function suggestionFor({ event }: Incoming, title = "Heat (1995)"): Card {
  return {
    title: { text: title, url: "https://www.imdb.com/title/tt0113277/" },
    lines: ["Because you liked Ronin."],
    suggestion: event.replace(/\W/g, "").slice(-24),
  };
}
