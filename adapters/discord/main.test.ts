/** The program itself, as a process of its own. */
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { workshop } from "./testing/process.ts";

test("with a wrong token it ends with one sentence that says what to do", async () => {
  const { run } = await workshop();
  const child = run({ DISCORD_TOKEN: "MTIz.wrong.token" });
  const [said, [code]] = await Promise.all([text(child.stderr!), once(child, "exit")]);
  expect(code).toBe(1);
  expect(said).toMatch(/^Discord does not take this token\. [^\n]*DISCORD_TOKEN\.\n$/);
});

test("when Discord ends the connection for good it ends too, and says why", async () => {
  const { fake, listening } = await workshop();
  const child = await listening();
  const ada = fake.user("ada");
  await ada.slash(ada.dm, "recommend").answer;
  const said = text(child.stderr!);
  fake.endSessions(4004);
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(await said).toMatch(/^Discord takes DISCORD_TOKEN no more: copy the token again [^\n]*\n$/);
});
