import { expect, test } from "vitest";
import { namesQuery } from "./queries.ts";
import { queryService } from "./query-service.ts";
import { type FakeQueryService, startQueryService, type Trouble } from "./testing/fake-query-service.ts";
import { SOME_FILMS } from "./testing/some-films.ts";

const MICHAEL_MANN = namesQuery(["Q10"]);

/** A patient asker, with what it was told to wait for. */
function asking(service: FakeQueryService, more: { readonly timeoutMs?: number } = {}) {
  const waits: number[] = [];
  const ask = queryService({
    url: service.url,
    contact: "ada@example.org",
    pauseMs: 0,
    wait: async (ms) => void waits.push(ms),
    ...more,
  });
  return { ask, waits };
}

test("an answer is rows of values by name", async () => {
  const service = await startQueryService(SOME_FILMS);
  const rows = await asking(service).ask(MICHAEL_MANN);
  expect(rows).toContainEqual({
    item: "http://www.wikidata.org/entity/Q10",
    value: "Michael Mann",
    detail: "en",
  });
  expect(service.refused).toEqual([]);
});

const TROUBLES: readonly (readonly [string, Trouble])[] = [
  ["fails", { kind: "status", status: 500 }],
  ["is too busy", { kind: "status", status: 503 }],
  ["is behind a gateway that gave up", { kind: "status", status: 504 }],
  ["cuts the connection in the middle of an answer", { kind: "cut" }],
  [
    "ends its answer with the traces of a failure",
    { kind: "body", body: '{"results": {"bindings": [java.util' },
  ],
  ["answers something else", { kind: "body", body: '{"error": "later"}' }],
];
test.each(TROUBLES)("a service that %s is asked again", async (_, trouble) => {
  const service = await startQueryService(SOME_FILMS);
  service.trouble(trouble, trouble);
  const { ask, waits } = asking(service);
  expect(await ask(MICHAEL_MANN)).toHaveLength(2);
  expect(waits).toEqual([]);
});

test("an answer that does not end is given up, and asked for again", async () => {
  const service = await startQueryService(SOME_FILMS);
  service.trouble({ kind: "stuck" });
  await expect(asking(service, { timeoutMs: 2_000 }).ask(MICHAEL_MANN)).resolves.toHaveLength(2);
});

test("whoever is told to come back later does not come back before", async () => {
  const service = await startQueryService(SOME_FILMS);
  const soon = new Date(Date.now() + 600_000).toUTCString();
  service.trouble(
    { kind: "status", status: 429, retryAfter: "7" },
    { kind: "status", status: 503, retryAfter: "11" },
    { kind: "status", status: 429 },
    { kind: "status", status: 429, retryAfter: soon },
  );
  const { ask, waits } = asking(service);
  await ask(MICHAEL_MANN);
  expect(waits.slice(0, 3)).toEqual([7_000, 11_000, 60_000]);
  expect(waits[3]).toBeGreaterThan(0);
  expect(waits[3]).toBeLessThanOrEqual(600_000);
});

test("whoever is sent away for hours goes, and says so", async () => {
  const service = await startQueryService(SOME_FILMS);
  service.trouble({ kind: "status", status: 429, retryAfter: "86400" });
  const { ask, waits } = asking(service);
  await expect(ask(MICHAEL_MANN)).rejects.toThrow(
    "429 Too Many Requests, and not to come back for 1440 min. Run the same command again later",
  );
  expect(waits).toEqual([]);
});

test("after seven failures in a row it says what went wrong and what to do", async () => {
  const service = await startQueryService(SOME_FILMS);
  service.trouble(...Array.from({ length: 7 }, (): Trouble => ({ kind: "status", status: 502 })));
  const { ask } = asking(service);
  await expect(ask(MICHAEL_MANN)).rejects.toThrow(
    "the service answered 502 Bad Gateway. Run the same command again later: what was fetched is kept.",
  );
  expect(await ask(MICHAEL_MANN)).toHaveLength(2);
});

test("a refusal for good is not asked again", async () => {
  const service = await startQueryService(SOME_FILMS);
  service.trouble({ kind: "status", status: 403, body: "banned" });
  await expect(asking(service).ask(MICHAEL_MANN)).rejects.toThrow(/403 Forbidden banned.*MATINEE_CONTACT/);
  await expect(asking(service).ask("SELECT nonsense")).rejects.toThrow(
    /400 Bad Request.*MATINEE_WIKIDATA_URL/,
  );
  expect(service.refused).toHaveLength(1);
});

test("questions asked together are put one after the other", async () => {
  const service = await startQueryService(SOME_FILMS);
  const { ask } = asking(service);
  const answers = await Promise.all(["Q10", "Q11", "Q12"].map((id) => ask(namesQuery([id]))));
  expect(answers.map((rows) => rows[0]!.value)).toEqual([
    expect.stringMatching("Michael Mann"),
    "Al Pacino",
    "Robert De Niro",
  ]);
  expect(service.refused).toEqual([]);
});

test.each(["", "me", "javascript:alert(1)"])("nobody asks as %j", async (contact) => {
  expect(() => queryService({ contact })).toThrow("Put your mail address or a web page into MATINEE_CONTACT");
});

test("a service that is not there is given up with a sentence", async () => {
  const ask = queryService({ url: "http://127.0.0.1:1/sparql", contact: "ada@example.org", pauseMs: 0 });
  await expect(ask(MICHAEL_MANN)).rejects.toThrow("the connection failed. Run the same command again later");
});
