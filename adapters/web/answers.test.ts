/** Answers with ids of their own, and the lists that follow from them. */
import { describe, expect, test } from "vitest";
import { newEvent } from "./testing/browser.ts";
import { openWeb } from "./testing/open-web.ts";

async function begun() {
  const opened = await openWeb();
  const ada = opened.browser();
  await ada.comes();
  const { body } = await ada.says("skip");
  const answers = (event: string, answer: object) => ada.send("PUT", `/people/me/answers/${event}`, answer);
  const list = async (name: string) =>
    (await ada.get(`/people/me/${name}`)).body.items.map(
      ({ film }: { film: { title: string } }) => film.title,
    );
  return { ...opened, ada, table: body.table, answers, list };
}

describe("an answer", () => {
  test("brings the next suggestion, and the same again is the same answer", async () => {
    const { ada, table, answers } = await begun();
    const answer = { suggestion: table.suggestion.id, verdict: "like" };
    const first = await answers("one", answer);
    expect(first.body.table.suggestion.film.id).not.toBe(table.suggestion.film.id);
    const again = await answers("one", answer);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect((await ada.get("/people/me/history")).body.items).toHaveLength(2);
  });

  test("of another kind takes its place, under an id of its own; another answer under the same id is refused", async () => {
    const { table, answers, list } = await begun();
    const suggestion = table.suggestion.id;
    await answers("one", { suggestion, verdict: "like" });
    expect((await answers("one", { suggestion, verdict: "dislike" })).status).toBe(409);
    expect(await list("likes")).toEqual([table.suggestion.film.title]);
    await answers("two", { suggestion, verdict: "seen" });
    expect([await list("likes"), await list("seen")]).toEqual([[], [table.suggestion.film.title]]);
  });

  test("can be taken back however long ago it was given, once and for all", async () => {
    const { ada, table, answers, list } = await begun();
    const before = (await ada.get("/people/me/export")).body.embedding;
    const suggestion = table.suggestion.id;
    await answers("first", { suggestion, verdict: "dislike" });
    await answers("second", { film: "tt0000006", verdict: "favourite" });
    await ada.send("DELETE", "/people/me/answers/first");
    const again = await ada.send("DELETE", "/people/me/answers/first");
    expect(again.status).toBe(200);
    expect([await list("dislikes"), await list("favourites")]).toEqual([[], ["Amelie"]]);
    await ada.send("DELETE", "/people/me/answers/second");
    expect((await ada.get("/people/me/export")).body.embedding).toEqual(before);
    expect((await ada.send("DELETE", "/people/me/answers/third")).status).toBe(404);
  });

  test("may keep a suggestion for later, or any film: beside a verdict, once, and until it is taken back", async () => {
    const { ada, table, answers, list } = await begun();
    const { title } = table.suggestion.film;
    const suggestion = table.suggestion.id;
    const first = await answers("one", { suggestion, verdict: "later" });
    expect(first.body.table.suggestion.film.title).not.toBe(title);
    expect((await answers("one", { suggestion, verdict: "later" })).body).toEqual(first.body);
    expect((await answers("one", { suggestion, verdict: "like" })).status).toBe(409);
    await answers("two", { suggestion, verdict: "like" });
    await answers("three", { film: "tt0000006", verdict: "later" });
    expect([await list("watch-later"), await list("likes")]).toEqual([[title, "Amelie"], [title]]);
    const { items } = (await ada.get("/people/me/history")).body;
    expect(items.at(-1)).toMatchObject({ verdict: "like", isKept: true });
    await ada.send("DELETE", "/people/me/answers/one");
    expect([await list("watch-later"), await list("likes")]).toEqual([["Amelie"], [title]]);
  });

  test("about a suggestion that was made to somebody else is about nothing", async () => {
    const { browser, table } = await begun();
    const ben = browser();
    await ben.comes();
    const on = { suggestion: table.suggestion.id };
    const answered = await ben.send("PUT", "/people/me/answers/a", { ...on, verdict: "like" });
    const pressed = await ben.send("PUT", "/people/me/conversation/b", {
      ...on,
      kind: "pressed",
      gesture: "like",
    });
    expect([answered.status, pressed.status]).toEqual([404, 404]);
    expect((await ben.get("/people/me/likes")).body.items).toEqual([]);
  });

  test.each([
    ["no verdict there is", { film: "tt0000001", verdict: "adore" }, 422],
    ["no film there is", { film: "tt9999999", verdict: "like" }, 404],
    ["a film and a suggestion", { film: "tt0000001", suggestion: "a", verdict: "like" }, 422],
    ["no verdict on a film", { film: "tt0000001", verdict: "skip" }, 422],
    ["nothing", {}, 422],
    ["a list", [], 422],
  ])("with %s is refused, and nothing is kept", async (_what, answer, status) => {
    const { ada, answers } = await begun();
    const before = (await ada.get("/people/me/export")).body;
    const refused = await answers(newEvent(), answer);
    expect(refused.status).toBe(status);
    expect((await ada.get("/people/me/export")).body).toEqual(before);
  });
});

describe("lists", () => {
  test("favourites are added and taken back by film, each as often as one likes", async () => {
    const { ada, list } = await begun();
    for (let time = 0; time < 2; time++) await ada.send("PUT", "/people/me/favourites/tt0000000");
    expect(await list("favourites")).toEqual(["Alien"]);
    for (let time = 0; time < 2; time++) await ada.send("DELETE", "/people/me/favourites/tt0000000");
    expect(await list("favourites")).toEqual([]);
    expect((await ada.send("PUT", "/people/me/favourites/tt9999999")).status).toBe(404);
  });

  test("what is hidden can be let back", async () => {
    const { ada, answers, list } = await begun();
    await answers("never", { film: "tt0000005", verdict: "never" });
    expect(await list("hidden")).toEqual(["The Thing"]);
    await ada.send("DELETE", "/people/me/hidden/tt0000005");
    expect(await list("hidden")).toEqual([]);
  });

  test("come in pages that fit together while the list grows at its front", async () => {
    const { ada, answers } = await begun();
    for (const film of [1, 3, 5, 7]) await answers(newEvent(), { film: `tt000000${film}`, verdict: "seen" });
    const first = await ada.get("/people/me/seen?limit=2");
    expect(first.body.items).toHaveLength(2);
    await answers(newEvent(), { film: "tt0000008", verdict: "seen" });
    const second = await ada.get(`/people/me/seen?limit=2&cursor=${first.body.next}`);
    expect(second.body.next).toBeNull();
    const ids = [...first.body.items, ...second.body.items].map(({ film }) => film.id);
    expect(ids).toEqual(["tt0000007", "tt0000005", "tt0000003", "tt0000001"]);
    expect((await ada.get("/people/me/seen?cursor=gone")).status).toBe(404);
  });

  test("are not sent again while nothing has changed", async () => {
    const { ada, answers } = await begun();
    const first = await ada.get("/people/me/history");
    const known = { "if-none-match": first.headers.get("etag")! };
    expect((await ada.get("/people/me/history", known)).status).toBe(304);
    await answers(newEvent(), { film: "tt0000001", verdict: "like" });
    expect((await ada.get("/people/me/history", known)).status).toBe(200);
  });

  test("the profile counts what is liked and disliked by genre and decade", async () => {
    const { ada, answers } = await begun();
    await answers(newEvent(), { film: "tt0000000", verdict: "favourite" });
    await answers(newEvent(), { film: "tt0000001", verdict: "like" });
    await answers(newEvent(), { film: "tt0000006", verdict: "dislike" });
    const { body } = await ada.get("/people/me/profile");
    expect(body.answers).toMatchObject({ favourite: 1, like: 1, dislike: 1, never: 0 });
    expect(body.genres[0]).toEqual({ name: "Sci-Fi", liked: 2, disliked: 0, weight: 1, before: 0 });
    expect(body.decades).toEqual([
      { name: "1970s", liked: 1, disliked: 0 },
      { name: "1980s", liked: 1, disliked: 0 },
      { name: "2000s", liked: 0, disliked: 1 },
    ]);
  });
});

describe("the list of what to watch later", () => {
  test("is put on and taken off by film, the same again changing nothing, page by page", async () => {
    const { ada, list } = await begun();
    const at = (film: string) => `/people/me/watch-later/${film}`;
    for (const film of ["tt0000006", "tt0000004", "tt0000006"])
      expect((await ada.send("PUT", at(film))).status).toBe(200);
    expect(await list("watch-later")).toEqual(["Ronin", "Amelie"]);
    const first = (await ada.get("/people/me/watch-later?limit=1")).body;
    expect(first.items[0]).toMatchObject({ film: { title: "Ronin" }, sinceMs: expect.any(Number) });
    const { body: rest } = await ada.get(`/people/me/watch-later?limit=1&cursor=${first.next}`);
    expect(rest).toMatchObject({ items: [{ film: { title: "Amelie" } }], next: null });
    for (let again = 0; again < 2; again++)
      expect((await ada.send("DELETE", at("tt0000004"))).status).toBe(200);
    expect(await list("watch-later")).toEqual(["Amelie"]);
    expect((await ada.send("PUT", at("tt9999999"))).status).toBe(404);
    const { log } = (await ada.get("/people/me/export")).body;
    expect(log.map(({ isOn }: { isOn?: boolean }) => isOn)).toEqual([true, true, false]);
  });

  test("has what fits tonight's wish first, suggests from it alone, and loses what is seen", async () => {
    const { ada, answers, list } = await begun();
    for (const film of ["tt0000006", "tt0000004"]) await ada.send("PUT", `/people/me/watch-later/${film}`);
    await ada.says("a comedy");
    expect(await list("watch-later")).toEqual(["Amelie", "Ronin"]);
    const { body } = await ada.says("something from my list");
    expect(body.table).toMatchObject({
      suggestion: { film: { title: "Amelie" } },
      wish: [{ label: "from your list", says: "drop from your list" }, { label: "Comedy" }],
    });
    await answers("seen", { suggestion: body.table.suggestion.id, verdict: "seen" });
    expect(await list("watch-later")).toEqual(["Ronin"]);
    await ada.send("DELETE", "/people/me/answers/seen");
    expect(await list("watch-later")).toEqual(["Amelie", "Ronin"]);
  });

  test("is gone with the person", async () => {
    const { ada, list } = await begun();
    await ada.send("PUT", "/people/me/watch-later/tt0000006");
    await ada.send("DELETE", "/people/me");
    await ada.comes();
    expect(await list("watch-later")).toEqual([]);
  });
});
