/** The page for whoever runs Matinee, in a real browser. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/store/figures.ts";
import { smallTargets, violations, WIDTHS } from "./testing/axe.ts";
import { hasChromium, IN_CHROMIUM, type OpenedPage, openPage } from "./testing/open-page.ts";

const DAY_MS = 86_400_000;
const today = dayOf(Date.now());
const yesterday = dayOf(Date.now() - DAY_MS);

/** What two lively days come to. */
const SUMS: readonly (readonly [day: string, platform: string, what: string, count: number])[] = [
  ...[today, yesterday].flatMap(
    (day) =>
      [
        [day, "discord", "people", 12],
        [day, "discord", "suggestions", 60],
        [day, "discord", "like", 21],
        [day, "discord", "dislike", 9],
        [day, "web", "people", 7],
        [day, "web", "suggestions", 30],
        [day, "web", "skip", 5],
        [day, "terminal", "people", 1],
        [day, "discord", "sessions", 16],
        [day, "discord", "sessions/well", 12],
        [day, "discord", "sessions/well/within/60", 8],
        [day, "discord", "sessions/well/within/300", 4],
        ...[1, 2, 3].flatMap(
          (turn) =>
            [
              [day, "discord", `turn/${turn}/people`, 12],
              [day, "discord", `turn/${turn}/suggestions`, 16],
              [day, "discord", `turn/${turn}/like`, 4 + turn],
            ] as const,
        ),
        [day, "discord", "heard/rules", 40],
        [day, "discord", "heard/model", 9],
        [day, "discord", "heard/nothing", 3],
        [day, "discord", "model/tiny/people", 12],
        [day, "discord", "model/tiny/suggestions", 60],
        [day, "discord", "took/said/50", 50],
        [day, "discord", "took/said/700", 2],
        [day, "discord", "error/showing/50013", 2],
        [day, "web", "http/429", 3],
        [day, "", "call/answered", 9],
        [day, "", "call/timeout", 1],
        [day, "", "call/took/700", 10],
        [day, "", "tokens/prompt", 9_000],
        [day, "", "unsent/budget", 2],
      ] as const,
  ),
];

async function openOperate(context: BrowserContextOptions = {}): Promise<OpenedPage> {
  const opened = await openPage(context, {}, "/operate");
  await opened.store.tally(SUMS.map(([day, platform, what, count]) => ({ day, platform, what, count })));
  return opened;
}

async function signIn(page: Page, key: string): Promise<void> {
  await page.getByLabel("Your key").fill(key);
  await page.keyboard.press("Enter");
}

async function openSignedIn(context: BrowserContextOptions = {}): Promise<OpenedPage> {
  const opened = await openOperate(context);
  await signIn(opened.page, await opened.key("operate"));
  await opened.page.getByRole("heading", { name: "Who comes" }).waitFor();
  await opened.page.waitForLoadState("load");
  return opened;
}

const panel = (page: Page, title: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test("asks for a key once, tells what is wrong with one, and keeps it out of the address and of scripts", async () => {
    const { page, key, addKey } = await openOperate();
    const alert = page.getByRole("alert");
    await signIn(page, "matinee_wrong");
    await expect.poll(() => alert.innerText()).toContain("There is no such key");
    await signIn(page, await key("read"));
    await expect.poll(() => alert.innerText()).toContain("lacks the scope operate");
    await signIn(page, await addKey({ expiresMs: Date.UTC(2026, 0, 2) }));
    await expect.poll(() => alert.innerText()).toContain("until 2026-01-02");
    const secret = await key("operate");
    await signIn(page, secret);
    await page.getByRole("heading", { name: "Is it up?" }).waitFor();
    expect(page.url()).toMatch(/\/operate$/);
    const seen = await page.evaluate<string>(
      "document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)",
    );
    expect(seen).not.toContain("matinee_");
    await page.reload();
    await page.getByRole("heading", { name: "Is it up?" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Your key").waitFor();
    await page.reload();
    await page.getByLabel("Your key").waitFor();
    expect(await alert.count()).toBe(0);
  });

  test("says when the key was removed meanwhile", async () => {
    const { page, removeKeys } = await openSignedIn();
    await removeKeys();
    await page.getByLabel("Your key").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("was removed");
  });

  test("shows what the sums come to, each with what it means", async () => {
    const { page } = await openSignedIn();
    const became = panel(page, "What became of suggestions");
    await expect.poll(() => became.innerText()).toMatch(/Liked\s+23 %\s*18 % to 30 %, 42/);
    expect(await panel(page, "Sessions that ended well").innerText()).toMatch(/75 % of 32 sessions/);
    expect(await panel(page, "How messages were read").innerText()).toMatch(/Not understood\s+5\.8 %/);
    const failures = panel(page, "Failures");
    expect(await failures.innerText()).toMatch(/50013\s+Discord\s+showing the answer\s+4/);
    expect(await failures.innerText()).toContain("429 6 times");
    const model = panel(page, "The language model");
    expect(await model.innerText()).toMatch(/was not asked: the day's budget was used up\s+4/);
    expect(await model.innerText()).toMatch(/cost\s+no price is set/);
    expect(await panel(page, "How long turns took").innerText()).toMatch(/said something\s+104\s+4\d ms/);
    const people = panel(page, "People a day");
    await people.getByText("In numbers").click();
    expect(await people.getByRole("row").last().innerText()).toMatch(/12\s+8$/);
    for (const article of await page.getByRole("article").all())
      expect((await article.locator("p").first().innerText()).length).toBeGreaterThan(30);
  });

  test("changes by itself when something happens", async () => {
    const { page, store } = await openSignedIn();
    const failures = panel(page, "Failures");
    await failures.getByText("50013").waitFor();
    await store.tally([{ day: today, platform: "slack", what: "error/showing/channel_not_found", count: 1 }]);
    await failures.getByText("channel_not_found").waitFor();
    await page.getByText("● live").waitFor();
  });

  test("tells nothing of days with fewer than five people but that there were some", async () => {
    const { page, key, store } = await openPage({}, {}, "/operate");
    await store.tally([
      { day: today, platform: "web", what: "people", count: 4 },
      { day: today, platform: "web", what: "suggestions", count: 77 },
    ]);
    await signIn(page, await key("operate"));
    await panel(page, "People a day").getByText("One day with fewer than five people").waitFor();
    expect(await page.locator("main").innerText()).not.toContain("77");
  });

  test("draws its charts, with what they show for those who do not see them", async () => {
    const { page } = await openSignedIn();
    const charts = page.getByRole("img");
    await expect.poll(() => charts.count()).toBe(4);
    for (const chart of await charts.all()) expect(await chart.getAttribute("aria-label")).toMatch(/, as /);
    const drawn = await page.evaluate<number>(`
      [...document.querySelectorAll("canvas")].filter((each) => {
        const { data } = each.getContext("2d").getImageData(0, 0, each.width, each.height);
        return data.some((value) => value > 0);
      }).length`);
    expect(drawn).toBe(4);
  });

  test("runs the tests of understanding by a button, and keeps how they went", async () => {
    const { page } = await openSignedIn();
    const tests = panel(page, "Tests of understanding");
    await tests.getByText("They have not been run yet.").waitFor();
    await tests.getByRole("button", { name: "Test the rules" }).click();
    await tests.getByText(/\d+ passed|✓ all/).waitFor();
    expect(await tests.getByRole("button", { name: "Test the language model" }).count()).toBe(0);
    await page.reload();
    await tests
      .getByText(/passed/)
      .first()
      .waitFor();
    const failed = tests.locator("details").first();
    if ((await failed.count()) > 0) {
      await failed.locator("summary").click();
      await failed
        .getByText(/expected, /)
        .first()
        .waitFor();
    }
  });

  test.each(["light", "dark"] as const)(
    "has nothing that axe complains of, and no more than the window's width, at any width, in %s",
    async (colorScheme) => {
      const { page } = await openSignedIn({ colorScheme });
      await panel(page, "Tests of understanding").getByRole("button").click();
      await panel(page, "Tests of understanding")
        .getByText(/passed/)
        .first()
        .waitFor();
      for (const details of await page.locator("main summary").all()) await details.click();
      for (const [width, height] of WIDTHS) {
        await page.setViewportSize({ width, height });
        expect(await violations(page), `at ${width}`).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        expect(await smallTargets(page), `at ${width}`).toEqual([]);
      }
    },
  );

  test("has nothing that axe complains of where the key is asked for", async () => {
    const { page } = await openOperate({ viewport: { width: 360, height: 740 } });
    await signIn(page, "matinee_wrong");
    await page.getByRole("alert").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  });

  test("is used by keys alone, and the focus is always seen", async () => {
    const { page } = await openSignedIn();
    await page.keyboard.press("Tab");
    const seen: string[] = [];
    for (let step = 0; step < 30; step++) {
      const [name, isSeen] = await page.evaluate<[string, boolean]>(`(() => {
        const at = document.activeElement;
        if (at === document.body) return ["", true];
        const shown = at.matches("input") ? at.closest("label") : at;
        return [shown.innerText || at.getAttribute("aria-label") || at.tagName, getComputedStyle(shown).outlineStyle !== "none"];
      })()`);
      if (name === "") break;
      expect(isSeen, name).toBe(true);
      seen.push(name.trim());
      await page.keyboard.press("Tab");
    }
    for (const wanted of [
      "To the figures",
      "7 days",
      "Print",
      "Sign out",
      "Good?",
      "In numbers",
      "Test the rules",
    ])
      expect(seen.join("\n")).toContain(wanted);
    await page.getByRole("radio", { name: "7 days" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.getByRole("radio", { name: "30 days" }).isChecked()).toBe(true);
  });

  test("is printed in black on white, without what is there to be pressed", async () => {
    const { page } = await openSignedIn({ colorScheme: "dark" });
    const shade = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    expect(await shade()).not.toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ media: "print" });
    await expect.poll(shade).toBe("rgb(255, 255, 255)");
    for (const name of ["Print", "Sign out", "Test the rules"])
      expect(await page.getByRole("button", { name, includeHidden: true }).first().isVisible()).toBe(false);
    expect(await page.getByRole("heading", { name: "Is it good?" }).isVisible()).toBe(true);
  });
});

describe.skipIf(!hasChromium)(`${IN_CHROMIUM}: its worker`, () => {
  test("leaves the operator's page alone", async () => {
    const { page, web } = await openPage();
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await page.goto(`${web.address}/operate`);
    await page.getByLabel("Your key").waitFor();
    expect(await page.title()).toBe("Running Matinee");
  });
});
