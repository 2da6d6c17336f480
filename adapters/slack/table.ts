/** For tests of whole conversations: the real host and memory, on a Slack of our own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { hiddenAmong } from "../../src/conversation/lists.ts";
import { standingFeedback } from "../../src/conversation/person.ts";
import { tinyReader } from "../../src/conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { type About, createHost, type Host } from "../../src/host/host.ts";
import { openInbox } from "../../src/host/inbox.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store, UserKey } from "../../src/store/store.ts";
import { knownOf } from "./bot.ts";
import { type FakeSlack, openFakeSlack } from "./fake/fake-slack.ts";
import { read } from "./fake/people.ts";
import type { Message } from "./fake/workspace.ts";
import type { SlackOptions } from "./slack.ts";
import { slackOn } from "./testing.ts";

export interface Table {
  readonly slack: FakeSlack;
  readonly file: string;
  readonly store: Store;
  /** What the host reported, oldest first. */
  readonly troubles: { readonly error: unknown; readonly about: About }[];
  start(options?: Partial<SlackOptions>): Promise<void>;
  stop(): Promise<void>;
  /** Also stops what still runs. @throws when the bot sent something that Slack would have refused */
  close(): Promise<void>;
}

/** Where the web page is said to be. */
export const PAGE_ADDRESS = "https://films.example";

export async function openTable(options: Partial<SlackOptions> = {}): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-slack-"));
  const file = join(folder, "slack.db");
  const slack = await openFakeSlack();
  const troubles: Table["troubles"] = [];
  let store: Store | undefined;
  let host: Host | undefined;

  async function start(options: Partial<SlackOptions> = {}): Promise<void> {
    store = await openSqliteStore(file);
    const onKeeping = (error: unknown) => troubles.push({ error, about: { doing: "keeping" } });
    const inbox = openInbox(join(folder, "inbox"), "slack", onKeeping);
    const world = tinyWorld();
    const kept = store;
    const hiddenFrom = async (user: UserKey) =>
      hiddenAmong(world, standingFeedback(await kept.log(user)), Date.now()).flatMap(
        ({ movie }) => world.catalog.byId(movie) ?? [],
      );
    host = createHost({
      world,
      store,
      inbox,
      reader: tinyReader,
      pageAddress: PAGE_ADDRESS,
      adapter: slackOn(slack, { knownOf: (user) => knownOf(world, kept, hiddenFrom, user), ...options }),
      onError: (error, about) => troubles.push({ error, about }),
    });
    await host.start();
  }

  async function stop(): Promise<void> {
    await host?.stop();
    await store?.close();
    host = undefined;
  }

  await start(options);
  return {
    slack,
    file,
    get store() {
      return store!;
    },
    troubles,
    start,
    stop,
    async close() {
      await stop();
      try {
        await slack.close();
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

/** A test at a table of its own, so that many can wait side by side. */
export const onTable = test.extend<{ table: Table }>({
  table: async ({ onTestFinished }, use) => {
    const table = await openTable();
    onTestFinished(() => table.close());
    await use(table);
  },
});

/** The suggestions among these, oldest first: not what one person alone sees. */
export const suggestionsOf = (messages: readonly Message[]): Message[] =>
  messages.filter(({ metadata }) => metadata?.event_payload.suggestion !== undefined);

export const titleOf = (message: Message): string => /^.+ \(\d{4}\)/m.exec(read(message))![0];
