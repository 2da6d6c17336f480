import { inspect } from "node:util";
import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import { asSeen } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { GESTURES, reactionsOf, seeded } from "./testing/gestures.ts";
import { HEAT } from "./testing/heat.ts";
import { heldUp, says, suggests } from "./testing/scripts.ts";
import { silent } from "./testing/silent.ts";
import { table } from "./testing/table.ts";

const IMPATIENT = { slowAfterMs: 20 };

describe("trouble", () => {
  test("a command that comes too late is done, and answered in the channel", async () => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    ada.slash(channel, "recommend", {}, { late: true });
    await eventually(() => fake.messages(channel).map(asSeen)).toEqual([
      expect.stringContaining("Heat (1995)"),
    ]);
    expect(host.incoming).toHaveLength(1);
  });

  test("one whose answer is private, or where the bot is no member, is answered in a direct message", async () => {
    const { fake } = await table(says("For you alone."));
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    ada.slash(channel, "history", {}, { late: true });
    ada.slash(fake.groupDm(), "recommend", {}, { late: true });
    await eventually(() => ada.sees(ada.dm).map(asSeen)).toEqual(["For you alone.", "For you alone."]);
    expect(fake.messages(channel)).toEqual([]);
  });

  test("a button that is pressed too late counts", async () => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ without: PermissionFlagsBits.AddReactions });
    const message = await ada.slash(channel, "recommend").answer;
    ada.press(message, "Like", { late: true });
    await eventually(() => host.sent.length).toBe(2);
    expect(fake.messages(channel)).toHaveLength(2);
  });

  test("a slow answer shows thinking first, then takes its place", async () => {
    const { script, go } = heldUp(HEAT);
    const { fake } = await table(script, IMPATIENT);
    const channel = fake.guildChannel();
    const { acknowledged, answer } = fake.user("ada").slash(channel, "recommend");
    await acknowledged;
    expect(fake.messages(channel)).toMatchObject([{ loading: true }]);
    go();
    await seeded(await answer);
    expect(fake.messages(channel)).toHaveLength(1);
  });

  test("a slow answer that turns out private does not appear in public", async () => {
    const { script, go } = heldUp({ ...HEAT, private: true });
    const { fake } = await table(script, IMPATIENT);
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const channel = fake.guildChannel();
    const { acknowledged, answer } = ada.slash(channel, "recommend");
    await acknowledged;
    go();
    await answer;
    await eventually(() => ada.sees(channel).map(asSeen).join()).toContain("Heat (1995)");
    expect(ben.sees(channel).map(asSeen)).toEqual(["The answer is for you alone."]);
  });

  test("a slow answer to words shows typing", async () => {
    const { script, go } = heldUp(HEAT);
    const { fake } = await table(script, IMPATIENT);
    const ada = fake.user("ada");
    ada.writes(ada.dm, "hi");
    await eventually(() => fake.requests.filter((request) => request.endsWith("/typing")).length).toBe(1);
    go();
    await eventually(() => ada.sees(ada.dm).length).toBe(2);
  });

  test("where it may not write, a mention is answered in a direct message", async () => {
    const { fake } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ without: PermissionFlagsBits.SendMessages });
    ada.writes(channel, `<@${fake.botId}> hi`);
    await eventually(() => ada.sees(ada.dm).map(asSeen)).toEqual([expect.stringContaining("Heat (1995)")]);
  });

  test("a private answer to a mention goes into a direct message, and the channel hears where it is", async () => {
    const { fake, complaints } = await table(() => [{ lines: ["Secret."], private: true }]);
    const [ada, ben] = [fake.user("ada"), fake.user("ben")];
    const channel = fake.guildChannel();
    ben.closeDms();
    for (const person of [ada, ben]) person.writes(channel, `<@${fake.botId}> history`);
    await eventually(() => fake.messages(channel).length).toBe(4);
    expect(ada.sees(ada.dm).map(asSeen)).toEqual(["Secret."]);
    expect(fake.messages(channel).map(asSeen)).toEqual(
      expect.arrayContaining([
        "I have answered in a direct message.",
        expect.stringContaining("I cannot write to you in private"),
      ]),
    );
    await eventually(() => complaints.length).toBe(1);
    expect(complaints.splice(0)).toEqual([expect.stringContaining("nowhere to say it")]);
  });

  test("nowhere to say it is logged, and nothing breaks", async () => {
    const { fake, host, complaints } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ without: PermissionFlagsBits.SendMessages });
    ada.closeDms();
    ada.writes(channel, `<@${fake.botId}> hi`);
    await eventually(() => host.sent).toEqual([undefined]);
    expect(complaints.splice(0)).toEqual([expect.stringContaining("nowhere to say it")]);
  });

  test("a rate limit is waited out, and the answer comes once", async () => {
    const { fake } = await table(suggests);
    const ada = fake.user("ada");
    fake.trouble({ on: "POST /channels/", times: 1, retryAfterS: 0.2 });
    ada.writes(ada.dm, "hi");
    await eventually(() => ada.sees(ada.dm).length).toBe(2);
    await seeded(ada.sees(ada.dm)[1]!);
    expect(ada.sees(ada.dm)).toHaveLength(2);
  });

  test("what Discord has done without saying so is not done twice", async () => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    fake.trouble({ on: "POST /channels/", times: 1, losesAnswer: true });
    fake.trouble({ on: "POST /interactions/", times: 1, losesAnswer: true });
    ada.writes(ada.dm, "hi");
    await ada.slash(channel, "recommend").answer;
    await eventually(() => host.sent.length).toBe(2);
    expect([fake.messages(channel).length, ada.sees(ada.dm).length]).toEqual([1, 2]);
    expect(host.sent).toContain(`discord:${channel.id}:${fake.messages(channel)[0]!.id}`);
  });

  test("a cut socket is resumed: what was done meanwhile arrives once, in order", async () => {
    const { fake, host } = await table(({ did }) => (did.kind === "commanded" ? [HEAT] : []));
    const ada = fake.user("ada");
    const message = await ada.slash(fake.guildChannel(), "recommend").answer;
    await seeded(message);
    ada.reacts(message, "👍");
    fake.cutSockets();
    ada.takesBack(message, "👍");
    ada.reacts(message, "👎");
    await eventually(() => host.incoming.length).toBe(4);
    expect(host.incoming.slice(1).map(({ did }) => "gesture" in did && [did.kind, did.gesture])).toEqual([
      ["gestured", "like"],
      ["gestureTakenBack", "like"],
      ["gestured", "dislike"],
    ]);
    expect(fake.gatewayCounts).toMatchObject({ identified: 1, resumed: 1 });
  });

  test("while Discord is out of reach it is tried less and less often, and told of once", async () => {
    const told: string[] = [];
    const log = { ...silent, info: (_fields: object, message: string) => void told.push(message) };
    const { fake, host } = await table(suggests, { log });
    const triedAtMs: number[] = [];
    let isAway = true;
    fake.trouble({
      on: "CONNECT /gateway",
      cuts: "before",
      get times() {
        return isAway ? 1 : 0;
      },
      set times(_left) {
        triedAtMs.push(performance.now());
      },
    });
    fake.cutSockets();
    await eventually(() => triedAtMs.length).toBe(3);
    const [first = 0, second = 0, third = 0] = triedAtMs;
    expect(third - second).toBeGreaterThan(1_400); // half a second is discord.js's own
    expect(second - first).toBeGreaterThan(400);
    isAway = false;
    await eventually(() => fake.gatewayCounts.identified).toBe(2);
    const ada = fake.user("ada");
    ada.writes(ada.dm, "are you there?");
    await eventually(() => host.incoming.length).toBe(1);
    expect(told).toEqual([
      "connection to Discord lost, trying again",
      "connected to Discord again, with a new session",
    ]);
  });

  test("a reaction before Discord has said which message it made is understood, and stays before what follows", async () => {
    const { fake, host } = await table(({ did }) => (did.kind === "opened" ? [HEAT] : []));
    const ada = fake.user("ada");
    fake.trouble({ on: "POST /channels/", times: 1, answersAfterMs: 50 });
    const channel = fake.guildChannel();
    ada.writes(channel, `<@${fake.botId}>`);
    await eventually(() => fake.messages(channel).length).toBe(2);
    ada.reacts(fake.messages(channel)[1]!, "👍");
    ada.writes(channel, `<@${fake.botId}> undo`);
    await eventually(() => host.incoming.map(({ did }) => did.kind)).toEqual(["opened", "gestured", "said"]);
    expect(host.incoming[1]!.did).toMatchObject({ on: { suggestion: HEAT.suggestion } });
  });

  test("a suggestion that is deleted while reactions are put under it is left alone", async () => {
    const { fake, adapter } = await table(suggests);
    const ada = fake.user("ada");
    fake.trouble({ on: "PUT /channels/", times: 1, answersAfterMs: 30 });
    const message = await ada.slash(ada.dm, "recommend").answer;
    await eventually(() => reactionsOf(message)).toEqual(["👍"]);
    fake.deletes(message);
    await adapter.stop();
  });

  test("a dispatch that is replayed is the same event", async () => {
    const { fake, host } = await table(() => []);
    const ada = fake.user("ada");
    const message = ada.writes(ada.dm, "hi");
    ada.reacts({ ...message, author: fake.botId }, "👍");
    fake.repeatLastDispatch();
    await eventually(() => host.incoming.length).toBe(3);
    expect(host.incoming[2]!.event).toBe(host.incoming[1]!.event);
  });

  test("a failure is logged without the words that were to be said, and without the token", async () => {
    const { fake, host } = await table(suggests);
    const ada = fake.user("ada");
    const channel = fake.guildChannel({ member: false });
    const message = await ada.slash(channel, "recommend").answer;
    fake.trouble({ on: "POST /webhooks/", times: 1, losesAnswer: true });
    await ada.press(message, "Like").acknowledged;
    await eventually(() => host.failed.length).toBe(1);
    const line = inspect(host.failed[0]!.error);
    expect(line).toMatch(/Discord answered POST .*webhooks\/\d+\/\.\.\. with 500/);
    expect(line).not.toMatch(/Heat|token-/);
  });

  test("another program that answers with the same token is told of once, and nothing is shown twice", async () => {
    const one = await table(suggests);
    const other = await one.twin();
    const ada = one.fake.user("ada");
    for (let nth = 1; nth <= 3; nth++) {
      const question = ada.slash(ada.dm, "recommend");
      await question.answer;
      await eventually(() => one.host.sent.length + other.host.sent.length).toBe(2 * nth);
    }
    const told = [one, other].map(({ complaints }) => complaints.splice(0).join(""));
    expect(told.join("")).toContain('"Another program answers with the same DISCORD_TOKEN: end one of them,');
    for (const lines of told) expect(lines.match(/\n/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(ada.sees(ada.dm)).toHaveLength(3);
  });

  test("stopping waits for the turn under way, which can still answer, and what is said meanwhile is heard", async () => {
    const { script, go } = heldUp(HEAT);
    const { fake, adapter, host } = await table(script);
    const ada = fake.user("ada");
    ada.writes(ada.dm, "hi");
    await eventually(() => host.incoming.length).toBe(1);
    const stopped = adapter.stop();
    ada.reacts(ada.writes(ada.dm, "next"), "👍");
    await eventually(() => host.incoming.length).toBe(2);
    go();
    await stopped;
    ada.writes(ada.dm, "too late");
    expect(host.incoming.map(({ did }) => did)).toEqual([
      { kind: "said", text: "hi" },
      { kind: "said", text: "next" },
    ]);
    const answers = ada.sees(ada.dm).filter(({ author }) => author === fake.botId);
    expect(answers.map(reactionsOf)).toEqual([GESTURES, GESTURES]);
  });

  test("what people wrote cannot mention, link or shout", async () => {
    const { fake } = await table(({ did }) => [
      { lines: [did.kind === "said" ? `I know no "${did.text}".` : ""] },
    ]);
    const ada = fake.user("ada");
    const channel = fake.guildChannel();
    const text = `@everyone <@${ada.id}> **[free](https://evil.example)**`;
    ada.writes(channel, `<@${fake.botId}> ${text}`);
    await eventually(() => fake.messages(channel).length).toBe(2);
    const answer = fake.messages(channel)[1]!;
    expect(answer.pinged).toEqual([]);
    expect(answer.content).toBe(
      `I know no "\\@everyone \\<\\@${ada.id}> \\*\\*\\[free\\](https\\://evil.example)\\*\\*".`,
    );
  });
});
