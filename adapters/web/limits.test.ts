import { fastify } from "fastify";
import { expect, test } from "vitest";
import { limitCallers } from "./limits.ts";

async function someApp() {
  const app = fastify();
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request) => {
    const person = request.headers["x-person"];
    request.caller = { kind: "anonymous", ...(person && { person: String(person) }) };
  });
  limitCallers(app);
  app.get("/poster", { config: { countedAs: "poster" } }, async () => "");
  app.get("/thing", async () => "");
  await app.ready();
  return {
    async refusals(url: string, times: number, person: string) {
      let refused = 0;
      for (let time = 0; time < times; time++) {
        const { statusCode } = await app.inject({ url, headers: { "x-person": person } });
        if (statusCode === 429) refused++;
      }
      return refused;
    },
  };
}

test("posters use up nothing of what a person may ask for, nor the other way round", async () => {
  const { refusals } = await someApp();
  expect(await refusals("/poster", 700, "ada")).toBe(0);
  expect(await refusals("/thing", 610, "ada")).toBe(10);
  expect(await refusals("/poster", 10, "ada")).toBe(0);
});

test("a flood of posters from one address is turned away, whoever else it says to be", async () => {
  const { refusals } = await someApp();
  expect(await refusals("/poster", 700, "ada")).toBe(0);
  expect(await refusals("/poster", 510, "somebody new")).toBe(10);
  expect(await refusals("/thing", 1, "ada")).toBe(0);
});
