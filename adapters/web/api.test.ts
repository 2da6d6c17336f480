/** The API as programs use it: films, recommendations, keys, limits, problems and its description. */
import { describe, expect, test } from "vitest";
import { openApiKeys } from "../../src/store/api-keys.ts";
import { newEvent } from "./testing/browser.ts";
import { openWeb } from "./testing/open-web.ts";

describe("films", () => {
  test("are found by title, by an unfinished one and by id, and are like each other", async () => {
    const program = (await openWeb()).browser();
    const titles = async (path: string) => {
      const { body } = await program.get(path);
      return (body.items?.map(({ film }: { film: { title: string } }) => film.title) ??
        body.films.map(({ title }: { title: string }) => title)) as string[];
    };
    expect(await titles("/films?title=heat")).toEqual(["Heat", "Heat"]);
    expect(await titles("/films?begun=notting")).toEqual(["Notting Hill"]);
    expect(await titles("/films/tt0000000/similar?limit=2")).toContain("Aliens");
    expect((await program.get("/films/tt0000002")).body).toMatchObject({ title: "Heat", year: 1995 });
    expect((await program.get("/films/with?person=nobody")).status).toBe(404);
    expect((await program.get("/films/about?text=a+heist")).status).toBe(200);
  });

  test("follow from the model: what is known already is not sent again, and is under another model", async () => {
    const program = (await openWeb()).browser();
    const first = await program.get("/films/tt0000002");
    const known = { "if-none-match": first.headers.get("etag")! };
    expect((await program.get("/films/tt0000002", known)).status).toBe(304);
    expect((await program.get("/films/tt0000003", known)).status).toBe(200);
  });
});

describe("recommendations", () => {
  test("follow from the answers in the body, leave out what was answered, and keep nothing", async () => {
    const { browser, store } = await openWeb();
    const program = browser();
    const recommended = async (answers: object[], more = {}) => {
      const { body } = await program.send("POST", "/recommendations", { answers, ...more });
      return body.items.map(({ film }: { film: { title: string } }) => film.title);
    };
    const tense = await recommended([{ film: "tt0000000", verdict: "favourite" }], { limit: 3 });
    expect(tense).not.toContain("Alien");
    expect(tense[0]).toBe("Aliens");
    const tender = await recommended([{ film: "tt0000006", verdict: "favourite" }]);
    expect(["Notting Hill", "Before Sunrise", "Love Actually"]).toContain(tender[0]);
    expect(await recommended([], { genres: ["Comedy"], toYear: 1999 })).toEqual([
      "Notting Hill",
      "Before Sunrise",
    ]);
    expect(await store.waitedFor("web")).toEqual([]);
    const { body } = await program.send("POST", "/recommendations", {
      answers: [{ film: "tt7654321", verdict: "like" }],
    });
    expect(body.unknown).toEqual(["tt7654321"]);
  });
});

describe("a program", () => {
  test("names its people, and reaches no others", async () => {
    const { browser, key } = await openWeb();
    const [one, other] = [await key("read", "answer"), await key("read", "answer")];
    const as = (secret: string) => ({ authorization: `Bearer ${secret}` });
    const program = browser();
    expect((await program.send("POST", "/people", { id: "ada" }, as(one))).status).toBe(201);
    expect((await program.send("POST", "/people", { id: "ada" }, as(one))).status).toBe(200);
    const said = await program.send(
      "PUT",
      "/people/ada/answers/a",
      { film: "tt0000000", verdict: "like" },
      as(one),
    );
    expect(said.status).toBe(200);
    expect((await program.get("/people/ada/likes", as(one))).body.items).toHaveLength(1);
    expect((await program.get("/people/ada/likes", as(other))).status).toBe(404);
    expect((await program.get("/people/ben", as(one))).status).toBe(404);
    expect((await program.get("/people/me", as(one))).status).toBe(404);
    await program.send("POST", "/people", { id: "ada" }, as(other));
    const same = await program.send(
      "PUT",
      "/people/ada/answers/a",
      { film: "tt0000001", verdict: "like" },
      as(other),
    );
    expect(same.status).toBe(200);
    expect((await program.send("DELETE", "/people/ada", undefined, as(one))).status).toBe(200);
    expect((await program.get("/people/ada", as(one))).status).toBe(404);
    expect((await program.get("/people/ada", as(other))).status).toBe(200);
  });

  test("may do what its key is for, and nothing without a key that there is", async () => {
    const { browser, key } = await openWeb();
    const program = browser();
    const asks = async (authorization: string) => ({
      read: (await program.get("/films/tt0000000", { authorization })).status,
      answer: (await program.send("POST", "/people", { id: "ada" }, { authorization })).status,
      operate: (await program.get("/metrics", { authorization })).status,
    });
    expect(await asks(`Bearer ${await key("read")}`)).toEqual({ read: 200, answer: 403, operate: 403 });
    expect(await asks(`Bearer ${await key("answer")}`)).toEqual({ read: 403, answer: 201, operate: 403 });
    expect(await asks(`Bearer ${await key("operate")}`)).toEqual({ read: 403, answer: 403, operate: 200 });
    const changed = (await key("read")).replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    expect(await asks(`Bearer ${changed}`)).toEqual({ read: 401, answer: 401, operate: 401 });
    expect(await asks("Basic YTpi")).toEqual({ read: 401, answer: 401, operate: 401 });
    expect((await program.get("/metrics")).status).toBe(401);
  });
});

describe("limits", () => {
  test("words beyond what one person says are turned away for a while, which is said; answers are not", async () => {
    const { browser } = await openWeb();
    const ada = browser();
    await ada.comes();
    const statuses = [];
    for (let time = 0; time < 22; time++) statuses.push((await ada.says("skip")).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    const refused = await ada.says("skip");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.body.detail).toMatch(/^Slow down: try again in \d+ s\.$/);
    const answer = { film: "tt0000000", verdict: "like" };
    expect((await ada.send("PUT", `/people/me/answers/${newEvent()}`, answer)).status).toBe(200);
  });

  test("a key counts its requests, whoever they are about", async () => {
    const { browser, web, file } = await openWeb();
    const keys = await openApiKeys(file);
    const secret = await keys.add({ name: "slow", scopes: ["read"], perMinute: 3, madeMs: 0 });
    keys.close();
    const statuses = [];
    for (let time = 0; time < 4; time++) {
      const headers = { authorization: `Bearer ${secret}` };
      statuses.push((await fetch(`${web.address}/films/tt000000${time}`, { headers })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await browser().get("/films/tt0000000")).status).toBe(200);
  });
});

describe("problems", () => {
  test.each([
    ["a body that is no JSON", "PUT", "/people/me/answers/a", "{", 400],
    ["a body of another kind", "PUT", "/people/me/answers/a", [1], 422],
    ["a body that is too long", "POST", "/recommendations", { answers: [], pad: "x".repeat(200_000) }, 413],
    ["an id with a slash", "PUT", "/people/me/answers/a%2Fb", { film: "tt0000000", verdict: "like" }, 422],
    [
      "an id that is too long",
      "PUT",
      `/people/me/answers/${"x".repeat(65)}`,
      { film: "tt0000000", verdict: "like" },
      422,
    ],
    [
      "words that are too long",
      "PUT",
      "/people/me/conversation/a",
      { kind: "said", text: "x".repeat(1_001) },
      422,
    ],
    ["a path that is none", "GET", "/peoples", undefined, 404],
    ["a path of no text", "GET", "/films/%ff", undefined, 400],
  ] as const)("%s", async (_what, method, path, body, status) => {
    const { browser, errors } = await openWeb();
    const ada = browser();
    await ada.comes();
    const refused = method === "GET" ? await ada.get(path) : await ada.send(method, path, body);
    expect(refused).toMatchObject({ status, body: { status, request: refused.headers.get("x-request-id") } });
    expect(refused.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(errors).toEqual([]);
  });

  test("what is wrong with a body is said with its path", async () => {
    const program = (await openWeb()).browser();
    const { body } = await program.send("POST", "/recommendations", {
      answers: [
        { film: "tt0000000", verdict: "like" },
        { film: "tt0000001", verdict: "adore" },
      ],
    });
    expect(body.errors).toEqual([{ path: "body.answers.1.verdict", message: expect.any(String) }]);
  });

  test("a form that is not JSON is no answer, so no other site can send one", async () => {
    const { browser, web } = await openWeb();
    const ada = browser();
    await ada.comes();
    const response = await fetch(`${web.address}/people/me/answers/a`, {
      method: "PUT",
      headers: { cookie: ada.cookie!, "content-type": "text/plain" },
      body: JSON.stringify({ film: "tt0000000", verdict: "like" }),
    });
    expect(response.status).toBe(415);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the description", () => {
  test("is OpenAPI 3.1, and each operation says what it takes and answers", async () => {
    const { browser } = await openWeb();
    const { body } = await browser().get("/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    const operations = Object.values(
      body.paths as Record<string, Record<string, { summary?: string }>>,
    ).flatMap((methods) => Object.values(methods));
    expect(operations.length).toBeGreaterThan(20);
    for (const { summary } of operations) expect(summary).toBeTruthy();
  });

  test("is a page as well, with nothing inline and nothing from elsewhere", async () => {
    const { browser } = await openWeb();
    const { headers, body } = await browser().get("/docs");
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none';script-src 'self';style-src 'self'/,
    );
    expect(body).toContain("<code>PUT /people/{person}/answers/{event}</code>");
    expect(body).not.toMatch(/<script|<style| style=|https?:\/\//);
    expect((await browser().get("/docs/style.css")).headers.get("content-type")).toMatch(/^text\/css/);
  });
});

test("how it goes by day is said to whoever runs it, and of a few people nothing", async () => {
  const { browser, key } = await openWeb();
  const program = browser();
  const authorization = `Bearer ${await key("operate")}`;
  const today = async () => (await program.get("/operate/figures?days=1", { authorization })).body.figures;
  for (let come = 0; come < 4; come++) {
    const somebody = browser();
    await somebody.comes();
    await somebody.says("skip");
  }
  expect(await today()).toMatchObject({ days: [], all: { suggestions: 0 } });
  expect((await today()).hidden).toHaveLength(1);
  const last = browser();
  await last.comes();
  const { suggestion } = (await last.says("skip")).body.table;
  await last.send("PUT", "/people/me/answers/a", { suggestion: suggestion.id, verdict: "like" });
  expect(await today()).toMatchObject({
    days: [{ platforms: ["web"], people: 5, suggestions: 6, answers: { like: 1 }, unanswered: 5 }],
    turns: [{ from: 1, to: null, suggestions: 6 }],
    sessions: { sessions: 5, well: { share: 0.2 } },
    models: [{ versions: ["tiny"], suggestions: 6 }],
  });
  expect((await program.get("/operate/figures")).status).toBe(401);
  expect(
    (await program.get("/operate/figures", { authorization: `Bearer ${await key("read")}` })).status,
  ).toBe(403);
});

test("health is said to whoever asks, and figures to whoever runs it", async () => {
  const { browser, key } = await openWeb();
  const program = browser();
  expect((await program.get("/health/live")).body).toEqual({ status: "ok", model: "tiny" });
  expect((await program.get("/health/ready")).status).toBe(200);
  const { body } = await program.get("/metrics", { authorization: `Bearer ${await key("operate")}` });
  expect(body).toContain(
    'matinee_http_request_duration_seconds_count{method="GET",route="/health/live",status="200"}',
  );
  expect(body).toContain("matinee_open_pages 0");
});
