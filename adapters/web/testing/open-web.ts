/** For tests: Matinee on the web over a world of ten films, with a real server and a real database. */
import { join } from "node:path";
import { pino } from "pino";
import { Registry } from "prom-client";
import { expect, onTestFinished } from "vitest";
import { tinyParser, tinyReader } from "../../../src/conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../../src/conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../../../src/dataset/testing/temporary-folder.ts";
import { statesAtHand } from "../../../src/host/at-hand.ts";
import { createHost } from "../../../src/host/host.ts";
import { type LanguageModel, openOperation } from "../../../src/operations/operation.ts";
import { type ApiKey, openApiKeys, type Scope } from "../../../src/store/api-keys.ts";
import { openSqliteStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { createWeb, type WebAdapter, type WebOptions } from "../web.ts";
import { type Browser, openBrowser } from "./browser.ts";

export const SECRET = "a secret of forty characters, for tests.";

export interface OpenedWeb {
  readonly web: WebAdapter;
  readonly store: Store;
  /** The database. */
  readonly file: string;
  /** What went wrong so far. */
  readonly errors: unknown[];
  /** Somebody who comes for the first time. */
  browser(): Browser;
  /** What a program with these scopes sends. */
  key(...scopes: Scope[]): Promise<string>;
  addKey(key: Partial<ApiKey>): Promise<string>;
  /** All that were made. */
  removeKeys(): Promise<void>;
  stop(): Promise<void>;
}

interface SomeOptions extends Partial<WebOptions> {
  readonly model?: LanguageModel;
}

/** An adapter that nobody listens to yet. */
export async function someWeb(
  options: SomeOptions = {},
): Promise<{ readonly web: WebAdapter; readonly store: Store; readonly file: string }> {
  const file = join(await temporaryFolder(), "web.db");
  const store = options.store ?? (await openSqliteStore(file));
  const { world = tinyWorld() } = options;
  const web = createWeb({
    host: "127.0.0.1",
    port: 0,
    secret: SECRET,
    proxies: 0,
    world,
    worldOf: () => world,
    store,
    states: statesAtHand(),
    log: pino({ level: "silent" }),
    page: join(await temporaryFolder(), "page"),
    openKeys: () => openApiKeys(file),
    openOperation: () => someOperation(store, file, options),
    onRefused: () => {},
    metrics: new Registry(),
    onLost: (error) => expect.fail(String(error)),
    now: Date.now,
    ...options,
  });
  return { web, store, file };
}

/** Reads by the real rules, and evaluates a model that nobody has evaluated. */
const someOperation = (
  store: Store,
  file: string,
  { world = tinyWorld(), now = Date.now, model }: SomeOptions,
) =>
  openOperation({
    world,
    store,
    rules: tinyParser,
    ...(model && { model }),
    settings: { backups: `${file}-backups` },
    database: file,
    artifactsFolder: `${file}-artifacts`,
    casesFile: "data/understanding.yaml",
    version: "1.2.3",
    now,
  });

export async function openWeb(options: SomeOptions = {}): Promise<OpenedWeb> {
  const states = statesAtHand();
  const { web, store, file } = await someWeb({ states, ...options });
  const errors: unknown[] = [];
  const host = createHost({
    world: options.world ?? tinyWorld(),
    store,
    states,
    reader: tinyReader,
    adapter: web,
    onError: (error) => errors.push(error),
  });
  await host.start();
  const stop = async (): Promise<void> => {
    await host.stop();
    await store.close();
  };
  onTestFinished(stop);
  const addKey = async (more: Partial<ApiKey>): Promise<string> => {
    const keys = await openApiKeys(file);
    const secret = await keys.add({
      name: "a program",
      scopes: ["operate"],
      perMinute: 100_000,
      madeMs: 0,
      ...more,
    });
    keys.close();
    return secret;
  };
  const key = (...scopes: Scope[]): Promise<string> => addKey({ scopes });
  const removeKeys = async (): Promise<void> => {
    const keys = await openApiKeys(file);
    for (const { id } of await keys.list()) await keys.remove(id);
    keys.close();
  };
  return {
    web,
    store,
    file,
    errors,
    key,
    addKey,
    removeKeys,
    browser: () => openBrowser(() => web.address),
    stop,
  };
}
