import { afterEach, describe, expect, test } from "vitest";
import { requestJsonSchema } from "../../request-json-schema.ts";
import { type FakeEndpoint, startFakeEndpoint } from "./fake-endpoint.ts";

const wellFormed = {
  model: "small",
  messages: [{ role: "user", content: "hi" }],
  response_format: {
    type: "json_schema",
    json_schema: { name: "request", strict: true, schema: requestJsonSchema as object },
  },
  temperature: 0,
  max_tokens: 10,
};
const withSchema = (schema: object) => ({
  ...wellFormed,
  response_format: { type: "json_schema", json_schema: { name: "request", strict: true, schema } },
});
const root = (property: object, more: object = {}) => ({
  type: "object",
  properties: { a: property },
  required: ["a"],
  additionalProperties: false,
  ...more,
});

describe("the endpoint of our own", () => {
  let endpoint: FakeEndpoint;
  afterEach(() => endpoint.close());

  const start = async (apiKey?: string) => {
    endpoint = await startFakeEndpoint({ answer: () => "yes", ...(apiKey !== undefined && { apiKey }) });
  };
  const post = (body: object, authorization = "") =>
    fetch(`${endpoint.baseUrl}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body: JSON.stringify(body),
    });

  test("answers what is well formed, and counts tokens", async () => {
    await start();
    const response = await post(wellFormed);
    expect(await response.json()).toMatchObject({
      choices: [{ finish_reason: "stop", message: { content: "yes" } }],
      usage: { prompt_tokens: 1, completion_tokens: 1 },
    });
    expect(endpoint.requests).toEqual([wellFormed]);
  });

  test.each([
    ["an unknown field", { ...wellFormed, seed: 1 }],
    ["both limits", { ...wellFormed, max_completion_tokens: 10 }],
    ["the other limit", { ...wellFormed, max_tokens: undefined, max_completion_tokens: 10 }],
    ["no messages", { ...wellFormed, messages: [] }],
    ["a null in the schema", withSchema(root({ type: ["string", "null"] }))],
    ["anyOf", withSchema(root({ anyOf: [{ type: "string" }] }))],
    ["a pattern", withSchema(root({ type: "string", pattern: "^a" }))],
    ["a length", withSchema(root({ type: "string", maxLength: 3 }))],
    ["a key not required", withSchema(root({ type: "string" }, { required: [] }))],
    ["an open object", withSchema(root({ type: "string" }, { additionalProperties: true }))],
    ["$schema", withSchema(root({ type: "string" }, { $schema: "https://json-schema.org" }))],
    ["a list at the root", withSchema({ type: "array", items: { type: "string" } })],
  ])("refuses %s", async (_, body) => {
    await start();
    expect((await post(body)).status).toBe(400);
    expect(endpoint.requests).toEqual([]);
  });

  test("takes no schema, where it is such a one, and other JSON gladly", async () => {
    endpoint = await startFakeEndpoint({ answer: () => "{}", takesNoSchema: true });
    expect((await post(wellFormed)).status).toBe(400);
    expect((await post({ ...wellFormed, response_format: { type: "json_object" } })).status).toBe(200);
  });

  test("wants its key, where it has one", async () => {
    await start("secret");
    expect((await post(wellFormed)).status).toBe(401);
    expect((await post(wellFormed, "Bearer secret")).status).toBe(200);
  });

  test("misbehaves as told, once for each behaviour, and then is right", async () => {
    await start();
    endpoint.next({ kind: "fails", status: 503 }, { kind: "rateLimits", retryAfterS: 7 });
    expect((await post(wellFormed)).status).toBe(503);
    const limited = await post(wellFormed);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"]);
    expect((await post(wellFormed)).status).toBe(200);
    expect(endpoint.asked).toBe(3);
  });
});
