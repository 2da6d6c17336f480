/** What whoever runs Matinee sees and does over HTTP. */
import { describe, expect, onTestFinished, test } from "vitest";
import { memoryAnswerCache } from "../../src/intent/llm/cache.ts";
import { startFakeEndpoint } from "../../src/intent/llm/fake/fake-endpoint.ts";
import { createLlmParser } from "../../src/intent/llm/llm-parser.ts";
import { emptyRequest } from "../../src/intent/request.ts";
import type { Browser } from "./testing/browser.ts";
import { listenAt } from "./testing/listen.ts";
import { openWeb } from "./testing/open-web.ts";

const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 10, 29, 12);

const signsIn = (browser: Browser, key: string) => browser.send("POST", "/operate/session", { key });

describe("signing in", () => {
  test("takes a key once, and from then on a cookie that scripts cannot read and that is sent nowhere else", async () => {
    const { browser, key } = await openWeb();
    const operator = browser();
    expect((await operator.get("/operate/figures")).status).toBe(401);
    const signed = await signsIn(operator, await key("operate"));
    expect(signed).toMatchObject({ status: 200, body: { name: "a program", expiresMs: null } });
    const [cookie] = signed.headers.getSetCookie();
    expect(cookie).toMatch(/^matinee_operator=/);
    expect(cookie).toContain("Path=/operate;");
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect((await operator.get("/operate/session")).body).toEqual({ name: "a program", expiresMs: null });
    expect((await operator.get("/operate/figures")).status).toBe(200);
    expect((await operator.send("DELETE", "/operate/session")).status).toBe(200);
    expect((await operator.get("/operate/figures")).status).toBe(401);
  });

  test("the cookie holds no secret, and one that was changed or is a person's is nobody's", async () => {
    const { web, browser, key } = await openWeb();
    const secret = await key("operate");
    const operator = browser();
    await signsIn(operator, secret);
    expect(decodeURIComponent(operator.cookie!)).not.toContain(secret.slice(-20));
    const as = (cookie: string) => fetch(`${web.address}/operate/figures`, { headers: { cookie } });
    expect((await as(operator.cookie!)).status).toBe(200);
    expect((await as(operator.cookie!.replace(/=./, "=x"))).status).toBe(401);
    const person = browser();
    await person.comes();
    expect((await as(person.cookie!)).status).toBe(401);
    expect((await as(person.cookie!.replace("matinee=", "matinee_operator="))).status).toBe(401);
  });

  test("a wrong key, one that has ended, and one for something else are told apart", async () => {
    const { browser, key, addKey } = await openWeb({ now: () => NOON });
    const detailOf = async (secret: string) => {
      const { status, body } = await signsIn(browser(), secret);
      return `${status} ${body.detail}`;
    };
    expect(await detailOf("matinee_no")).toMatch(/^401 There is no such key/);
    expect(await detailOf(await addKey({ expiresMs: NOON }))).toMatch(
      /^401 .*until 2026-11-29: make another/,
    );
    expect(await detailOf(await key("read", "answer"))).toMatch(/^403 .*lacks the scope operate/);
    expect(await detailOf(await addKey({ expiresMs: NOON + 1 }))).toMatch(/^200/);
  });

  test("ends with the key: by itself, or when it is removed", async () => {
    let atMs = NOON;
    const { browser, addKey, removeKeys } = await openWeb({ now: () => atMs });
    const [ending, removed] = [browser(), browser()];
    await signsIn(ending, await addKey({ expiresMs: NOON + DAY_MS }));
    await signsIn(removed, await addKey({}));
    atMs += DAY_MS;
    const { status, body } = await ending.get("/operate/session");
    expect(`${status} ${body.detail}`).toMatch(/^401 .*until 2026-11-30/);
    expect((await removed.get("/operate/session")).status).toBe(200);
    await removeKeys();
    expect((await removed.get("/operate/session")).body.detail).toMatch(/was removed/);
  });
});

describe("figures", () => {
  test("tell how it went and what the machine is, and nothing of what anybody wrote", async () => {
    const { browser, key, store } = await openWeb();
    const words = "xyzzy of a secret that somebody wrote";
    for (let nth = 0; nth < 5; nth++) {
      const somebody = browser();
      await somebody.comes();
      await somebody.says("skip");
      await somebody.says(words);
    }
    await store.tally([
      { day: new Date().toISOString().slice(0, 10), platform: "web", what: "took/said/20", count: 10 },
    ]);
    const operator = browser();
    await signsIn(operator, await key("operate"));
    const { body } = await operator.get("/operate/figures?days=2");
    expect(body).toMatchObject({
      figures: { all: { suggestions: 5 }, heard: { nothing: { texts: 5 } }, sessions: { sessions: 5 } },
      machine: { turns: [{ kind: "said", turns: 10 }], calls: { calls: 0 } },
      coverage: { catalogue: 10, suggestions: 5 },
      trained: null,
      model: null,
      database: { backup: null },
      versions: { matinee: "1.2.3", node: process.version, model: "tiny" },
    });
    expect(body.database.bytes).toBeGreaterThan(10_000);
    expect(JSON.stringify(body)).not.toMatch(/xyzzy|secret/);
  });

  test("come again by themselves when they change, to every page that is open", async () => {
    const { web, browser, key, store } = await openWeb();
    const operator = browser();
    await signsIn(operator, await key("operate"));
    const page = await listenAt(`${web.address}/operate/events?days=3`, operator.cookie!);
    const failures = () =>
      page
        .events()
        .filter(({ kind }) => kind === "figures")
        .map(({ data }) => JSON.parse(data).machine.failures.length);
    await expect.poll(failures).toEqual([0]);
    const day = new Date().toISOString().slice(0, 10);
    await store.tally([{ day, platform: "web", what: "error/said/SQLITE_BUSY", count: 1 }]);
    await expect.poll(failures).toEqual([0, 1]);
    page.close();
    expect((await fetch(`${web.address}/operate/events`)).status).toBe(401);
  });

  test.each(["cookie", "authorization"])("end for a page whose key is removed, told by %s", async (told) => {
    const { web, browser, key, removeKeys } = await openWeb();
    const secret = await key("operate");
    const operator = browser();
    await signsIn(operator, secret);
    const response = await fetch(`${web.address}/operate/events`, {
      headers: told === "cookie" ? { cookie: operator.cookie! } : { authorization: `Bearer ${secret}` },
    });
    const reader = response.body!.getReader();
    await reader.read();
    await removeKeys();
    await expect.poll(async () => (await reader.read()).done).toBe(true);
  });
});

describe("tests of understanding", () => {
  test("run when they are asked for, are told while they run, and are kept", async () => {
    const { web, browser, key } = await openWeb();
    const operator = browser();
    await signsIn(operator, await key("operate"));
    const page = await listenAt(`${web.address}/operate/events`, operator.cookie!);
    const begun = await operator.send("POST", "/operate/understanding", { by: "rules" });
    expect(begun).toMatchObject({ status: 202, body: { running: { by: "rules" }, runs: [] } });
    expect((await operator.send("POST", "/operate/understanding", { by: "rules" })).status).toBe(409);
    await expect
      .poll(async () => (await operator.get("/operate/understanding")).body)
      .toMatchObject({ running: null, runs: [{ by: "rules", sentences: begun.body.sentences }] });
    const told = () => page.events().filter(({ kind }) => kind === "understanding");
    await expect
      .poll(() => JSON.parse(told().at(-1)?.data ?? "{}"))
      .toMatchObject({ runs: [{ by: "rules" }] });
    page.close();
  });

  test("run by the language model ask it each sentence anew, and what it does not answer is not understood", async () => {
    const endpoint = await startFakeEndpoint({
      answer: () => JSON.stringify({ ...emptyRequest(), moodsIn: ["sad"] }),
    });
    onTestFinished(() => endpoint.close());
    const settings = {
      baseUrl: endpoint.baseUrl,
      model: "of our own",
      tokenLimitName: "max_tokens",
      dailyPerPerson: 0,
      dailyInAll: 1_000,
    } as const;
    const afresh = () =>
      createLlmParser({ settings, cache: memoryAnswerCache(), lastYear: 2025, now: Date.now });
    const { browser, key } = await openWeb({ model: { name: "of our own", circuit: "closed", afresh } });
    const operator = browser();
    await signsIn(operator, await key("operate"));
    const runs = async () => {
      const begun = await operator.send("POST", "/operate/understanding", { by: "model" });
      expect(begun.status).toBe(202);
      const state = async () => (await operator.get("/operate/understanding")).body;
      await expect.poll(async () => (await state()).running).toBeNull();
      return (await state()).runs[0];
    };
    const first = await runs();
    expect(first).toMatchObject({ by: "model", model: "of our own" });
    expect(first.failed.map(({ says }: { says: string }) => says)).not.toContain("I want to cry");
    expect(first.sentences - first.passed).toBe(first.failed.length);
    expect(endpoint.asked).toBe(first.sentences);
    endpoint.always({ kind: "refuses" });
    const second = await runs();
    expect(second.passed).toBe(0);
    expect(second.failed[0].differences).toEqual([{ field: "answer", expected: "one", got: "refused" }]);
  });

  test("cannot be run by a model that there is not, nor by anybody else", async () => {
    const { browser, key } = await openWeb();
    const operator = browser();
    expect((await operator.send("POST", "/operate/understanding", { by: "rules" })).status).toBe(401);
    await signsIn(operator, await key("operate"));
    const { status, body } = await operator.send("POST", "/operate/understanding", { by: "model" });
    expect(`${status} ${body.detail}`).toMatch(/^409 There is no language model: set OPENAI_API_KEY/);
    expect((await operator.send("POST", "/operate/understanding", { by: "magic" })).status).toBe(422);
  });
});

test("what is not served is told by its status", async () => {
  const refused: number[] = [];
  const { browser } = await openWeb({ onRefused: (status) => refused.push(status) });
  await browser().get("/people/me");
  await browser().get("/health/live");
  await expect.poll(() => refused).toEqual([401]);
});
