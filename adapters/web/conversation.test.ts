/** A person on the page, from the first word to being forgotten. */
import { describe, expect, test } from "vitest";
import type { FilmDetailsSource } from "../../src/catalog/film-details.ts";
import { newEvent } from "./testing/browser.ts";
import { listen } from "./testing/listen.ts";
import { openWeb } from "./testing/open-web.ts";

/** Somebody with a suggestion on the table. */
async function begun() {
  const opened = await openWeb();
  const ada = opened.browser();
  await ada.comes();
  const { body } = await ada.says("skip");
  return { ...opened, ada, table: body.table };
}

describe("a person", () => {
  test("is greeted once, and is the same after that, by a cookie that no script can read", async () => {
    const { browser } = await openWeb();
    const ada = browser();
    const first = await ada.comes();
    expect(first.status).toBe(201);
    expect(first.body.cards[0].lines).toContain("One movie at a time, and the next one is better.");
    const [cookie] = first.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toMatch(/; Secure/);
    const again = await ada.comes();
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ person: first.body.person, cards: [] });
    expect((await ada.get("/people/me")).body).toEqual(first.body.person);
  });

  test("who has no cookie, or one that nobody signed, is nobody", async () => {
    const { browser } = await openWeb();
    const ada = browser();
    expect((await ada.get("/people/me")).status).toBe(401);
    const forged = await ada.get("/people/me", { cookie: "matinee=ada.c2lnbmVk" });
    expect(forged).toMatchObject({ status: 401, body: { type: "/docs#problem-401" } });
  });

  test("learns nothing of anybody else, not even whether there is one", async () => {
    const { browser } = await openWeb();
    const [ada, ben] = [browser(), browser()];
    const { body } = await ada.comes();
    await ben.comes();
    const other = await ben.get(`/people/${body.person.id}`);
    const nobody = await ben.get("/people/nobody");
    expect([other.status, nobody.status]).toEqual([404, 404]);
    expect(other.body.detail).toBe(nobody.body.detail);
  });

  test("is deleted to the last row, and begins anew", async () => {
    const { ada, store } = await begun();
    const { body } = await ada.get("/people/me");
    const user = { platform: "web", id: body.id };
    const deleted = await ada.send("DELETE", "/people/me");
    expect(deleted.body.cards[0].lines[0]).toMatch(/^Done\. Everything about you is deleted\./);
    expect(ada.cookie).toBeUndefined();
    expect(await store.revision(user)).toBeNull();
    expect((await ada.get("/people/me")).status).toBe(401);
  });

  test("who asks to be forgotten in words is, and is told so", async () => {
    const { ada, store } = await begun();
    const { body } = await ada.get("/people/me");
    await ada.says("forget me");
    const forgotten = await ada.says("yes");
    expect(forgotten.status).toBe(200);
    expect(forgotten.body.cards[0].lines[0]).toMatch(/^Done\. Everything about you is deleted\./);
    expect(forgotten.body.table.phase).toBe("new");
    expect(await store.revision({ platform: "web", id: body.id })).toBeNull();
  });

  test("takes away everything that is kept", async () => {
    const { ada, table } = await begun();
    await ada.send("PUT", `/people/me/answers/${newEvent()}`, {
      suggestion: table.suggestion.id,
      verdict: "like",
    });
    const { body, headers } = await ada.get("/people/me/export");
    expect(headers.get("content-disposition")).toBe('attachment; filename="matinee-export.json"');
    expect(body.log).toMatchObject([{ movie: table.suggestion.film.id, verdict: "like" }]);
  });
});

describe("the conversation", () => {
  test("has the same card after a reload, however often it is looked at", async () => {
    const { ada, table } = await begun();
    const before = await ada.get("/people/me/export");
    for (let time = 0; time < 3; time++)
      expect((await ada.get("/people/me/conversation")).body).toEqual(table);
    await ada.get("/people/me/upcoming");
    await ada.get("/people/me/history");
    expect((await ada.get("/people/me/export")).body).toEqual(before.body);
  });

  test("has the question that was asked after a reload as well", async () => {
    const { browser } = await openWeb();
    const ada = browser();
    await ada.comes();
    await ada.says("heat");
    const { body } = await ada.get("/people/me/conversation");
    expect(body.question.lines[0]).toBe('Which "heat" do you mean?');
    await ada.says("forget me");
    expect((await ada.get("/people/me/conversation")).body.question.lines[0]).toMatch(
      /^This deletes everything/,
    );
  });

  test("has several movies side by side after a reload as they were shown", async () => {
    const { ada } = await begun();
    const { body } = await ada.says("three comedies");
    const shown = body.cards.at(-1);
    expect(shown.actions.length).toBeGreaterThan(3);
    const { question, suggestion } = (await ada.get("/people/me/conversation")).body;
    expect(suggestion).toBeNull();
    expect(question).toEqual(shown);
  });

  test("has effect once however often a word is sent, and the same is said to it", async () => {
    const { ada } = await begun();
    const first = await ada.says("y", "once");
    const again = await ada.says("y", "once");
    expect(again.body).toEqual(first.body);
    expect((await ada.get("/people/me/likes")).body.items).toHaveLength(1);
  });

  test("the same word sent twice at the same moment has effect once as well", async () => {
    const { ada } = await begun();
    const [one, other] = await Promise.all([ada.says("y", "at-once"), ada.says("y", "at-once")]);
    expect(one.body.cards).toEqual(other.body.cards);
    expect((await ada.get("/people/me/likes")).body.items).toHaveLength(1);
  });

  test("presses take back what they gave when they come again, and swipes do not", async () => {
    let nowMs = Date.now();
    const opened = await openWeb({ now: () => nowMs });
    const ada = opened.browser();
    await ada.comes();
    const { body } = await ada.says("skip");
    const on = { gesture: "like", suggestion: body.table.suggestion.id };
    const likes = async () => (await ada.get("/people/me/likes")).body.items.length;
    const does = async (kind: string) => {
      nowMs += 60_000;
      await ada.send("PUT", `/people/me/conversation/${newEvent()}`, { kind, ...on });
      return likes();
    };
    expect(await does("gestured")).toBe(1);
    expect(await does("gestured")).toBe(1);
    expect(await does("pressed")).toBe(0);
    expect(await does("pressed")).toBe(1);
    expect(await does("takenBack")).toBe(0);
  });

  test("says how words were read, and each part can be taken away by its own words", async () => {
    const { ada } = await begun();
    const { body } = await ada.says("a comedy from the 90s");
    expect(body.table.wish.map(({ label }: { label: string }) => label)).toEqual(["Comedy", "1990-1999"]);
    const dropped = await ada.says(body.table.wish[1].says);
    expect(dropped.body.table.wish).toEqual([{ label: "Comedy", says: "drop Comedy" }]);
  });

  test("is the same in every page that is open: the others are told what was done in one", async () => {
    const { ada, web } = await begun();
    const pages = await Promise.all([listen(web.address, ada.cookie!), listen(web.address, ada.cookie!)]);
    const { body } = await ada.says("y", "told");
    for (const page of pages) {
      await expect.poll(() => page.events().length).toBe(1);
      const [{ kind, data }] = page.events() as [{ kind: string; data: string }];
      expect([kind, JSON.parse(data)]).toEqual(["turn", body]);
      page.close();
    }
  });

  test("nothing is told to pages of somebody else", async () => {
    const { ada, browser, web } = await begun();
    const ben = browser();
    await ben.comes();
    const page = await listen(web.address, ben.cookie!);
    await ada.says("y");
    await ben.says("skip");
    await expect.poll(() => page.events().length).toBe(1);
    expect(JSON.parse(page.events()[0]!.data).table.suggestion).not.toBeNull();
    page.close();
  });

  test("wants things at the hours of where their browser says it is, and a name that is no zone is none", async () => {
    const { ada } = await begun();
    const says = async (text: string, zone: string) => {
      const { body } = await ada.send(
        "PUT",
        `/people/me/conversation/${newEvent()}`,
        { kind: "said", text },
        { "time-zone": zone },
      );
      return body.cards.flatMap(({ lines }: { lines: string[] }) => lines).join("\n");
    };
    expect(await says("no thrillers after ten", "Pacific/Kiritimati")).toContain(
      "with you (Pacific/Kiritimati).",
    );
    expect(await says("no thrillers on Sundays", "Mars/Olympus")).toContain("with you (Pacific/Kiritimati).");
  });

  test("sees ahead what their services have, and at hours of theirs what they want then", async () => {
    const details: FilmDetailsSource = {
      posterOf: async () => undefined,
      detailsOf: async ({ title }) => {
        const stream = ["Ronin", "Love Actually"].includes(title) ? ["Netflix"] : [];
        return { title, watch: { country: "US", stream, free: [], rent: [], buy: [] } };
      },
    };
    const { browser } = await openWeb({ details });
    const ada = browser();
    await ada.comes();
    await ada.says("skip");
    const ahead = async (zone = "UTC") =>
      (await ada.get("/people/me/upcoming?limit=5", { "time-zone": zone })).body.films
        .map(({ title }: { title: string }) => title)
        .sort();
    expect((await ahead()).length).toBe(5);
    await ada.says("I have netflix");
    expect(await ahead()).toEqual(["Love Actually", "Ronin"]);
    await ada.says("any service");
    const [day, night] = [atHour(12), atHour(21)];
    await ada.says("no thrillers between 20:30 and 23:59");
    expect(await ahead(day)).toContain("Ronin");
    expect(await ahead(night)).not.toContain("Ronin");
  });
});

/** A zone in which it is this hour now. */
function atHour(hour: number): string {
  const east = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return east >= 0 ? `Etc/GMT-${east}` : `Etc/GMT+${-east}`;
}
