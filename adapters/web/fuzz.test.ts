/** Whatever is asked, by the description of the API or against it: no answer is a fault, and each is as described. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { mustBeAsDescribed } from "./testing/browser.ts";
import { openWeb } from "./testing/open-web.ts";
import { type Description, requestsOf } from "./testing/requests.ts";

/** FUZZ_REQUESTS=10000 asks as much. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 300);
/** A stream never ends. */
const isStream = (path: string): boolean => path.endsWith("/events");

test(`${REQUESTS} requests drawn from the description find no fault, and no answer that is not described`, async () => {
  const { web, errors, key } = await openWeb();
  const authorization = `Bearer ${await key("read", "answer", "operate")}`;
  const ask = async (method: string, path: string, body?: string) => {
    const response = await fetch(`${web.address}${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
  };
  await ask("POST", "/people", '{"id":"ada"}');
  const begun = await ask("PUT", "/people/ada/suggestions/first");
  const description = (await (await fetch(`${web.address}/openapi.json`)).json()) as Description;
  const known = {
    person: ["ada"],
    id: ["ada", "ben"],
    film: ["tt0000001", "tt0000004"],
    like: ["tt0000002"],
    suggestion: [begun.body.table.suggestion.id],
    event: ["first", "second", "third"],
    text: ["next", "undo", "forget me", "yes", "a comedy, not sad", "heat"],
  };
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requestsOf(description, known, isStream), async ({ method, path, body }) => {
      const answer = await ask(method, path, body);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect(answer.status, `${method} ${path} ${body}`).toBeLessThan(500);
      await mustBeAsDescribed(web.address, method, path, answer);
    }),
    { numRuns: REQUESTS },
  );
  expect(errors).toEqual([]);
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 404, 422]));
});
