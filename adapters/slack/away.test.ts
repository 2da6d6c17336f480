/** What people do under their cards while nobody listens counts, as if it had been heard. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Person, read } from "./fake/people.ts";
import { openTable, suggestionsOf, type Table } from "./table.ts";
import { eventually } from "./testing.ts";

let table: Table;
let ada: Person;

beforeEach(async () => {
  table = await openTable();
  ada = table.slack.user("ada");
  ada.dm("next");
  await eventually(() => expect(made()[0]?.reactions.size).toBe(5));
  await table.slack.delivered();
});

afterEach(async () => {
  await table.close();
  expect(table.troubles).toEqual([]);
});

const made = () => suggestionsOf(ada.dms());
const logged = async () =>
  (await table.store.export({ platform: "slack", id: ada.id })).log.map((entry) =>
    entry.kind === "feedback" ? entry.verdict : entry.kind,
  );

/** The bot is away meanwhile, and Slack never tells it what happened. */
async function away(does: () => void): Promise<void> {
  await table.stop();
  table.slack.deaf = true;
  does();
  table.slack.deaf = false;
  await table.start();
}

describe("a reaction", () => {
  test("put there meanwhile is an answer, and the next suggestion follows", async () => {
    await away(() => ada.react(made()[0]!, "+1::skin-tone-4"));
    await eventually(() => expect(made()).toHaveLength(2));
    expect(await logged()).toEqual(["like"]);
    await eventually(() => expect(read(made()[0]!)).toContain("Noted: 👍 liked"));
  });

  test("taken away meanwhile is taken back", async () => {
    ada.react(made()[0]!, "+1");
    await eventually(() => expect(made()).toHaveLength(2));
    await table.slack.delivered();
    await away(() => ada.unreact(made()[0]!, "+1"));
    await eventually(async () => expect(await logged()).toEqual(["like", "retraction"]));
    await eventually(() => expect(read(made()[0]!)).not.toContain("Noted"));
  });

  test("of which Slack tells as well counts once", async () => {
    await table.stop();
    ada.react(made()[0]!, "-1");
    await table.start();
    await table.slack.delivered();
    table.slack.redeliver();
    await table.slack.delivered();
    await eventually(() => expect(made()).toHaveLength(2));
    expect(await logged()).toEqual(["dislike"]);
  });

  test("that somebody forgotten left under another's card does not bring them back", async () => {
    const { slack } = table;
    const [channel, bob] = [slack.channel("movies"), slack.user("bob")];
    const keyOfBob = { platform: "slack", id: bob.id };
    ada.mention(channel, "next");
    await eventually(() => expect(suggestionsOf(channel.messages)[0]?.reactions.size).toBe(5));
    const [card] = suggestionsOf(channel.messages);
    bob.react(card!, "-1");
    await eventually(async () => expect((await table.store.export(keyOfBob)).log).toHaveLength(1));
    for (const words of ["forget me", "yes"]) {
      bob.dm(words);
      await slack.delivered();
    }
    await away(() => ada.react(card!, "+1"));
    await eventually(() => expect(suggestionsOf(channel.messages)).toHaveLength(2));
    await table.stop(); // and what was begun is finished
    await table.start();
    expect(await logged()).toEqual(["like"]);
    expect(await table.store.revision(keyOfBob)).toBeNull();
    expect([...card!.reactions.get("-1")!]).toContain(bob.id);
  });

  test("that was missed while the socket was lost counts when it is back", async () => {
    const { slack } = table;
    slack.deaf = true;
    ada.react(made()[0]!, "+1");
    slack.deaf = false;
    slack.cutSocket();
    await eventually(() => expect(made()).toHaveLength(2));
    expect(await logged()).toEqual(["like"]);
  });
});
