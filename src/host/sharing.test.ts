/** Links by which somebody shows others their list or what they love: made, told of and withdrawn, in a chat. */
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Card } from "../conversation/card.ts";
import { tinyReader } from "../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { hashOf } from "../store/shared-pages.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { createHost } from "./host.ts";
import { fakePlatform } from "./testing/fake-platform.ts";

async function opened(pageAddress?: string) {
  const store = await openSqliteStore(join(await temporaryFolder(), "sharing.db"));
  let nowMs = Date.UTC(2026, 10, 30);
  const now = () => nowMs++;
  const platform = fakePlatform(now);
  const host = createHost({
    world: tinyWorld(),
    store,
    reader: tinyReader,
    adapter: platform.adapter,
    pageAddress,
    now,
    onError: (error) => expect.fail(String(error)),
  });
  await host.start();
  onTestFinished(async () => {
    await host.stop();
    await store.close();
  });
  const says = async (text: string, user = "ada") => {
    await platform.does(user, { kind: "said", text });
    return platform.shown.at(-1)!.card;
  };
  /** Whom the link of a card shows what of. */
  const behind = (card: Card) =>
    store.sharedPages.find(hashOf(/^https:\/\/films\.example\/shared\/(.+)$/.exec(linkOn(card)!)![1]!)!);
  return { says, behind, platform };
}
const linkOn = ({ fields }: Card) => fields?.find(({ name }) => name === "Link")?.value;
const ADDRESS = "https://films.example";
const ADA = { platform: "fake", id: "ada" };

test("a link is shown once, for their eyes only, and no two are the same", async () => {
  const { says, behind } = await opened(ADDRESS);
  await says("save Alien for later");
  const [one, other] = [await says("share my list as a link"), await says("share my list as a link")];
  expect(one.private).toBe(true);
  expect(linkOn(one)).not.toBe(linkOn(other));
  for (const card of [one, other]) expect(await behind(card)).toEqual({ user: ADA, what: "list" });
});

test("the button under it withdraws it, and no other; the same again says so", async () => {
  const { says, behind } = await opened(ADDRESS);
  await says("save Alien for later");
  const [one, other] = [await says("share my list as a link"), await says("share my list as a link")];
  const stop = one.actions!.find(({ label }) => label === "Stop sharing")!.says;
  expect((await says(stop)).lines).toEqual(["Done. The link to your list for later opens nothing any more."]);
  expect(await behind(one)).toBeUndefined();
  expect(await behind(other)).toBeDefined();
  expect((await says(stop)).lines[0]).toMatch(/^You share nothing by a link [B-Z]{6}/);
});

test("what is shared is told with what withdraws it, one by one and all together", async () => {
  const { says, behind } = await opened(ADDRESS);
  await says("save Alien for later");
  await says("favourite Amelie");
  const list = await says("share my list as a link");
  const taste = await says("a link to my favourites");
  const told = await says("what do I share");
  expect(told.title?.text).toBe("You share by 2 links");
  expect(told.lines[0]).toMatch(
    /^1\. A link to your list for later, since 30 November 2026: stop sharing [B-Z]{6}$/,
  );
  expect(told.actions!.map(({ label }) => label)).toEqual([
    "Stop sharing 1",
    "Stop sharing 2",
    "Stop sharing all",
  ]);
  await says("stop sharing my list");
  expect(await behind(list)).toBeUndefined();
  expect(await behind(taste)).toEqual({ user: ADA, what: "taste" });
  expect((await says("stop sharing my list")).lines).toEqual(["No link of yours shows your list for later."]);
  await says("save Alien for later", "ben");
  await says("stop sharing everything", "ben");
  expect(await behind(taste)).toBeDefined();
  await says(told.actions!.at(-1)!.says);
  expect(await behind(taste)).toBeUndefined();
  expect((await says("what do I share")).lines).toEqual(["You share nothing by a link."]);
});

test("nobody has more than twenty", async () => {
  const { says, behind } = await opened(ADDRESS);
  await says("favourite Amelie");
  for (let nth = 0; nth < 20; nth++) expect(await behind(await says("a link to my likes"))).toBeDefined();
  expect((await says("a link to my likes")).lines[0]).toMatch(/as many as one may have/);
  await says("stop sharing");
  expect(await behind(await says("a link to my likes"))).toBeDefined();
});

test("where there is no page a picture is offered, and links made before can be withdrawn", async () => {
  const { says } = await opened();
  await says("save Alien for later");
  expect(await says("share my list as a link")).toMatchObject({
    lines: [expect.stringContaining("I can make no link")],
    actions: [{ says: "share my list" }],
  });
  expect((await says("what do I share")).lines).toEqual(["You share nothing by a link."]);
});
