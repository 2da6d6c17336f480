/** Discord and Slack in one program, over one memory: what befalls one does not take the other along. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { writeSmallModel } from "../src/artifacts/testing/small-model.ts";
import { fakeDiscord } from "./discord/fake/fake-discord.ts";
import { seeded } from "./discord/testing/gestures.ts";
import { openFakeSlack } from "./slack/fake/fake-slack.ts";

const BOTS = fileURLToPath(new URL("./bots.js", import.meta.url));

async function both() {
  const folder = mkdtempSync(join(tmpdir(), "matinee-bots-"));
  const discord = await fakeDiscord();
  const slack = await openFakeSlack();
  let child: ChildProcess | undefined;
  onTestFinished(async () => {
    child?.kill("SIGKILL");
    await discord.close();
    await slack.close();
    rmSync(folder, { recursive: true });
  });
  const settings = {
    MATINEE_ARTIFACTS: await writeSmallModel(join(folder, "artifacts")),
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    MATINEE_DB: join(folder, "bots.db"),
  };
  return {
    discord,
    slack,
    run(changed: Readonly<Record<string, string>> = {}) {
      child = spawn(process.execPath, [BOTS], {
        cwd: folder,
        env: { PATH: process.env.PATH, ...settings, ...changed },
      });
      child.stdout!.resume();
      const said = text(child.stderr!);
      const ended = once(child, "exit");
      const gone = ended.then(async (how) => expect.fail(`it has ended by ${how}: ${await said}`));
      gone.catch(() => {});
      /** Passes on what is waited for of the program, and waits for nothing of one that has ended. */
      const running = async (expected: PromiseLike<void>) => Promise.race([expected, gone]);
      return { child, said, ended, running };
    },
  };
}

test("a Discord that is busy at the start keeps nobody in Slack waiting", async () => {
  const { discord, slack, run } = await both();
  const busy = { on: "GET /gateway/bot", retryAfterS: 50, times: 1 };
  discord.trouble(busy);
  const { child, ended, running } = run();
  await running(expect.poll(() => busy.times).toBe(0));
  const ada = slack.user("ada");
  await running(expect.poll(() => slack.connections).toBe(1));
  ada.dm("next");
  await running(expect.poll(() => ada.dms().length).toBe(2));
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a token that Discord takes no more, and one that Slack never took: the other goes on", async () => {
  const { discord, slack, run } = await both();
  const ada = slack.user("ada");
  const ben = discord.user("ben");
  const one = run();
  await one.running(expect.poll(() => discord.gatewayCounts.identified).toBe(1));
  const cards = () => ben.sees(ben.dm).filter(({ embeds }) => embeds[0]?.url !== undefined);
  ben.writes(ben.dm, "next");
  await one.running(expect.poll(() => cards().length).toBe(1));
  await one.running(seeded(cards()[0]!)); // else a reaction may tell it of the token, and it hangs up before it has heard more
  const token = discord.resetsToken();
  ben.writes(ben.dm, "next");
  await one.running(expect.poll(() => discord.connections).toBe(0));
  await one.running(expect.poll(() => slack.connections).toBe(1));
  ada.dm("next");
  await one.running(expect.poll(() => ada.dms().length).toBe(2));
  one.child.kill("SIGTERM");
  expect(await one.ended).toEqual([0, null]);
  expect(await one.said).toMatch(
    /^Matinee goes on without Discord: Discord takes DISCORD_TOKEN no more: [^\n]*\n$/,
  );

  const other = run({ DISCORD_TOKEN: token, SLACK_BOT_TOKEN: "xoxb-wrong" });
  await other.running(expect.poll(() => cards().length).toBe(2)); // what waited for the token
  other.child.kill("SIGTERM");
  expect(await other.ended).toEqual([0, null]);
  expect(await other.said).toMatch(
    /^Matinee goes on without Slack: Slack does not accept SLACK_BOT_TOKEN: [^\n]*\n$/,
  );
});
