/** Several processes on one PostgreSQL: whichever serves a browser, it is the same Matinee. */
import { expect, test } from "vitest";
import { missing, newDatabase, realName } from "../../src/store/postgres/testing/shared-server.ts";
import { type Browser, openBrowser } from "./testing/browser.ts";
import { listen } from "./testing/listen.ts";
import { type Program, someProgram } from "./testing/process.ts";

const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;

async function twoOnOne(): Promise<readonly [Program, Program]> {
  const settings = { DATABASE_URL: await newDatabase() };
  const one = await someProgram();
  const other = await one.another();
  await Promise.all([one, other].map((program) => program.begin(settings).listening()));
  return [one, other];
}

test.skipIf(missing !== undefined)(
  `a cookie of one process is good for the other, which knows all that was said, and tells the pages that are open there (${name})`,
  async () => {
    const [one, other] = await twoOnOne();
    let at = one.address;
    const ada = openBrowser(() => at);
    const { body } = await ada.comes();
    const page = await listen(other.address, ada.cookie!);
    await ada.says("next", "first");
    await expect.poll(() => page.events().map(({ kind }) => kind)).toContain("turn");
    at = other.address;
    expect((await ada.get("/people/me")).body.id).toBe(body.person.id);
    await ada.says("y", "second");
    at = one.address;
    const told = await ada.says("history", "third");
    expect(JSON.stringify(told.body)).toMatch(/👍/);
    // the same request once more, to the other process: what it did is not done again
    at = other.address;
    await ada.says("y", "second");
    const { body: after } = await ada.get("/people/me/export");
    expect(after.log).toHaveLength(1);
  },
);

test.skipIf(missing !== undefined)(
  `people whose turns are heard by two processes at once lose none of them (${name})`,
  async () => {
    const programs = await twoOnOne();
    let at = programs[0].address;
    const ada = openBrowser(() => at);
    await ada.comes();
    await ada.says("next", "first");
    const asked = Array.from({ length: 12 }, async (_, nth) => {
      at = programs[nth % 2]!.address;
      return ada.says(nth % 3 === 2 ? "undo" : "y", `turn-${nth}`);
    });
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(12).fill(200));
    const { body } = await ada.get("/people/me/export");
    const ids = body.events.map(({ id }: { id: string }) => id);
    for (let nth = 0; nth < 12; nth++)
      expect(ids.filter((id: string) => id.endsWith(`turn-${nth}`))).toHaveLength(1);
    expect(new Set(body.log.map(({ id }: { id: string }) => id)).size).toBe(body.log.length);
  },
);

test.skipIf(missing !== undefined)(
  `several find one film together, each by another process, and hear there what the others do (${name})`,
  async () => {
    const [one, other] = await twoOnOne();
    const [ada, bob] = [one, other].map(({ address }) => openBrowser(() => address)) as [Browser, Browser];
    await Promise.all([ada.comes(), bob.comes()]);
    const page = await listen(other.address, bob.cookie!);
    const { body: begun } = await ada.says("together");
    const { evening } = begun.cards.find((card: { evening?: string }) => card.evening !== undefined);
    await ada.says(`together #${evening} join as Ada`);
    await bob.says(`together #${evening} join as Bob`);
    const heard = page.events().length;
    await ada.says(`together #${evening} no horror`);
    await expect
      .poll(() => page.events().slice(heard))
      .toContainEqual({
        kind: "evening",
        data: JSON.stringify({ evening }),
      });
    const standing = async (browser: Browser) => (await browser.get(`/people/me/evenings/${evening}`)).body;
    expect((await standing(bob)).lines.slice(0, 2)).toEqual([
      "In (2): Ada and Bob.",
      "It must be: not Horror.",
    ]);
    await bob.says(`together #${evening} start`);
    await Promise.all([ada, bob].map((browser) => browser.says(`together #${evening} approve 1 1`)));
    const { phase, title, lines } = await standing(ada);
    expect(await standing(bob)).toMatchObject({ phase, title, lines });
    expect(phase).not.toBe("gathering");
  },
);
