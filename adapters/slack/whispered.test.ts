/** Suggestions that one person alone sees are answered by buttons, and drawn again by the address that came with them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Person, read } from "./fake/people.ts";
import type { Channel, Message } from "./fake/workspace.ts";
import { openTable, type Table, titleOf } from "./table.ts";
import { eventually } from "./testing.ts";

let table: Table;
let channel: Channel;
let ada: Person;

beforeEach(async () => {
  table = await openTable();
  channel = table.slack.channel("movies");
  ada = table.slack.user("ada");
});

afterEach(() => table.close());

const whispers = () => ada.sees(channel).filter(({ onlyFor }) => onlyFor !== undefined);
const verdicts = async () =>
  (await table.store.export({ platform: "slack", id: ada.id })).log.map((entry) =>
    entry.kind === "feedback" ? entry.verdict : entry.kind,
  );

async function whispered(count: number): Promise<Message> {
  await eventually(() => expect(whispers()).toHaveLength(count));
  return whispers()[count - 1]!;
}

describe("a pressed card", () => {
  test("is drawn again with what was noted and a way back, and takes another answer then", async () => {
    await ada.slash("/recommend", "privately", channel);
    const first = await whispered(1);
    const title = titleOf(first);
    await ada.press("👍 Like", first);
    await eventually(() => expect(read(first)).toContain("Noted: 👍 liked"));
    expect(titleOf(await whispered(2))).not.toBe(title);
    expect(read(first)).not.toContain("[👎 Dislike]");
    await ada.press("↩️ Undo", first);
    await eventually(() => expect(read(first)).toContain("[👎 Dislike]"));
    expect(read(first)).not.toContain("Noted");
    await ada.press("👎 Dislike", first);
    await eventually(() => expect(read(first)).toContain("Noted: 👎 disliked"));
    expect(titleOf(first)).toBe(title);
    expect(whispers()).toHaveLength(2);
    expect(await verdicts()).toEqual(["like", "retraction", "dislike"]);
  });

  test("twice in a row is answered once", async () => {
    await ada.slash("/recommend", "privately", channel);
    const first = await whispered(1);
    await Promise.all([ada.press("👍 Like", first), ada.press("👍 Like", first)]);
    await whispered(2);
    await table.slack.delivered();
    await table.stop(); // so that all of it has been dealt with
    await table.start();
    expect(read(first)).toContain("Noted: 👍 liked");
    expect(await verdicts()).toEqual(["like"]);
    expect(whispers()).toHaveLength(2);
  });

  test("is drawn again after a restart", async () => {
    await ada.slash("/recommend", "privately", channel);
    const first = await whispered(1);
    await table.slack.delivered();
    await table.stop();
    await table.start();
    await ada.press("👍 Like", first);
    await eventually(() => expect(read(first)).toContain("Noted: 👍 liked"));
  });

  test("that cannot be changed any more is answered in words", async () => {
    await ada.slash("/recommend", "privately", channel);
    const first = await whispered(1);
    table.slack.faults.schedule = ({ method, params }) =>
      method === "response_url" && String(params.replace_original) === "true"
        ? { error: "used_url" }
        : undefined;
    await ada.press("👍 Like", first);
    await eventually(() => expect(whispers().map(read).join()).toContain("👍 Noted: "));
    expect(read(first)).not.toContain("Noted");
  });

  test("that others see has a way back as well, which is its owner's", async () => {
    table.slack.scopes.delete("reactions:write");
    ada.mention(channel, "next");
    await eventually(() => expect(read(channel.messages[1]!)).toContain("[👍 Like]"));
    await ada.press("👍 Like", channel.messages[1]!);
    await eventually(() => expect(read(channel.messages[1]!)).toMatch(/Noted: 👍 liked.*\[↩️ Undo\]/s));
    const ben = table.slack.user("ben");
    channel.members.add(ben.id);
    await ben.press("↩️ Undo", channel.messages[1]!);
    await eventually(() =>
      expect(ben.sees(channel).map(read).join()).toContain("wait for the person I asked"),
    );
    expect(read(channel.messages[1]!)).toContain("Noted: 👍 liked");
    await ada.press("↩️ Undo", channel.messages[1]!);
    await eventually(() => expect(read(channel.messages[1]!)).toContain("[👍 Like]"));
  });

  test("that is answered by reactions does not get buttons because words on it were pressed", async () => {
    ada.mention(channel, "a comedy from the 90s");
    await eventually(() => expect(read(channel.messages[1]!)).toContain("[✕ Comedy]"));
    const card = channel.messages[1]!;
    await ada.press("✕ Comedy", card);
    await eventually(() => expect(channel.messages).toHaveLength(3));
    ada.react(card, "+1");
    await eventually(() => expect(read(card)).toContain("Noted: 👍 liked"));
    expect(read(card)).not.toContain("[👍 Like]");
  });

  test("that was shared says nothing of who shared it, whatever they press on it", async () => {
    const elsewhere = table.slack.channel("secret", { bot: false });
    await ada.slash("/recommend", "privately", elsewhere);
    await eventually(() => expect(ada.sees(elsewhere)).toHaveLength(1));
    await ada.press("Share", ada.sees(elsewhere)[0]);
    await eventually(() => expect(ada.sees(elsewhere)).toHaveLength(2));
    const shared = ada.sees(elsewhere)[1]!;
    expect(shared.onlyFor).toBeUndefined();
    expect(read(shared)).toMatch(new RegExp(`^From @${ada.id}\n`));
    const before = read(shared);
    await ada.press("👍 Like", shared);
    await eventually(async () => expect(await verdicts()).toEqual(["like"]));
    await eventually(() => expect(ada.sees(elsewhere)).toHaveLength(4));
    expect(read(shared)).toBe(before);
  });
});
