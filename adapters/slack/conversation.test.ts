/** Whole conversations: the real host, memory and client, on a Slack of our own. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anotherProcess } from "../../src/store/testing/another-process.ts";
import { checkboxesOf, textOf } from "./fake/blocks.ts";
import type { FakeSlack } from "./fake/fake-slack.ts";
import { type Person, read } from "./fake/people.ts";
import type { Channel, Message } from "./fake/workspace.ts";
import { openTable, suggestionsOf, type Table, titleOf } from "./table.ts";
import { eventually } from "./testing.ts";

let table: Table;
let slack: FakeSlack;

beforeEach(async () => {
  table = await openTable();
  slack = table.slack;
});

afterEach(async () => {
  await table.close();
  expect(table.troubles).toEqual([]);
});

/** What the person does, and all that is shown there because of it. */
async function answerTo(person: Person, act: () => unknown, channel?: Channel): Promise<Message[]> {
  const shown = () =>
    (channel ? person.sees(channel) : person.dms()).filter(({ author }) => author === "U0MATINEE");
  const before = shown().length;
  await act();
  await slack.delivered();
  return shown().slice(before);
}

/** The answer to words in a direct message, as it is read. */
const said = async (person: Person, text: string): Promise<string> =>
  (await answerTo(person, () => person.dm(text))).map(read).join("\n");

/** The suggestion on the table: the latest message that carries one. */
const suggestionOf = (messages: readonly Message[]): Message => suggestionsOf(messages).at(-1)!;

test("a newcomer names favourites, answers with every gesture, takes back, restarts, and is forgotten", async () => {
  const ada = slack.user("ada");
  expect(await said(ada, "hello")).toContain("movies you love");
  expect(await said(ada, "heat")).toMatch(/Which "heat" do you mean\?.*\[Heat \(1995\)\]/s);

  const question = ada.dms().at(-1)!;
  await answerTo(ada, () => ada.press("Heat (1995)", question));
  await eventually(() => expect(read(ada.dms().at(-1)!)).toContain("3 more favourites"));

  let suggestion = suggestionOf(await answerTo(ada, () => ada.dm("skip")));
  const seen = [titleOf(suggestion)];
  for (const name of [
    "+1",
    "-1",
    "black_right_pointing_double_triangle_with_vertical_bar",
    "+1::skin-tone-2",
  ]) {
    const answered = suggestion;
    suggestion = suggestionOf(await answerTo(ada, () => ada.react(answered, name)));
    await eventually(() => expect(read(answered)).toContain("Noted: "));
    seen.push(titleOf(suggestion));
  }
  expect(new Set(seen).size).toBe(5);

  const details = await answerTo(ada, () => ada.react(suggestion, "information_source"));
  expect(details.map(read).join()).toContain("How sure I am");

  const liked = ada.dms().find((message) => message.reactions.get("+1")?.has(ada.id))!;
  const undone = await answerTo(ada, () => ada.unreact(liked, "+1"));
  expect(undone).toEqual([]);
  await eventually(() => expect(read(liked)).not.toContain("Noted: "));

  await table.stop();
  await table.start();
  const after = await answerTo(ada, () => ada.react(suggestion, "-1"));
  await eventually(() => expect(read(suggestion)).toContain("Noted: 👎 disliked"));
  expect(after).toEqual([suggestionOf(after)]);

  expect(await said(ada, "forget me")).toContain("[Delete everything]");
  const confirmation = ada.dms().at(-1)!;
  await ada.press("Delete everything", confirmation);
  await eventually(() => expect(read(ada.dms().at(-1)!)).toContain("Everything about you is deleted"));
  expect(await table.store.export({ platform: "slack", id: ada.id })).toMatchObject({
    log: [],
    messages: [],
  });
});

test("in a channel everybody teaches their own taste, and only the asker moves on", async () => {
  const channel = slack.channel("movies");
  const [ada, bob] = [slack.user("ada"), slack.user("bob")];
  bob.say(channel, "hi");
  await answerTo(ada, () => ada.mention(channel, "next"), channel);
  const suggestion = suggestionOf(ada.sees(channel));

  const forBob = await answerTo(bob, () => bob.react(suggestion, "-1"), channel);
  expect(forBob.map(read)).toEqual([`👎 Noted: not ${titleOf(suggestion)}.`]);
  expect(ada.sees(channel).map(read)).not.toContain(read(forBob[0]!));

  const forAda = await answerTo(ada, () => ada.react(suggestion, "+1"), channel);
  expect(suggestionOf(forAda)).toBeDefined();
  const verdict = async ({ id }: Person) =>
    (await table.store.export({ platform: "slack", id })).log.map(
      (entry) => entry.kind === "feedback" && entry.verdict,
    );
  expect(await verdict(bob)).toEqual(["dislike"]);
  expect(await verdict(ada)).toEqual(["like"]);
});

describe("the conversation of a channel", () => {
  const threadsOf = (messages: readonly Message[]) => messages.map(({ threadTs }) => threadTs);

  test("goes on in a thread that the question begins, also after a restart, and each question has its own", async () => {
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    const asked = ada.mention(channel, "a comedy from the 90s");
    await eventually(() => expect(suggestionsOf(channel.messages)).toHaveLength(1));
    const first = suggestionOf(ada.sees(channel));
    await table.stop();
    await table.start();
    const next = await answerTo(ada, () => ada.react(first, "+1"), channel);
    expect(read(suggestionOf(next))).toContain("Comedy · 1990-1999");
    expect(threadsOf([first, ...next])).toEqual([asked.ts, ...next.map(() => asked.ts)]);
    const other = ada.mention(channel, "next");
    await eventually(() => expect(threadsOf(channel.messages)).toContain(other.ts));
  });

  test("that a command began goes on under its first card, also after a restart", async () => {
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    await ada.slash("/recommend", "", channel);
    await eventually(() => expect(suggestionsOf(channel.messages)).toHaveLength(1));
    const first = suggestionOf(ada.sees(channel));
    const second = suggestionOf(await answerTo(ada, () => ada.react(first, "+1"), channel));
    await table.stop();
    await table.start();
    const third = suggestionOf(await answerTo(ada, () => ada.react(second, "+1"), channel));
    expect(threadsOf([first, second, third])).toEqual([undefined, first.ts, first.ts]);
  });

  test("is whispered where the person looks, and goes on from what was asked for", async () => {
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    await said(ada, "private on");
    ada.mention(channel, "a comedy from the 90s");
    const whispers = () => ada.sees(channel).filter(({ onlyFor }) => onlyFor === ada.id);
    await eventually(() => expect(whispers().map(read).join()).toContain("[✕ Comedy]"));
    await ada.press("👍 Like", whispers().at(-1)!);
    await eventually(() => expect(whispers()).toHaveLength(2));
    expect(readingOf(whispers()[1]!)).toBe("Comedy · 1990-1999");
  });
});

const readingOf = (message: Message): string => read(message).split("\n")[0]!;

test("a request is read back on the first line, refined, and taken apart by its buttons, also after a restart", async () => {
  const ada = slack.user("ada");
  const first = suggestionOf(await answerTo(ada, () => ada.dm("a comedy from the 90s")));
  expect(readingOf(first)).toBe("Comedy · 1990-1999");
  expect(read(first)).toContain("[✕ Comedy] [✕ 1990-1999] [Anything goes]");

  const refined = suggestionOf(await answerTo(ada, () => ada.dm("but funnier")));
  expect(readingOf(refined)).toBe("Comedy · 1990-1999 · funny");
  await table.stop();
  await table.start();
  await ada.press("✕ 1990-1999", refined);
  await eventually(() => expect(readingOf(suggestionOf(ada.dms()))).toBe("Comedy · funny"));
  await ada.press("✕ 1990-1999", first);
  await eventually(() => expect(read(ada.dms().at(-1)!)).toContain("no part of what you ask for now"));

  const dropped = suggestionOf(ada.dms());
  await answerTo(ada, () => ada.react(dropped, "+1"));
  await eventually(() => expect(read(dropped)).toContain("Noted: 👍 liked"));
  expect(readingOf(dropped)).toBe("Comedy · funny");
});

test("a request by command in a channel, asked for in private, is answered for the asker alone, buttons and all", async () => {
  const channel = slack.channel("movies");
  const [ada, bob] = [slack.user("ada"), slack.user("bob")];
  bob.say(channel, "hi");
  await ada.slash("/recommend", "privately a romantic comedy, not scary", channel);
  await eventually(() => expect(ada.sees(channel).map(read).join()).toContain("[✕ Romance]"));
  const hushed = ada.sees(channel).at(-1)!;
  expect(hushed.onlyFor).toBe(ada.id);
  expect(readingOf(hushed)).toBe("Comedy, Romance · not scary");
  await ada.press("✕ Romance", hushed);
  await eventually(() => expect(readingOf(ada.sees(channel).at(-1)!)).toBe("Comedy · not scary"));
  expect(bob.sees(channel).map(read).join()).not.toContain("Comedy");
});

test("the Home tab shows what is known, and hands it over", async () => {
  const ada = slack.user("ada");
  await said(ada, "next");
  await said(ada, "y");
  ada.openHome();
  await eventually(() => expect(ada.home()).toBeDefined());
  const tab = JSON.stringify(ada.home());
  expect(tab).toContain("How I understand you");
  expect(tab).toContain("Suggested to you, latest first");
  await ada.press("Export my data");
  await eventually(() => expect(ada.dms().at(-1)!.file?.name).toBe("matinee-export.json"));
  expect(JSON.parse(ada.dms().at(-1)!.file!.content)).toMatchObject({ log: [{ verdict: "like" }] });
});

test("the Home tab lets a movie come up again, and switches to answers for the person's eyes only and back", async () => {
  const ada = slack.user("ada");
  await said(ada, "next");
  const title = titleOf(suggestionOf(ada.dms()));
  await said(ada, "never");
  const home = () => textOf(ada.home()?.blocks ?? []);
  ada.openHome();
  await eventually(() => expect(home()).toMatch(/Kept away from you\n.*/));
  expect(home().split("Kept away from you").at(-1)).toContain(title);
  await ada.press("Let it come up again");
  await eventually(() => expect(home()).not.toContain("Kept away from you"));
  expect(home()).toContain("can be suggested again");

  const isPrivate = () => table.store.prefersPrivate({ platform: "slack", id: ada.id });
  const ticked = () => checkboxesOf(ada.home()!.blocks)[0]!.initial_options?.length ?? 0;
  for (const isOn of [true, false]) {
    await ada.tick("Answer for my eyes only, wherever I ask");
    await eventually(async () => expect(await isPrivate()).toBe(isOn));
    await eventually(() => expect(ticked()).toBe(isOn ? 1 : 0));
  }
});

test("a database that another process locks costs time, and no answer; what was done is acknowledged meanwhile", async () => {
  await table.stop();
  await table.start({ acknowledgeWithinMs: 800 });
  const ada = slack.user("ada");
  await said(ada, "next");
  const suggestion = suggestionOf(ada.dms());
  const other = await anotherProcess(table.file, "BEGIN IMMEDIATE");
  const before = ada.dms().length;
  ada.react(suggestion, "+1");
  await slack.delivered();
  expect(ada.dms()).toHaveLength(before);
  await other.release();
  await eventually(() => expect(suggestionOf(ada.dms())).not.toBe(suggestion));
  const lasting = ada
    .dms()
    .slice(before)
    .filter(({ onlyFor }) => onlyFor === undefined);
  expect(lasting).toEqual([suggestionOf(lasting)]);
  await eventually(() => expect(read(suggestion)).toContain("Noted: 👍 liked"));
});
