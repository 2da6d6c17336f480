/** The program is killed at every step between a gesture and the next card, and started again. */
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Trouble } from "./fake/troubles.ts";
import type { FakeMessage } from "./fake/world.ts";
import { eventually } from "./testing/eventually.ts";
import { seeded } from "./testing/gestures.ts";
import { workshop } from "./testing/process.ts";

const POST = /^POST .*\/messages$/;
const SEED = /^PUT /;
const REDRAW = /^PATCH /;

const moments: [string, Omit<Trouble, "times">, { forgets?: boolean }?][] = [
  ["before Discord has the card", { on: POST, hangs: "before" }],
  ["when Discord has the card and has not said so", { on: POST, hangs: "after" }],
  ["the same, and Discord forgets its nonce", { on: POST, hangs: "after" }, { forgets: true }],
  ["before the first reaction stands under it", { on: SEED, hangs: "before" }],
  ["when two reactions stand under it", { on: SEED, after: 1, hangs: "after" }],
  ["while the card before it is drawn again", { on: REDRAW, hangs: "before" }],
];

describe("killed between a gesture and its answer, it shows the answer once and goes on", () => {
  test("at any moment", async () => {
    const { fake, listening, database } = await workshop();
    const ada = fake.user("ada");
    const cards = () => ada.sees(ada.dm).filter(({ embeds }) => embeds[0]?.url !== undefined);
    const next = async (count: number): Promise<FakeMessage> => {
      await eventually(() => cards().length).toBe(count);
      await seeded(cards().at(-1)!);
      return cards().at(-1)!;
    };
    let child = await listening();
    let card = await ada.slash(ada.dm, "recommend").answer;
    await seeded(card);
    for (const [nth, [moment, how, { forgets = false } = {}]] of moments.entries()) {
      const trouble: Trouble = { ...how, times: 1 };
      fake.trouble(trouble);
      ada.reacts(card, "👍");
      await eventually(() => trouble.times, moment).toBe(0);
      child.kill("SIGKILL");
      await once(child, "exit");
      if (forgets) fake.forgetNonces();
      child = await listening();
      card = await next(nth + 2);
    }
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(cards()).toHaveLength(moments.length + 1);
    expect(new Set(cards().map(({ embeds }) => embeds[0]!.url)).size).toBe(moments.length + 1);
    expect(await verdictsIn(database, ada.id)).toEqual(moments.map(() => "like"));
  });

  const answers: [string, "before" | "after"][] = [
    ["before Discord has it", "before"],
    ["when Discord has it", "after"],
  ];
  test.each(answers)("while it answers a command, %s", async (_moment, hangs) => {
    const { fake, listening } = await workshop();
    const ada = fake.user("ada");
    const killed = await listening();
    const trouble: Trouble = { on: "POST /interactions/", times: 1, hangs };
    fake.trouble(trouble);
    ada.slash(ada.dm, "recommend");
    await eventually(() => trouble.times).toBe(0);
    await eventually(() => ada.sees(ada.dm).length).toBe(hangs === "after" ? 1 : 0);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await listening();
    await eventually(() => ada.sees(ada.dm).length).toBe(1);
    await seeded(ada.sees(ada.dm)[0]!);
    ada.reacts(ada.sees(ada.dm)[0]!, "👎");
    await eventually(() => ada.sees(ada.dm).length).toBe(2);
  });
});

test("reactions put under a card, and taken away there, while the program was gone count", async () => {
  const { fake, listening, database } = await workshop();
  const [ada, ben] = [fake.user("ada"), fake.user("ben")];
  const killed = await listening();
  const [hers, his] = [
    await ada.slash(ada.dm, "recommend").answer,
    await ben.slash(ben.dm, "recommend").answer,
  ];
  await seeded(hers);
  await seeded(his);
  ben.reacts(his, "👎");
  await eventually(() => ben.sees(ben.dm).length).toBe(2);
  await seeded(ben.sees(ben.dm)[1]!);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  ada.reacts(hers, "👍");
  ben.takesBack(his, "👎");
  await listening();
  await eventually(() => ada.sees(ada.dm).length).toBe(2);
  await eventually(() => verdictsIn(database, ada.id)).toEqual(["like"]);
  await eventually(() => verdictsIn(database, ben.id)).toEqual(["dislike", "retraction"]);
});

async function verdictsIn(database: string, id: string): Promise<string[]> {
  const store = await openSqliteStore(database);
  const { log } = await store.export({ platform: "discord", id });
  await store.close();
  return log.map((entry) => (entry.kind === "feedback" ? entry.verdict : entry.kind));
}
