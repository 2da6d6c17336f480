/** What somebody watched elsewhere, brought along to the page and taken away again. */
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { standing } from "../../src/conversation/log.ts";
import { newEvent } from "./testing/browser.ts";
import { hasChromium, IN_CHROMIUM, openTonight } from "./testing/open-page.ts";
import { openWeb } from "./testing/open-web.ts";

const RATINGS = "title,year,rating\nAlien,1979,5\nHeat,1986,1\nNobody Made This,2001,3\n";

async function somebody() {
  const { browser, web } = await openWeb();
  const ada = browser();
  await ada.comes();
  const bring = async (name: string, body: string | Uint8Array, event = newEvent()) => {
    const response = await fetch(
      `${web.address}/people/me/brought/${event}?name=${encodeURIComponent(name)}`,
      {
        method: "PUT",
        headers: { cookie: ada.cookie!, "content-type": "application/octet-stream" },
        body: Buffer.from(body as Uint8Array),
      },
    );
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return { ada, bring };
}

test("a file is told first, taken in by yes, taken back by undo, and changes nothing when it comes again", async () => {
  const { ada, bring } = await somebody();
  const event = newEvent();
  const first = await bring("ratings.csv", RATINGS, event);
  expect(first).toMatchObject({ status: 200 });
  expect(first.body.cards[0].lines[0]).toBe("2 films: 2 with stars.");
  expect(first.body.cards[0].file.text).toContain("Nobody Made This");
  expect(first.body.table.question.lines[0]).toBe("2 films that you brought along wait. Shall I take it in?");
  expect((await bring("ratings.csv", RATINGS, event)).body.cards).toEqual(first.body.cards);
  const { body } = await ada.says("yes");
  expect(body.cards[0].lines[0]).toBe("Noted: 2 films. Undo takes all of it back.");
  expect(body.table.question).toBeNull();
  const { films, log, format } = (await ada.get("/people/me/export")).body;
  expect(format).toBe("matinee-export");
  expect(log).toHaveLength(2);
  expect(films.tt0000000).toMatchObject({ title: "Alien", year: 1979 });
  const csv = (await ada.get("/people/me/export/letterboxd")).body;
  expect(csv).toContain("tt0000000,,Alien,1979,5,");

  const again = await bring("ratings.csv", RATINGS);
  expect(again.body.cards[0].lines[0]).toBe("There is nothing new in it: nothing changes.");
  expect(again.body.table.question).toBeNull();
  expect((await ada.get("/people/me/export")).body.log).toHaveLength(2);
  await ada.says("undo");
  expect(standing((await ada.get("/people/me/export")).body.log)).toEqual([]);
});

test.each([
  ["nothing", ""],
  [
    "an archive of more files than anybody's history has",
    zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_, nth) => [`${nth}.csv`, new Uint8Array()]))),
  ],
  ["what is no table", new Uint8Array([137, 80, 78, 71, 0, 0, 1])],
])("%s is refused in a sentence, and nothing is noted", async (_, bytes) => {
  const { ada, bring } = await somebody();
  const { status, body } = await bring("x.csv", bytes);
  expect(status).toBe(200);
  expect(body.cards[0].lines[0]).toMatch(/^I cannot use that file: /);
  expect((await ada.get("/people/me/export")).body.log).toEqual([]);
});

test("a file that is too large is not read", async () => {
  const { bring } = await somebody();
  expect((await bring("x.csv", new Uint8Array(21 * 2 ** 20))).status).toBe(413);
});

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test("a file is chosen on the page, told first and taken in by a button", async () => {
    const { page } = await openTonight();
    await page.getByRole("link", { name: "You" }).first().click();
    await page.getByLabel("Choose a file").setInputFiles({
      name: "ratings.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(RATINGS),
    });
    await page.getByText("2 films: 2 with stars.").waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save matinee-left-out.csv" }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("matinee-left-out.csv");
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByText("Noted: 2 films. Undo takes all of it back.").waitFor();
    expect(await page.getByRole("button", { name: "Take it in" }).count()).toBe(0);
  });
});
