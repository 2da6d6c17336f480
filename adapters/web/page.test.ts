/** The page, used as people use it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FilmDetailsSource } from "../../src/catalog/film-details.ts";
import { TMDB_NOTICE } from "../../src/conversation/wording.ts";
import { exported } from "./testing/exported.ts";
import { hasChromium, IN_CHROMIUM, openPage, openTonight } from "./testing/open-page.ts";

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test("asks for favourites first, and finds them by the beginning of their titles, with posters", async () => {
    const { page, film } = await openPage();
    await page.getByLabel("A film you love").fill("ali");
    const alien = page.getByRole("button", { name: /Alien \(1979\)/ });
    await expect.poll(() => page.getByRole("listitem").count()).toBe(2);
    await expect.poll(() => page.evaluate("document.querySelector('li img').naturalWidth")).toBe(600);
    await alien.click();
    await page.getByText("You love Alien. 3 more?").waitFor();
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByText("Because you liked Alien.").waitFor();
    expect(await film()).toBe("Aliens");
  });

  test("shows title, year, people, why, and a poster that says what it shows", async () => {
    const { page, film } = await openTonight();
    const title = await film();
    expect(await page.title()).toBe("Tonight · Matinee");
    await page.getByRole("img", { name: new RegExp(`^Drawn poster of ${title} \\(\\d{4}\\): `) }).waitFor();
    expect(await page.locator("article header p").innerText()).toMatch(/^\d{4}/);
    await page.getByText("Thriller, Sci-Fi").waitFor();
  });

  test("is answered by keys alone, and undone as often as one likes", async () => {
    const { page, film, sent } = await openTonight();
    const titles = [await film()];
    for (const key of ["y", "ArrowLeft", "s", "ArrowDown"]) {
      await page.keyboard.press(key);
      await expect.poll(film).not.toBe(titles.at(-1));
      titles.push(await film());
    }
    await expect.poll(() => sent.filter(({ path }) => path.startsWith("/people/me/answers/")).length).toBe(4);
    for (const title of titles.slice(0, -1).toReversed()) {
      await page.keyboard.press("Backspace");
      await expect.poll(film).toBe(title);
    }
    await expect.poll(() => sent.filter(({ method }) => method === "DELETE").length).toBe(4);
    const log = async () => (await exported(page)).log.map(({ kind }) => kind);
    await expect.poll(log).toEqual([...new Array(4).fill("feedback"), ...new Array(4).fill("retraction")]);
  });

  test("takes one answer from a key that is held down", async () => {
    const { page, film, sent } = await openTonight();
    const before = await film();
    await page.keyboard.down("y");
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down("y");
    await page.keyboard.up("y");
    await expect.poll(film).not.toBe(before);
    await page.getByText(`Noted: ${before}`).waitFor();
    expect(sent.filter(({ method, path }) => method === "PUT" && path.includes("/answers/"))).toHaveLength(1);
  });

  test.each([
    ["right", 160, 0, "like"],
    ["left", -160, 0, "dislike"],
    ["up", 0, -160, "skip"],
    ["down", 0, 160, "seen"],
  ])("is swiped %s by a finger or a mouse", async (_, x, y, answer) => {
    const { page, film } = await openTonight({ viewport: { width: 360, height: 740 }, hasTouch: true });
    const before = await film();
    const box = (await page.locator("[data-film] img").first().boundingBox())!;
    const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(fromX, fromY);
    await page.mouse.down();
    for (let step = 1; step <= 4; step++)
      await page.mouse.move(fromX + (x * step) / 4, fromY + (y * step) / 4);
    await page.mouse.up();
    await expect.poll(film).not.toBe(before);
    const log = async () => (await exported(page)).log.map(({ verdict }) => verdict);
    await expect.poll(log).toEqual([answer]);
  });

  test("goes back where a swipe was too short to mean anything", async () => {
    const { page, film, sent } = await openTonight();
    const before = await film();
    const box = (await page.locator("[data-film]").first().boundingBox())!;
    await page.mouse.move(box.x + 50, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + 62, box.y + 50);
    await page.waitForTimeout(120);
    await page.mouse.up();
    expect(await film()).toBe(before);
    expect(sent.some(({ path }) => path.includes("/answers/"))).toBe(false);
  });

  test("shows the same card with the same poster after a reload, and never one look twice running", async () => {
    const { page, film, sent } = await openTonight();
    const look = () => page.locator("[data-film] img").first().getAttribute("src");
    // The page looks ahead once more when the server's own choice is in front.
    const isSettled = () => {
      const paths = sent.map(({ path }) => path);
      const answer = paths.findLastIndex((path) => path.startsWith("/people/me/answers/"));
      return paths.findLastIndex((path) => path.endsWith("/upcoming")) > answer;
    };
    let before = "";
    for (let card = 0; card < 5; card++) {
      const [title, poster] = [await film(), await look()];
      expect(poster!.split("look=")[1]).not.toBe(before);
      before = poster!.split("look=")[1]!;
      await page.reload();
      await page.locator("article h1").waitFor();
      expect([await film(), await look()]).toEqual([title, poster]);
      const answers = () => sent.filter(({ path }) => path.startsWith("/people/me/answers/")).length;
      const earlier = answers();
      await page.keyboard.press("n");
      await expect.poll(answers).toBe(earlier + 1);
      await expect.poll(isSettled).toBe(true);
      expect(await film()).not.toBe(title);
    }
  });

  test("keeps answers while there is no network, and sends each once when it is back", async () => {
    const { page, film, sent } = await openTonight();
    await expect.poll(() => sent.filter(({ path }) => path.endsWith("/upcoming")).length).toBeGreaterThan(0);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    const titles: string[] = [];
    for (const key of ["y", "n", "y"]) {
      titles.push(await film());
      await page.keyboard.press(key);
      await expect.poll(film).not.toBe(titles.at(-1));
    }
    await page.getByText("Offline. 3 answers wait until the network is back.").waitFor();
    await page.context().setOffline(false);
    const given = async () => (await exported(page)).log.map(({ verdict }) => verdict);
    await expect.poll(given).toEqual(["like", "dislike", "like"]);
    await page.getByText("Offline").waitFor({ state: "detached" });
    await page.reload();
    await page.locator("article h1").waitFor();
    expect(await given()).toEqual(["like", "dislike", "like"]);
    expect(titles).not.toContain(await film());
  });

  test("hears words, shows how they were read, and takes parts away", async () => {
    const { page } = await openTonight();
    await page.keyboard.press("/");
    await page.keyboard.type("something scary from the 80s");
    await page.keyboard.press("Enter");
    const parts = page.getByRole("list", { name: "What you asked for" });
    await parts.getByRole("button", { name: /scary.*take away/ }).click();
    await expect.poll(() => parts.getByRole("button", { name: /scary.*take away/ }).count()).toBe(0);
    await parts.getByRole("button", { name: /198/ }).waitFor();
    await page.getByText("Said before, and more to say").click();
    await page.getByRole("button", { name: "something scary from the 80s" }).waitFor();
    await page.getByLabel("What are you in the mood for?").fill("why");
    await page.keyboard.press("Enter");
    await page
      .getByText("You: “why”")
      .or(page.locator("q", { hasText: "why" }))
      .first()
      .waitFor();
  });

  test("lists history, favourites and what is hidden, and lets a film come up again", async () => {
    const { page, film } = await openTonight();
    const seen = await film();
    await page.keyboard.press("ArrowDown");
    await expect.poll(film).not.toBe(seen);
    await page.getByRole("link", { name: "History" }).click();
    await page.getByText(/seen, \w+ \d+, \d{4}/).waitFor();
    await page.getByRole("link", { name: "Hidden" }).click();
    await page.getByRole("button", { name: `Restore ${seen}` }).click();
    await page.getByText("Nothing is hidden.").waitFor();
    await page.getByRole("link", { name: "Favourites" }).click();
    await page.getByLabel("A film you love").fill("amelie");
    await page.getByRole("button", { name: /Amelie \(2001\)/ }).click();
    await page.getByRole("button", { name: "Remove Amelie" }).click();
    await page.getByText("None yet.").waitFor();
    await page.goBack();
    expect(await page.locator("h1").innerText()).toBe("Hidden");
  });

  test("keeps films for later by a key, lists them with posters, and takes them off without a network too", async () => {
    const { page, film, sent } = await openTonight();
    const kept = [await film()];
    await page.keyboard.press("l");
    await expect.poll(film).not.toBe(kept[0]);
    await page.keyboard.press("l");
    const answers = () => sent.filter(({ path }) => path.startsWith("/people/me/answers/")).length;
    await expect.poll(answers).toBe(2);
    await page.keyboard.press("Backspace"); // the second is taken back
    await expect.poll(answers).toBe(3);
    await page.getByRole("link", { name: "Later" }).click();
    await page.getByLabel("A film to watch later").fill("amelie");
    await page.getByRole("button", { name: /Keep for later: Amelie \(2001\)/ }).click();
    const rows = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Take off/ }) });
    await expect.poll(() => rows.count()).toBe(2);
    await expect.poll(() => page.evaluate("document.querySelector('main li img').naturalWidth")).toBe(600);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: `Take off ${kept[0]}` }).click();
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByText("Offline. One answer waits until the network is back.").waitFor();
    await page.context().setOffline(false);
    const log = async () =>
      (await exported(page)).log.map(({ kind, isOn }) => `${kind} ${isOn ?? ""}`.trim());
    await expect
      .poll(log)
      .toEqual(["listing true", "listing true", "retraction", "listing true", "listing false"]);
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining("Amelie")]);
    await page.getByRole("button", { name: "One of them tonight" }).click();
    await expect.poll(film).toBe("Amelie");
    await page.getByRole("list", { name: "What you asked for" }).getByText("from your list").waitFor();
  });

  test("draws the taste, exports everything and forgets everything, after asking once", async () => {
    const { page, film } = await openTonight();
    const before = await film();
    await page.keyboard.press("y");
    await expect.poll(film).not.toBe(before);
    await page.getByText("Noted").waitFor();
    await page.getByRole("link", { name: "You" }).click();
    await page.getByRole("img", { name: /^Genres: .*Thriller, 1 liked, 0 not/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export everything" }).click(),
    ]);
    const { log } = JSON.parse(readFileSync((await download.path())!, "utf8"));
    expect(log).toMatchObject([{ verdict: "like" }]);
    await page.getByRole("button", { name: "Forget me" }).click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("button", { name: "Forget me" }).click();
    await page.getByRole("button", { name: "Delete everything" }).click();
    await page.getByRole("button", { name: "Skip, and start" }).waitFor();
    expect(await page.evaluate("localStorage.getItem('matinee.given')")).toBe("[]");
  });

  test("lays several films side by side as posters, and shows the one that is picked, after a reload too", async () => {
    const { page, film } = await openTonight();
    await page.getByLabel("What are you in the mood for?").fill("show me 3 comedies");
    await page.keyboard.press("Enter");
    const picks = page.getByRole("button", { name: /^\d\. .*\(\d{4}\)$/ });
    await expect.poll(() => picks.count()).toBe(3);
    await expect.poll(() => page.evaluate("document.querySelector('li button img').naturalWidth")).toBe(600);
    await page.reload();
    const second = page.getByRole("button", { name: /Notting Hill|Amelie|Love Actually/ }).nth(1);
    const title = (await second.innerText()).replace(/^\d\. /, "");
    await second.click();
    await expect.poll(film).toBe(title.replace(/ \(\d{4}\)$/, ""));
  });

  test("takes posters from TMDB where it has a key, says so, and draws those that TMDB lacks or nobody lets through", async () => {
    const details: FilmDetailsSource = {
      posterOf: async ({ title }) =>
        title === "Alien" ? { url: "https://image.tmdb.org/t/p/w780/alien.jpg", width: 780 } : undefined,
      detailsOf: async () => undefined,
    };
    const { page, film, sent } = await openTonight({}, { details });
    const widthInFront = () => page.evaluate("document.querySelector('[data-film] img').naturalWidth");
    await page.getByRole("img", { name: /^Poster of .* \(\d{4}\)$/ }).waitFor();
    while ((await film()) !== "Alien") {
      await expect.poll(widthInFront).toBe(600);
      const before = await film();
      await page.keyboard.press("s");
      await expect.poll(film).not.toBe(before);
    }
    const asked = () => sent.filter(({ path }) => path === "/t/p/w780/alien.jpg").length;
    await expect.poll(asked).toBeGreaterThan(0);
    await expect.poll(widthInFront, { message: "TMDB is out of reach here" }).toBe(600);
    const drawn = sent.map(({ path }) => path).filter((path) => path.endsWith("/poster.svg"));
    expect([...new Set(drawn)], "beforehand, and once more if shown before it is there").toEqual([
      "/films/tt0000000/poster.svg",
    ]);
    await page.getByRole("link", { name: "You" }).click();
    await page.getByText(TMDB_NOTICE).waitFor();
  });

  test("makes two browsers one person by a code", async () => {
    const { page, film, web } = await openTonight();
    const loved = await film();
    await page.keyboard.press("y");
    await expect.poll(film).not.toBe(loved);
    await page.getByRole("link", { name: "You" }).click();
    await page.getByRole("button", { name: "Get a code" }).click();
    const told = await page.getByText(/Your code is [A-Z]{6}\./).innerText();
    const code = /[A-Z]{6}/.exec(told)![0];
    const other = await (await page.context().browser()!.newContext()).newPage();
    await other.goto(`${web.address}/profile`);
    await other.getByLabel("A code from another chat").fill(code.toLowerCase());
    await other.getByRole("button", { name: "Link", exact: true }).click();
    await other.getByRole("link", { name: "History" }).click();
    await expect.poll(() => other.getByText("liked").count()).toBe(1);
    expect(await other.getByRole("listitem").first().innerText()).toContain(loved);
    await other.context().close();
  });

  test("leaves single keys alone for those who want it so", async () => {
    const { page, film } = await openTonight();
    const before = await film();
    await page.getByRole("link", { name: "You" }).click();
    await page.getByRole("checkbox", { name: /Answer by single keys/ }).uncheck();
    await page.getByRole("link", { name: "Tonight" }).click();
    await page.keyboard.press("y");
    await page.getByRole("button", { name: "More about it" }).click();
    expect(await film()).toBe(before);
  });

  test("opens without a network once it was open, with the card that was in front", async () => {
    const { page, film } = await openTonight();
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await page.reload();
    await page.waitForLoadState("networkidle");
    const title = await film();
    await page.context().setOffline(true);
    await page.reload();
    await expect.poll(film).toBe(title);
    await page.getByText("Offline.").waitFor();
  });
});
