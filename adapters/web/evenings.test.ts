/** One film for several people, each on a page of their own. */
import { expect, test } from "vitest";
import type { Browser } from "./testing/browser.ts";
import { listen } from "./testing/listen.ts";
import { openWeb } from "./testing/open-web.ts";

async function opened() {
  const { browser, web } = await openWeb();
  const [ada, ben, eve] = [browser(), browser(), browser()];
  for (const one of [ada, ben, eve]) await one.comes();
  const { body } = await ada.says("together");
  const id: string = body.cards[0].evening;
  const tells = (one: Browser, words: string) => one.says(`together #${id} ${words}`);
  const sees = async (one: Browser) => (await one.get(`/people/me/evenings/${id}`)).body;
  await tells(ada, "join as Ada");
  return { ada, ben, eve, id, tells, sees, web };
}

test("whoever has the link joins under a name, votes unseen, and sees what it comes to", async () => {
  const { ada, ben, id, tells, sees } = await opened();
  expect(id).toMatch(/^[\w-]{10}$/);
  expect(await sees(ben)).toMatchObject({ phase: "gathering", members: ["Ada"], you: null });
  await tells(ben, "join as Ben");
  await tells(ben, "films: Alien");
  await tells(ada, "no thrillers");
  const limited = await sees(ben);
  expect(limited).toMatchObject({ members: ["Ada", "Ben"], you: { name: "Ben" } });
  expect(limited.lines.join()).toContain("not Thriller");
  expect(limited).toMatchObject({ limits: "It must be: not Thriller.", turn: null });
  await tells(ada, "start");
  await tells(ada, "approve 2 1");
  await tells(ada, "veto 1 1");
  expect((await sees(ada)).you).toMatchObject({ approved: [1], vetoed: 0 });
  const other = await sees(ben);
  expect(other.you).toMatchObject({ approved: [], vetoed: null });
  expect(JSON.stringify(other)).not.toContain('"approved":[1]');
  await tells(ada, "ready");
  expect(await sees(ben)).toMatchObject({ phase: "voting", ready: 1, pick: null });
  await tells(ben, "ready");
  const [first, second] = other.films;
  for (const one of [ada, ben]) expect(await sees(one)).toMatchObject({ phase: "closed", pick: second.film });
  await tells(ben, "again");
  const again = await sees(ada);
  expect(again).toMatchObject({ phase: "voting", round: 2, you: { approved: [] } });
  expect(again.films.map(({ film }: { film: { id: string } }) => film.id)).not.toContain(first.film.id);
});

test("two who swipe for a match have it with the first film that both would watch", async () => {
  const { ada, ben, id, tells, sees } = await opened();
  const [drawn, whispered] = (await tells(ada, "match")).body.cards;
  expect(drawn).toMatchObject({ evening: id, title: { text: "Together: one film for several" } });
  expect(whispered.lines).toEqual([expect.stringContaining("A match takes two")]);
  await tells(ben, "join as Ben");
  await tells(ben, "match");
  const list = await sees(ada);
  expect(list).toMatchObject({ phase: "voting", isMatch: true });
  expect(list.films.length).toBeGreaterThan(5);
  await tells(ada, "approve 1 1");
  await tells(ada, "approve 3 1");
  expect((await sees(ben)).phase).toBe("voting");
  await tells(ben, "approve 3 1");
  expect(await sees(ada)).toMatchObject({ phase: "closed", pick: list.films[2].film });
});

test("whoever is in is told at once that it went on, and nobody else is", async () => {
  const { ada, ben, eve, id, tells, web } = await opened();
  await tells(ben, "join as Ben");
  const [ofBen, ofEve] = [await listen(web.address, ben.cookie!), await listen(web.address, eve.cookie!)];
  await tells(ada, "start");
  await expect.poll(ofBen.events).toEqual([{ kind: "evening", data: JSON.stringify({ evening: id }) }]);
  await eve.says("skip");
  await expect.poll(() => ofEve.events().map(({ kind }) => kind)).toEqual(["turn"]);
});

test("there is nothing to see of an evening that there is not", async () => {
  const { ada } = await opened();
  expect((await ada.get("/people/me/evenings/AbCdEfGhIj")).status).toBe(404);
  expect((await ada.get("/people/me/evenings/x")).status).toBe(422);
});
