import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Failure } from "./fake/faults.ts";
import { type Person, read } from "./fake/people.ts";
import { openSlackOfMany } from "./fake/slack-of-many.ts";
import { openProgram, type Program, type Running } from "./program.ts";
import { suggestionsOf } from "./table.ts";
import { eventually } from "./testing.ts";

let program: Program;
let ada: Person;

beforeEach(async () => {
  program = await openProgram();
  ada = program.slack.user("ada");
});

afterEach(() => program.close());

const made = () => suggestionsOf(ada.dms());

test("the program tells nothing of what people write, nor its tokens", async () => {
  const bot = program.begin();
  ada.dm("likes");
  await eventually(() => expect(read(ada.dms()[1]!)).toContain("like"));
  bot.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expect(bot.output()).toContain("dealt with");
  expect(bot.output()).not.toMatch(/xoxb|xapp|likes/);
});

/** Code 0: it ended by itself, before its own patience was at an end. */
describe("told to stop, it ends in peace and loses nothing", () => {
  const silent = (...methods: string[]) => {
    program.slack.faults.schedule = ({ method }): Failure | undefined =>
      methods.includes(method) ? "silence" : undefined;
  };

  async function stopped(bot: Running): Promise<void> {
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    program.slack.faults.schedule = undefined;
  }

  test.each<[string, string, Failure]>([
    ["is out of order", "auth.test", { status: 503 }],
    ["asks for patience", "auth.test", { retryAfterS: 50 }],
    ["says nothing", "auth.test", "silence"],
    ["gives no socket", "apps.connections.open", { error: "internal_error" }],
    ["says nothing when it is asked for a socket", "apps.connections.open", "silence"],
  ])("while it starts, and Slack %s", async (_how, method, failure) => {
    program.slack.faults.schedule = (call): Failure | undefined =>
      call.method === method ? failure : undefined;
    const bot = program.begin();
    await eventually(() => expect(program.slack.asked.at(-1)?.method).toBe(method));
    await stopped(bot);
  });

  test("while it starts, and Slack does not greet on the socket it gave", async () => {
    program.slack.stallSockets();
    const bot = program.begin();
    await eventually(() => expect(program.slack.connections).toBe(1));
    await stopped(bot);
  });

  test("while it puts reactions under a suggestion", async () => {
    const bot = program.begin();
    silent("reactions.add");
    ada.dm("next");
    await eventually(() => expect(made()).toHaveLength(1));
    await program.slack.delivered();
    await stopped(bot);
    program.begin();
    await eventually(() => expect(made()[0]!.reactions.size).toBe(5));
    expect(made()).toHaveLength(1);
  });

  test("while Slack answers nothing any more", async () => {
    const bot = program.begin();
    await eventually(() => expect(program.slack.connections).toBe(1));
    silent("chat.postMessage", "apps.connections.open", "conversations.history");
    ada.dm("next");
    await eventually(() => expect(program.slack.asked.at(-1)!.method).toBe("chat.postMessage"));
    program.slack.cutSocket();
    await eventually(() => expect(program.slack.asked.at(-1)!.method).toBe("apps.connections.open"));
    await stopped(bot);
    program.begin();
    await eventually(() => expect(made()).toHaveLength(1));
    await program.slack.delivered();
    expect(made()).toHaveLength(1);
  });

  test("while Slack asks for patience", async () => {
    const bot = program.begin();
    program.slack.fail("chat.postMessage", { retryAfterS: 20 });
    ada.dm("next");
    await eventually(() => expect(program.slack.asked.at(-1)!.method).toBe("chat.postMessage"));
    await stopped(bot);
    program.begin();
    await eventually(() => expect(made()).toHaveLength(1));
  });
});

test("what is wrong with the settings is said in a sentence", async () => {
  const bot = program.begin({ SLACK_APP_TOKEN: "" });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toBe(
    'SLACK_APP_TOKEN is missing: copy it from "Basic Information" of your app, "App-Level Tokens", scope connections:write.\n',
  );
});

test("others install it in their workspaces; a kill forgets none of them, and no token is told", async () => {
  const many = await openSlackOfMany();
  onTestFinished(() => many.close());
  const slack = await many.workspace("T0ONE");
  const port = await freePort();
  const settings = {
    SLACK_BOT_TOKEN: "",
    SLACK_APP_TOKEN: "",
    SLACK_CLIENT_ID: many.clientId,
    SLACK_CLIENT_SECRET: many.clientSecret,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_TOKEN_KEY: Buffer.alloc(32, 7).toString("base64"),
    SLACK_PORT: String(port),
    SLACK_API_URL: many.apiUrl,
  };
  const page = `http://127.0.0.1:${port}/slack/install`;
  const bot = program.begin(settings);
  await eventually(async () => expect((await fetch(page)).status).toBe(200));
  expect((await many.install(slack, page)).status).toBe(200);
  bot.kill("SIGKILL");
  await bot.ended;
  const next = program.begin(settings);
  await eventually(async () => expect((await fetch(page)).status).toBe(200));
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  slack.user("ben").dm("next");
  await eventually(() => expect(suggestionsOf(slack.user("ben").dms())).toHaveLength(1));
  next.kill("SIGTERM");
  expect(await next.ended).toBe(0);
  expect(bot.output() + next.output()).not.toMatch(/xoxb|a client secret/);
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
