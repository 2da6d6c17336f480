/** The program, killed at any moment: every suggestion is shown once, and the conversation goes on. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { anotherProcess } from "../../src/store/testing/another-process.ts";
import { type Person, read } from "./fake/people.ts";
import { openProgram, type Program, type Running } from "./program.ts";
import { suggestionsOf, titleOf } from "./table.ts";
import { eventually } from "./testing.ts";

let program: Program;
let ada: Person;

beforeEach(async () => {
  program = await openProgram();
  ada = program.slack.user("ada");
});

afterEach(() => program.close());

type Moment = readonly ["asked" | "done", method: string, nth: number];

/** Resolves when the process has been killed at that moment: the call has arrived, or its work is done and not answered. */
async function killedAt(bot: Running, [moment, method, nth]: Moment): Promise<void> {
  let left = nth;
  program.slack.watch = (when, call) => {
    if (when === moment && call.method === method && --left === 0) bot.kill("SIGKILL");
  };
  await bot.ended;
  program.slack.watch = undefined;
}

const made = () => suggestionsOf(ada.dms());

const MOMENTS: readonly Moment[] = [
  ["asked", "chat.postMessage", 1],
  ["done", "chat.postMessage", 1],
  ["done", "reactions.add", 2],
  ["asked", "chat.update", 1],
];

test("every answer counts once, and every suggestion is shown once, with all there is to press", async () => {
  let bot = program.begin();
  ada.dm("next");
  await eventually(() => expect(made()).toHaveLength(1));
  for (const [nth, moment] of MOMENTS.entries()) {
    const killed = killedAt(bot, moment);
    ada.react(made().at(-1)!, "+1");
    await killed;
    bot = program.begin();
    await eventually(() => expect(made()).toHaveLength(nth + 2));
  }
  // Killed once more while it looks for what it had posted, and answered while it is away.
  const killed = killedAt(bot, ["done", "chat.postMessage", 1]);
  ada.react(made().at(-1)!, "+1");
  await killed;
  await killedAt(program.begin(), ["done", "conversations.history", 1]);
  ada.react(made().at(-1)!, "-1");
  bot = program.begin();
  await eventually(() => expect(made()).toHaveLength(MOMENTS.length + 3));

  for (const { reactions } of made()) await eventually(() => expect(reactions.size).toBe(5));
  expect(new Set(made().map(titleOf)).size).toBe(made().length);
  await program.slack.delivered();
  bot.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  const store = await openSqliteStore(program.file);
  const { log, suggestions, showings } = await store.export({ platform: "slack", id: ada.id });
  await store.close();
  expect(suggestions).toHaveLength(made().length);
  expect(showings).toEqual([]);
  expect(log.map((entry) => entry.kind === "feedback" && entry.verdict)).toEqual([
    ...Array.from({ length: MOMENTS.length + 1 }, () => "like"),
    "dislike",
  ]);
}, 180_000);

describe("what Slack was told is taken, and killed before it could be committed, is dealt with by the next process", () => {
  /** The database is locked while the person does it, and the process is killed once Slack need not send it again. */
  async function killedWhileLocked(bot: Running, does: () => unknown): Promise<void> {
    const other = await anotherProcess(program.file, "BEGIN IMMEDIATE");
    await does();
    await program.slack.delivered();
    bot.kill("SIGKILL");
    await bot.ended;
    await other.release();
    program.slack.deaf = true; // whatever it might deliver again
    program.begin();
  }

  const verdicts = async () => {
    const store = await openSqliteStore(program.file);
    const { log } = await store.export({ platform: "slack", id: ada.id });
    await store.close();
    return log.map((entry) => (entry.kind === "feedback" ? entry.verdict : entry.kind));
  };

  test("words, in order", async () => {
    const bot = program.begin();
    ada.dm("next");
    await eventually(() => expect(made()).toHaveLength(1));
    await killedWhileLocked(bot, () => {
      ada.dm("y");
      ada.dm("n");
    });
    await eventually(() => expect(made()).toHaveLength(3));
    expect(await verdicts()).toEqual(["like", "dislike"]);
  });

  test("a command", async () => {
    const bot = program.begin();
    await eventually(() => expect(program.slack.connections).toBe(1));
    await killedWhileLocked(bot, () => ada.slash("/recommend", "a comedy"));
    await eventually(() => expect(made()).toHaveLength(1));
  });

  test("a button", async () => {
    const bot = program.begin();
    const channel = program.slack.channel("movies");
    await eventually(() => expect(program.slack.connections).toBe(1));
    await ada.slash("/recommend", "privately", channel);
    const card = () => ada.sees(channel).find((message) => read(message).includes("imdb.com"));
    await eventually(() => expect(card()).toBeDefined());
    await killedWhileLocked(bot, () => ada.press("👍 Like", card()));
    await eventually(async () => expect(await verdicts()).toEqual(["like"]));
  });
});
