/** One film for several, in a channel: the real host, memory and client, on a Slack of our own. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { buttonsOf } from "./fake/blocks.ts";
import type { FakeSlack } from "./fake/fake-slack.ts";
import { type Person, read } from "./fake/people.ts";
import type { Channel, Message } from "./fake/workspace.ts";
import { openTable, type Table } from "./table.ts";
import { eventually } from "./testing.ts";

let table: Table;
let slack: FakeSlack;
let channel: Channel;

beforeEach(async () => {
  table = await openTable();
  slack = table.slack;
  channel = slack.channel("movies");
});

afterEach(async () => {
  await table.close();
  expect(table.troubles).toEqual([]);
});

const boards = () =>
  channel.messages.filter(({ author, onlyFor }) => author === "U0MATINEE" && onlyFor === undefined);
const whispers = (person: Person) =>
  person
    .sees(channel)
    .filter(({ onlyFor }) => onlyFor !== undefined)
    .map(read)
    .join("\n");
const board = (nth: number): Promise<Message> =>
  eventually(() => {
    const message = boards()[nth];
    if (!message) throw new Error(`${boards().length} there`);
    return message;
  });

test("people join by a button, vote unseen, and everybody sees the film; a restart loses nothing", async () => {
  const [ada, ben, cyd] = [slack.user("ada"), slack.user("ben"), slack.user("cyd")];
  for (const one of [ada, ben, cyd]) one.say(channel, "hi");
  await ada.slash("/together", "films: Alien", channel);
  const first = await board(0);
  expect(read(first)).toContain("In (1): ada.");
  await ben.press("Join", first);
  await cyd.press("Join", first);
  await eventually(() => expect(read(first)).toContain("In (3): ada, ben and cyd."));
  await cyd.press("Leave", first);
  await eventually(() => expect(read(first)).toContain("In (2)"));
  await ben.press("Start", first);
  const list = await board(1);
  expect(read(list)).toContain("Tonight's short list");
  await eventually(() => expect(buttonsOf(first.blocks)).toEqual([]));
  await ada.press("👍 1", list);
  await ben.press("👍 1", list);
  await ben.press("🚫 2", list);
  await eventually(() => expect(whispers(ben)).toContain("You would watch 1. Your veto is on 2."));
  expect(whispers(cyd)).not.toContain("You would watch");

  await table.stop();
  await table.start();
  await ada.press("Ready", list);
  await eventually(() => expect(read(list)).toContain("Ready: 1 of 2"));
  expect(read(list)).not.toMatch(/would watch 1/);
  await ben.press("Ready", list);
  const result = await board(2);
  expect(read(result)).toContain("2 of 2 would watch it.");
  expect(read(result)).toContain("Vetoed: ");
});

test("a mention begins one in its thread, beside another in the channel", async () => {
  const [ada, ben] = [slack.user("ada"), slack.user("ben")];
  ben.say(channel, "hi");
  const asked = ada.mention(channel, "together");
  const first = await board(0);
  expect(first.threadTs).toBe(asked.ts);
  await ben.slash("/together", "", channel);
  const second = await board(1);
  await ben.press("Join", first);
  await eventually(() => expect(read(first)).toContain("In (2)"));
  expect(read(second)).toContain("In (1)");
});
