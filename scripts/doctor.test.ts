import { execFile } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { REST } from "discord.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { fakeDiscord } from "../adapters/discord/fake/fake-discord.ts";
import { registerCommands } from "../adapters/discord/register.ts";
import { openFakeSlack } from "../adapters/slack/fake/fake-slack.ts";
import { openSlackOfMany } from "../adapters/slack/fake/slack-of-many.ts";
import { temporaryFolder } from "../src/dataset/testing/temporary-folder.ts";
import { modelsBeside, servingFile } from "../src/operations/models/models-folder.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import { type Finding, found } from "./doctor/check.ts";
import { machineChecks } from "./doctor/machine.ts";
import { serviceChecks } from "./doctor/services.ts";

const SETTINGS = {
  MATINEE_DB: "matinee.db",
  DATABASE_URL: "",
  MATINEE_ARTIFACTS: "artifacts",
  MATINEE_UNDERSTANDING: "data/understanding.yaml",
  MATINEE_WORDS: "data/words",
  MATINEE_POLICY: "data/policy.yaml",
  MATINEE_LEARN_FROM: "unless-refused" as const,
  MATINEE_LOG: "",
  MATINEE_LOG_STYLE: "json" as const,
  WEB_ADDRESS: "",
};

const withDatabase = (settings: typeof SETTINGS) => ({
  ...settings,
  database: settings.DATABASE_URL || settings.MATINEE_DB,
});
const onMachine = (name: string, changed: Partial<typeof SETTINGS>): Promise<Finding> =>
  found(machineChecks(withDatabase({ ...SETTINGS, ...changed })).find((check) => check.name === name)!);
const ofService = (name: string, environment: Readonly<Record<string, string>>): Promise<Finding> =>
  found(serviceChecks(environment).find((check) => check.name === name)!);

/** Something listens there, and answers with that. */
async function listening(headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(200, headers).end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe("on the machine", () => {
  test("a database that is not there yet is no fault, and is not made by looking", async () => {
    const file = join(await temporaryFolder(), "new", "matinee.db");
    expect(await onMachine("Database", { MATINEE_DB: file })).toMatchObject({
      is: "well",
      says: expect.stringContaining("will be made at the first start"),
    });
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  });

  test("a database that is sound is told with what it holds", async () => {
    const file = join(await temporaryFolder(), "matinee.db");
    await (await openSqliteStore(file)).close();
    expect(await onMachine("Database", { MATINEE_DB: file })).toMatchObject({
      is: "well",
      says: expect.stringMatching(/0 people, 0 answers, .* MB, no page damaged/),
    });
  });

  test.each([
    ["damaged", (file: string) => writeFileSync(file, "x".repeat(5_000)), /not a database/],
    ["a folder", (file: string) => void mkdirSync(file), /is a folder: name a file by MATINEE_DB/],
  ])("a database that is %s is a fault", async (_what, make, sentence) => {
    const file = join(await temporaryFolder(), "matinee.db");
    make(file);
    expect(await onMachine("Database", { MATINEE_DB: file })).toMatchObject({
      is: "fault",
      says: expect.stringMatching(sentence),
    });
  });

  test("a model that is cut short is a fault, and its file is named", async () => {
    const folder = await temporaryFolder();
    const manifest = JSON.parse(readFileSync("artifacts/manifest.json", "utf8"));
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
    expect(await onMachine("Model", { MATINEE_ARTIFACTS: folder })).toMatchObject({
      is: "fault",
      says: expect.stringContaining(folder),
    });
  });

  test("a place below a file is none for a database, and a folder is no log", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    expect(await onMachine("Database", { MATINEE_DB: join(folder, "file", "matinee.db") })).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/file is no folder.*: name another place by MATINEE_DB/),
    });
    expect(await onMachine("Log", { MATINEE_LOG: folder })).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/is a folder: name a file by MATINEE_LOG/),
    });
  });

  /** The shipped model, without some of its files. */
  function modelWithout(folder: string, missing: RegExp): string {
    const model = mkdtempSync(join(folder, "model-"));
    for (const name of readdirSync("artifacts"))
      if (!missing.test(name)) symlinkSync(resolve("artifacts", name), join(model, name));
    return model;
  }

  test("a model that lacks a part of what is known of its films is a fault; one of which nothing is known is none", async () => {
    const folder = await temporaryFolder();
    const lacking = modelWithout(folder, /^film_search/);
    expect(await onMachine("Model", { MATINEE_ARTIFACTS: lacking })).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/lacks film_search\.bin.*npx matinee films gather/),
    });
    expect(await onMachine("Model", { MATINEE_ARTIFACTS: modelWithout(folder, /^film_/) })).toMatchObject({
      is: "well",
      says: expect.stringContaining("nothing is known of them"),
    });
  });

  test("a model that was promoted is looked at as well", async () => {
    const db = join(await temporaryFolder(), "matinee.db");
    const look = () => onMachine("Promoted model", { MATINEE_DB: db });
    expect(await look()).toMatchObject({ is: "unused" });
    const models = modelsBeside(db);
    mkdirSync(models);
    symlinkSync(resolve("artifacts"), join(models, "here"));
    const served = (text: string) => writeFileSync(servingFile(models), text);
    served(JSON.stringify({ champion: "here", history: [] }));
    expect(await look()).toMatchObject({ is: "well", says: "here" });
    served(JSON.stringify({ champion: "gone", history: [] }));
    expect(await look()).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/gone.manifest\.json: cannot be read.*npx matinee models back/),
    });
    served("{");
    expect(await look()).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/serving\.json: take it away to serve the shipped model\. ./),
    });
  });

  test("words that cannot be read are a fault", async () => {
    expect(await onMachine("Words and policy", { MATINEE_WORDS: "/nowhere" })).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/^.nowhere.\w+\.yaml cannot be read .*by MATINEE_WORDS/),
    });
  });

  test.skipIf(process.getuid?.() === 0)("a log that cannot be written is a fault", async () => {
    const file = join(await temporaryFolder(), "log");
    writeFileSync(file, "");
    chmodSync(file, 0o400);
    expect(await onMachine("Log", { MATINEE_LOG: file })).toMatchObject({ is: "fault" });
  });
});

describe("of the services", () => {
  test("none that is not set up is asked", async () => {
    for (const check of serviceChecks({})) expect((await found(check)).is).toBe("unused");
  });

  test("Discord: the token, the commands and where it is", async () => {
    const discord = await fakeDiscord();
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api };
    expect(await ofService("Discord", settings)).toMatchObject({
      is: "fault",
      says: expect.stringContaining("npm run discord:register"),
    });
    await registerCommands(new REST({ api: discord.api }).setToken(discord.token));
    expect(await ofService("Discord", settings)).toMatchObject({ is: "well" });
    discord.logInsLeft(3);
    expect(await ofService("Discord", settings)).toMatchObject({
      says: expect.stringMatching(/only 3 more/),
    });
    expect(discord.requests.filter((request) => !request.startsWith("GET"))).toHaveLength(1); // the registration
    discord.resetsToken();
    expect(await ofService("Discord", settings)).toMatchObject({
      says: expect.stringMatching(/does not take this token/),
    });
    await discord.close();
    expect(await ofService("Discord", settings)).toMatchObject({
      is: "fault",
      says: expect.stringContaining(`cannot be reached at ${discord.api}`),
    });
  });

  test("Slack: both tokens, and nothing is said there", async () => {
    const slack = await openFakeSlack();
    onTestFinished(() => slack.close());
    const settings = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    };
    expect(await ofService("Slack", settings)).toMatchObject({ is: "well" });
    expect(await ofService("Slack", { ...settings, SLACK_APP_TOKEN: "xapp-wrong" })).toMatchObject({
      is: "fault",
      says: expect.stringContaining("SLACK_APP_TOKEN"),
    });
    expect(await ofService("Slack", { ...settings, SLACK_BOT_TOKEN: "xoxb-wrong" })).toMatchObject({
      is: "fault",
      says: expect.stringContaining("SLACK_BOT_TOKEN"),
    });
  });

  test("Slack, where others install it: the client and its key", async () => {
    const many = await openSlackOfMany();
    onTestFinished(() => many.close());
    const settings = {
      SLACK_CLIENT_ID: many.clientId,
      SLACK_CLIENT_SECRET: many.clientSecret,
      SLACK_SIGNING_SECRET: "s",
      SLACK_TOKEN_KEY: Buffer.alloc(32, 7).toString("base64"),
      SLACK_PORT: "0",
      SLACK_API_URL: many.apiUrl,
    };
    expect(await ofService("Slack", settings)).toMatchObject({
      is: "well",
      says: expect.stringContaining("others can install it"),
    });
    expect(await ofService("Slack", { ...settings, SLACK_CLIENT_SECRET: "wrong" })).toMatchObject({
      is: "fault",
      says: expect.stringContaining("SLACK_CLIENT_SECRET"),
    });
    expect(await ofService("Slack", { ...settings, SLACK_TOKEN_KEY: "" })).toMatchObject({
      is: "fault",
      says: expect.stringContaining("openssl rand -base64 32"),
    });
  });

  test("the web: a port that is taken is a fault, a free one is well", async () => {
    const port = await listening();
    expect(await ofService("Web", { WEB_PORT: `${port}` })).toMatchObject({
      is: "fault",
      says: expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`),
    });
    expect(await ofService("Web", { WEB_PORT: "0" })).toMatchObject({ is: "well" });
  });

  test("a language model and TMDB that answer something else are faults", async () => {
    const port = await listening();
    const model = await ofService("Language model", { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` });
    expect(model).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/does not answer \(badAnswer\)/),
    });
    const tmdb = await ofService("TMDB", {
      TMDB_API_KEY: "k".repeat(32),
      TMDB_API_URL: `http://127.0.0.1:${port}/3`,
    });
    expect(tmdb).toMatchObject({ is: "fault", says: expect.stringMatching(/another form to configuration/) });
  });

  test("the clock is held against the first service that tells the time", async () => {
    const late = await listening({ date: new Date(Date.now() - 3_600_000).toUTCString() });
    expect(await ofService("Clock", { OPENAI_BASE_URL: `http://127.0.0.1:${late}/v1` })).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/This machine is 3\d{3} s ahead/),
    });
    const right = await listening();
    expect(await ofService("Clock", { OPENAI_BASE_URL: `http://127.0.0.1:${right}/v1` })).toMatchObject({
      is: "well",
    });
  });

  test("what tells no time is no fault of the clock: that it is out of reach or set up wrongly is told of it", async () => {
    const port = await listening();
    for (const environment of [
      { DISCORD_TOKEN: "wrong" },
      { OPENAI_BASE_URL: "nowhere", OPENAI_API_KEY: "k" },
      { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" },
    ])
      expect(await ofService("Clock", environment)).toMatchObject({ is: "unused" });
    expect(await ofService("Clock", { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` })).toMatchObject({
      is: "well",
    });
  });

  test.each([
    ["Discord", { DISCORD_TOKEN: "abc" }, /three parts.*: copy it from the Bot page/],
    [
      "Slack",
      { SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" },
      /begin with xoxb-: copy it(?:.|\n)*begin with xapp-: copy it/,
    ],
    ["Web", { WEB_PORT: "abc" }, /WEB_PORT should be the number of a port/],
    ["Language model", { OPENAI_BASE_URL: "nowhere", OPENAI_API_KEY: "k" }, /such as http/],
    ["TMDB", { TMDB_API_KEY: "k".repeat(32), TMDB_API_URL: "http://127.0.0.1:9/3" }, /See that TMDB_API_KEY/],
  ])("%s set up as %j is a fault that says how to mend it", async (name, environment, sentence) => {
    expect(await ofService(name, environment)).toMatchObject({
      is: "fault",
      says: expect.stringMatching(sentence),
    });
  });

  test("what never answers is a fault once the time is over", async () => {
    const silent = { name: "Silent", look: () => new Promise<never>(() => {}) };
    expect(await found(silent, 1)).toMatchObject({
      is: "fault",
      says: expect.stringMatching(/No answer within/),
    });
  });
});

test("the program tells each, and its exit code whether anything is to be mended", async () => {
  const folder = await temporaryFolder();
  const program = fileURLToPath(new URL("./matinee.js", import.meta.url));
  const doctor = (db: string) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const env = { PATH: process.env.PATH, MATINEE_DB: db };
      execFile(
        process.execPath,
        [program, "doctor", "--offline", "--json"],
        { cwd: folder, env },
        (error, output) => resolve({ code: error ? Number(error.code) : 0, output }),
      );
    });
  const [sound, broken] = await Promise.all([doctor(join(folder, "new.db")), doctor(folder)]);
  const names = (output: string, looked: Finding["is"]) =>
    JSON.parse(output).flatMap(({ is, name }: Finding & { name: string }) => (is === looked ? [name] : []));
  expect(sound.code).toBe(0);
  expect(names(sound.output, "unused")).toEqual(["Settings", "Promoted model"]);
  expect(names(sound.output, "fault")).toEqual([]);
  expect(broken.code).toBe(1);
  mkdirSync(join(folder, ".env")); // as unreadable as one of another user
  const unread = await doctor(join(folder, "new.db"));
  expect([unread.code, names(unread.output, "fault")]).toEqual([1, ["Settings"]]);
});
