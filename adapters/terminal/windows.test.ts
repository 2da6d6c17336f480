/** The same person in two windows: what is said in one is about what stands there. */
import { PassThrough } from "node:stream";
import picocolors from "picocolors";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { tinyReader } from "../../src/conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";
import { createHost } from "../../src/host/host.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { createTerminal } from "./terminal.ts";

interface Window {
  /** Says a line, and gives back what is shown until the next prompt. */
  says(line: string): Promise<string>;
  /** What is shown when it opens. */
  readonly greeting: string;
  close(): Promise<void>;
}

const PROMPT = "\n› ";
let file: string;
let store: Store;

beforeEach(async () => {
  file = `${await temporaryFolder()}/matinee.db`;
  store = await openSqliteStore(file);
});
afterEach(() => store.close());

/** As `npm start` opens one, each with a connection and a memory of its own. */
async function openWindow(): Promise<Window> {
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: "utf8" })];
  let shown = "";
  output.on("data", (chunk: string) => {
    shown += chunk;
  });
  const own = await openSqliteStore(file);
  const adapter = createTerminal({
    input,
    output,
    user: "ada",
    interactive: false,
    colours: picocolors.createColors(false),
    now: Date.now,
  });
  const host = createHost({
    world: tinyWorld(),
    store: own,
    adapter,
    reader: tinyReader,
    onError: (error) => expect.fail(String(error)),
  });
  const answered = async (): Promise<string> => {
    await expect.poll(() => shown.endsWith(PROMPT)).toBe(true);
    const said = shown.slice(0, -PROMPT.length);
    shown = "";
    return said;
  };
  await host.start();
  const close = async () => {
    await host.stop();
    await own.close();
  };
  onTestFinished(close);
  return {
    greeting: await answered(),
    async says(line) {
      input.write(`${line}\n`);
      return answered();
    },
    close,
  };
}

const cardIn = (said: string): string => /^(.+) \(\d{4}\)$/m.exec(said)![1]!;
const verdicts = async () =>
  (await store.log({ platform: "terminal", id: "ada" })).flatMap((entry) =>
    entry.kind === "feedback" ? [`${entry.verdict} ${tinyWorld().catalog.byId(entry.movie)!.title}`] : [],
  );

test("an answer is for the card of its window, and the next start goes on where the last one was left", async () => {
  const one = await openWindow();
  const first = cardIn(await one.says("skip"));
  const two = await openWindow();
  expect(cardIn(two.greeting)).toBe(first);
  const second = cardIn(await two.says("next"));
  expect(second).not.toBe(first);

  const third = cardIn(await one.says("y"));
  expect(await verdicts()).toEqual([`like ${first}`]);
  expect(new Set([first, second, third]).size).toBe(3);
  const fourth = cardIn(await two.says("n"));
  expect(await verdicts()).toEqual([`like ${first}`, `dislike ${second}`]);
  await one.close();
  await two.close();

  const later = await openWindow();
  expect(later.greeting).toContain("Welcome back. I remember 2 answers of yours.");
  expect(cardIn(later.greeting)).toBe(fourth);
  await later.says("y");
  expect((await verdicts()).at(-1)).toBe(`like ${fourth}`);
});

test("what is asked, wished for and offered in one window is not answered in the other", async () => {
  const one = await openWindow();
  await one.says("skip");
  const two = await openWindow();
  expect(await one.says("a comedy")).toContain("Comedy\n");
  expect(await two.says("next")).not.toContain("Comedy\n");
  expect(await one.says("next")).toContain("Comedy\n");

  expect(await one.says("forget me")).toContain("yes");
  await two.says("yes");
  await two.says("y");
  expect(await verdicts()).toHaveLength(1);
  expect(await one.says("no")).toContain("Nothing");
});

test("of somebody who was forgotten in one window the other knows nothing either", async () => {
  const one = await openWindow();
  await one.says("skip");
  await one.says("a comedy");
  const two = await openWindow();
  await two.says("forget me");
  await two.says("yes");
  expect(await one.says("next")).not.toContain("Comedy\n");
  expect(await verdicts()).toEqual([]);
});
