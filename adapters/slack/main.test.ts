import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeSlack, openFakeSlack } from "./fake/fake-slack.ts";
import { read } from "./fake/people.ts";
import { eventually } from "./testing.ts";

let folder: string;
let slack: FakeSlack;
let bot: ChildProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-slack-"));
  slack = await openFakeSlack();
});

afterEach(async () => {
  bot?.kill("SIGKILL");
  await slack.close();
  rmSync(folder, { recursive: true });
});

function run(env: Record<string, string> = {}): { readonly bot: ChildProcess; output(): string } {
  let output = "";
  bot = spawn(process.execPath, [new URL("./main.js", import.meta.url).pathname], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      MATINEE_DB: join(folder, "matinee.db"),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      ...env,
    },
  });
  for (const stream of [bot.stdout!, bot.stderr!]) stream.on("data", (chunk) => (output += chunk));
  return { bot, output: () => output };
}

const connected = () => eventually(() => expect(slack.connections).toBe(1));

test("the program suggests, survives being killed in the middle of an answer, and stops when told to", async () => {
  const ada = slack.user("ada");
  const first = run();
  await connected();
  ada.dm("next");
  await eventually(() => expect(ada.dms()[1]?.reactions.size).toBe(4));

  // The answer to the reaction never leaves the program, and its acknowledgement neither.
  slack.fail("chat.postMessage", { retryAfterS: 60 });
  ada.react(ada.dms()[1]!, "+1");
  await eventually(() => expect(slack.failing("chat.postMessage")).toBe(0));
  first.bot.kill("SIGKILL");

  const second = run();
  await connected();
  await slack.delivered();
  ada.dm("likes");
  await slack.delivered();
  expect(
    ada
      .dms()
      .map(read)
      .filter((text) => text.includes("Movies you like")),
  ).toHaveLength(1);

  second.bot.kill("SIGTERM");
  const [code] = await once(second.bot, "exit");
  expect(code).toBe(0);
  expect(second.output()).not.toMatch(/xoxb|xapp|likes/);
});

test("what is wrong with the settings is said in a sentence", async () => {
  const { bot, output } = run({ SLACK_APP_TOKEN: "" });
  const [code] = await once(bot, "exit");
  expect(code).toBe(1);
  expect(output()).toBe(
    'SLACK_APP_TOKEN is missing: copy it from "Basic Information" of your app, "App-Level Tokens", scope connections:write.\n',
  );
});
