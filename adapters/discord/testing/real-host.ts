/** For tests of whole conversations: the real host, memory and client, on a Discord of our own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REST } from "discord.js";
import { expect, onTestFinished } from "vitest";
import { once } from "../../../src/catalog/once.ts";
import { tinyWorld } from "../../../src/conversation/testing/tiny-world.ts";
import { drawnPosters } from "../../../src/host/drawn-posters.ts";
import { createHost, type Host, type HostOptions } from "../../../src/host/host.ts";
import { openReader } from "../../../src/host/open-reader.ts";
import { readWords } from "../../../src/intent/words.ts";
import { openSqliteStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { createDiscord } from "../discord.ts";
import { type FakeDiscord, fakeDiscord } from "../fake/fake-discord.ts";
import { registerCommands } from "../register.ts";
import { silent } from "./silent.ts";

export interface RealHost {
  readonly fake: FakeDiscord;
  /** Of the program that runs now. */
  readonly store: Store;
  /** The program ends; nobody listens any more. */
  stop(): Promise<void>;
  /** It starts again, with what it remembers. */
  start(): Promise<void>;
}

const WORDS_FOLDER = "data/words";
/** Read for the first host: all hear by the same. */
const words = once(() => readWords(WORDS_FOLDER));

/** Cleared away after the test, which fails where the host reported an error. */
export async function realHost({ pageAddress }: Pick<HostOptions, "pageAddress"> = {}): Promise<RealHost> {
  const folder = mkdtempSync(join(tmpdir(), "matinee-discord-"));
  const fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  const errors: unknown[] = [];
  let running: { readonly store: Store; readonly host: Host } | undefined;

  async function start(): Promise<void> {
    const store = await openSqliteStore(join(folder, "discord.db"));
    const { token, api } = fake;
    const world = tinyWorld();
    const posters = drawnPosters({ world, store, width: 320, onTrouble: (error) => errors.push(error) });
    const adapter = createDiscord({
      token,
      api,
      log: silent,
      now: Date.now,
      completeTitle: () => [],
      posters,
    });
    const reader = await openReader(world, { wordsFolder: WORDS_FOLDER, words: await words() });
    const onError = (error: unknown) => errors.push(error);
    const host = createHost({ world, store, reader, adapter, pageAddress, onError });
    running = { store, host };
    await host.start();
  }

  async function stop(): Promise<void> {
    await running?.host.stop();
    await running?.store.close();
    running = undefined;
  }

  onTestFinished(async () => {
    await stop();
    await fake.close();
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
  });
  await start();
  return {
    fake,
    get store() {
      return running!.store;
    },
    start,
    stop,
  };
}
