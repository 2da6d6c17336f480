/** What people show others by links: whoever has one sees that and nothing else, until it is withdrawn. */
import { expect, test } from "vitest";
import { hashOf, newToken } from "../../src/store/shared-pages.ts";
import { following } from "../../src/store/testing/opened-stores.ts";
import type { Browser } from "./testing/browser.ts";
import { openWeb } from "./testing/open-web.ts";

/** Ada, who kept Aliens, Amelie and Heat, has seen Heat, loves Notting Hill and would have none of Ronin. */
async function opened() {
  const web = await openWeb();
  const ada = web.browser();
  await ada.comes();
  for (const film of ["tt0000001", "tt0000006", "tt0000002"])
    await ada.send("PUT", `/people/me/watch-later/${film}`);
  for (const [film, verdict] of [
    ["tt0000002", "seen"],
    ["tt0000007", "favourite"],
    ["tt0000004", "dislike"],
  ])
    await ada.send("PUT", `/people/me/answers/${film}`, { film, verdict });
  return { ...web, ada };
}
const shares = async (browser: Browser, what: "list" | "taste") =>
  (await browser.send("POST", "/people/me/shared", { what })).body as {
    readonly id: string;
    readonly path: string;
  };
const filmsOn = (html: string): string[] => [...html.matchAll(/<h2>(.+?)<\/h2>/g)].map(([, title]) => title!);

test("a stranger sees the list with its posters, as it stands at each look, and is nobody afterwards", async () => {
  const { ada, browser } = await opened();
  const { path } = await shares(ada, "list");
  expect(path).toMatch(/^\/shared\/[0-9a-f]{32}$/);
  const stranger = browser();
  const { status, headers, body } = await stranger.get(path, { accept: "text/html" });
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(filmsOn(body)).toEqual(["Amelie (2001)", "Aliens (1986)"]);
  const [poster] = /\/films\/[^"]+/.exec(body)!;
  expect((await stranger.get(poster.replaceAll("&amp;", "&"))).headers.get("content-type")).toMatch(
    /^image\/svg/,
  );
  await ada.send("PUT", "/people/me/watch-later/tt0000004");
  await ada.send("DELETE", "/people/me/watch-later/tt0000001");
  expect(filmsOn((await stranger.get(path)).body)).toEqual(["Ronin (1998)", "Amelie (2001)"]);
  expect(stranger.cookie).toBeUndefined();
});

test("a taste is what they love: nothing that they said against, no name, no id, and no script", async () => {
  const { ada, browser } = await opened();
  const { path } = await shares(ada, "taste");
  const me = (await ada.get("/people/me")).body.id;
  const { body } = await browser().get(path);
  expect(filmsOn(body)).toEqual(["Notting Hill (1999)"]);
  for (const secret of [me, "Ronin", "Heat", "Alien", "<script", "dislike"])
    expect(body).not.toContain(secret);
});

test("it is for nobody to find or keep: not by search engines, caches, or sites that it leads to", async () => {
  const { ada, browser } = await opened();
  const { path } = await shares(ada, "list");
  for (const { headers, body } of [await browser().get(path), await browser().get("/shared/none")]) {
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toContain('<meta name="robots" content="noindex">');
  }
});

test("withdrawn it opens nothing, for good, and says so; so do a link that never was and half of one", async () => {
  const { ada, browser } = await opened();
  const [one, other] = [await shares(ada, "list"), await shares(ada, "list")];
  const { body: left } = await ada.send("DELETE", `/people/me/shared/${one.id}`);
  expect(left.items.map(({ id }: { id: string }) => id)).toEqual([other.id]);
  for (const path of [one.path, `/shared/${"0".repeat(32)}`, other.path.slice(0, -1)]) {
    const { status, body } = await browser().get(path, { accept: "text/html" });
    expect(status, path).toBe(404);
    expect(body).toContain("Whoever shared this has withdrawn it, or the link is not complete.");
    expect(filmsOn(body)).toEqual([]);
  }
  expect((await browser().get(other.path)).status).toBe(200);
});

test("nobody withdraws or is told of somebody else's", async () => {
  const { ada, browser } = await opened();
  const { id, path } = await shares(ada, "list");
  const ben = browser();
  await ben.comes();
  expect((await ben.get("/people/me/shared")).body).toEqual({ items: [] });
  await ben.send("DELETE", `/people/me/shared/${id}`);
  expect((await ben.get(path)).status).toBe(200);
  expect((await ben.send("POST", "/people/me/shared", { what: "list" })).status).toBe(404);
  expect((await browser().get("/people/me/shared")).status).toBe(401);
});

test("is in the export without what opens it, and gone when they are forgotten", async () => {
  const { ada, browser } = await opened();
  const { id, path } = await shares(ada, "list");
  const { body } = await ada.get("/people/me/export");
  expect(body.sharedPages).toEqual([{ id, what: "list", atMs: expect.any(Number) }]);
  expect(JSON.stringify(body)).not.toContain(path.slice("/shared/".length));
  await ada.send("DELETE", "/people/me");
  expect((await browser().get(path)).status).toBe(404);
});

test("said on the page it is a link there, withdrawn by its button", async () => {
  const { ada, browser } = await opened();
  const { body } = await ada.says("share my list as a link");
  const [card] = body.cards;
  expect(card.fields[0].value).toMatch(/^\/shared\/[0-9a-f]{32}$/);
  expect((await browser().get(card.fields[0].value)).status).toBe(200);
  await ada.says(card.actions[0].says);
  expect((await browser().get(card.fields[0].value)).status).toBe(404);
  expect((await ada.get("/people/me/shared")).body.items).toEqual([]);
});

test("what somebody shares in another chat is seen here as well", async () => {
  const { browser, store } = await opened();
  const bo = { platform: "discord", id: "bo" };
  const entry = { id: "bo-1", movie: "tt0000005", source: "title", atMs: 5 } as const;
  await store.commit(
    await following(store, bo, { event: "bo", entries: [{ ...entry, kind: "feedback", verdict: "like" }] }),
  );
  const token = newToken();
  await store.sharedPages.add(bo, { id: "BCDFGH", what: "taste", atMs: 6 }, hashOf(token)!);
  expect(filmsOn((await browser().get(`/shared/${token}`)).body)).toEqual(["The Thing (1982)"]);
});
