/** What can be pressed under a suggestion comes behind everything that somebody waits for. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { REACTION_NAME } from "./emoji.ts";
import { read } from "./fake/people.ts";
import type { Message } from "./fake/workspace.ts";
import type { Running } from "./testing.ts";
import { eventually, slackOn, stage, suggestionFor } from "./testing.ts";

const { run, start, end } = stage();
const ALL = Object.values(REACTION_NAME);

let running: Running;

beforeEach(async () => {
  running = await run(({ did, ...incoming }) =>
    did.kind === "said" ? suggestionFor({ did, ...incoming }) : undefined,
  );
});

afterEach(end);

const asked = (method: string) => running.slack.asked.filter((call) => call.method === method).length;
const namesUnder = ({ reactions }: Message) => [...reactions.keys()];
const nameOf = ({ channel, ts }: Message) => `slack:${channel}:${ts}`;

/** People who have each been suggested a movie. */
async function suggestedTo(count: number) {
  const people = Array.from({ length: count }, (_, n) => running.slack.user(`person ${n}`));
  for (const person of people) person.dm("recommend");
  await eventually(() => expect(people.every((person) => person.dms().length === 2)).toBe(true));
  return people;
}

describe("reactions", () => {
  test("keep no answer waiting, though none of them gets through", async () => {
    running.slack.faults.schedule = ({ method }) => (method === "reactions.add" ? "silence" : undefined);
    await suggestedTo(12);
    await running.slack.delivered();
    expect(asked("reactions.add")).toBeLessThanOrEqual(8);
  });

  test("stand in their order under each of many", async () => {
    const people = await suggestedTo(12);
    for (const person of people) await eventually(() => expect(namesUnder(person.dms()[1]!)).toEqual(ALL));
  });

  test("come all the same where Slack takes only so many, which is not asked for much more", async () => {
    running.slack.faults.limit("reactions.add", { burst: 6, perSecond: 10 });
    const people = await suggestedTo(5);
    for (const person of people) await eventually(() => expect(namesUnder(person.dms()[1]!)).toEqual(ALL));
    expect(asked("reactions.add")).toBeLessThan(2 * people.length * ALL.length);
    expect(asked("chat.update")).toBe(0);
  });

  test("are not waited for where many wait for theirs already: the next ones have buttons at once", async () => {
    running.slack.fail("reactions.add", { retryAfterS: 60 });
    await suggestedTo(25);
    await eventually(() => expect(running.slack.failing("reactions.add")).toBe(0));
    await running.slack.delivered();
    const late = running.slack.user("late");
    late.dm("recommend");
    await eventually(() => expect(late.dms()).toHaveLength(2));
    await late.press("👍 Like", late.dms()[1]!);
    await eventually(() =>
      expect(running.heard.at(-1)?.did).toMatchObject({ kind: "pressed", gesture: "like" }),
    );
    expect(asked("chat.update")).toBe(0);
  });

  test("that failed in a way that passes are put there again", async () => {
    running.slack.fail("reactions.add", { status: 503 });
    running.slack.fail("reactions.add", "answer lost", 2);
    const [ada] = await suggestedTo(1);
    await eventually(() => expect(namesUnder(ada!.dms()[1]!)).toEqual(ALL));
    expect(asked("chat.update")).toBe(0);
  });

  test.each(["missing_scope", "too_many_reactions", "thread_locked", "not_reactable"])(
    "that Slack refuses with %s give way to buttons, which stay when the card is drawn again",
    async (error) => {
      running.slack.fail("reactions.add", { error });
      const [ada] = await suggestedTo(1);
      const card = ada!.dms()[1]!;
      await eventually(() => expect(read(card)).toContain("[👍 Like]"));
      const { user } = running.heard[0]!;
      await running.adapter.edit(nameOf(card), suggestionFor(running.heard[0]!, "Ronin (1998)"), user);
      expect(read(card)).toMatch(/Ronin.*\[👍 Like\]/s);
    },
  );
});

describe("a look at a card", () => {
  /** As after a restart: another adapter on the same Slack. */
  async function lookAgain(card: Message) {
    await running.slack.delivered();
    await running.adapter.stop();
    const adapter = slackOn(running.slack);
    await start(adapter);
    const { user } = running.heard[0]!;
    return adapter.review({ message: nameOf(card), suggestion: "AbCdEf0123456789", owner: user });
  }

  test("tells all gestures of people, each once, and not the bot's own", async () => {
    const [ada, ...others] = await suggestedTo(6);
    const card = ada!.dms()[1]!;
    await eventually(() => expect(namesUnder(card)).toEqual(ALL));
    ada!.react(card, "+1");
    ada!.react(card, "+1::skin-tone-3");
    ada!.react(card, "pizza");
    for (const other of others) other.react(card, "thumbsdown");
    const of = (id: string, gesture: string) => ({ user: { platform: "slack", id }, gesture });
    const told = await lookAgain(card);
    expect(told).toHaveLength(6);
    expect(told).toEqual(
      expect.arrayContaining([of(ada!.id, "like"), ...others.map(({ id }) => of(id, "dislike"))]),
    );
  });

  test("puts there what is missing", async () => {
    running.slack.fail("reactions.add", { retryAfterS: 3_600 });
    const [ada] = await suggestedTo(1);
    const card = ada!.dms()[1]!;
    expect(await lookAgain(card)).toEqual([]);
    await eventually(() => expect(namesUnder(card)).toEqual(ALL));
  });

  test("gives it buttons where Slack takes no reactions, and then lets it be", async () => {
    running.slack.fail("reactions.add", { retryAfterS: 3_600 });
    const [ada] = await suggestedTo(1);
    const card = ada!.dms()[1]!;
    running.slack.scopes.delete("reactions:write");
    running.slack.tellsScopes = false;
    expect(await lookAgain(card)).toEqual([]);
    await eventually(() => expect(read(card)).toMatch(/Heat \(1995\).*\[👍 Like\]/s));
    const before = asked("reactions.add");
    expect(await lookAgain(card)).toEqual([]);
    expect(asked("reactions.add")).toBe(before);
  });

  test.each(["message_not_found", "channel_not_found", "missing_scope", "no_permission"])(
    "finds nothing where Slack says %s",
    async (error) => {
      const [ada] = await suggestedTo(1);
      running.slack.fail("reactions.get", { error });
      expect(await lookAgain(ada!.dms()[1]!)).toBeUndefined();
    },
  );
});
