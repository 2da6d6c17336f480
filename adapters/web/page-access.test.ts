/** The page for everybody: any width, any light, any senses, any hands. */
import { describe, expect, test } from "vitest";
import { smallTargets, violations, WIDTHS } from "./testing/axe.ts";
import { hasChromium, IN_CHROMIUM, openPage, openTonight } from "./testing/open-page.ts";

const PLACES = ["Tonight", "Later", "Favourites", "History", "Hidden", "You"];

/** A page on which everything has something in it. */
async function openLivedIn(colorScheme: "light" | "dark") {
  const opened = await openTonight({ colorScheme });
  const { page, film } = opened;
  for (const key of ["y", "n", "ArrowDown"]) {
    const before = await film();
    await page.keyboard.press(key);
    await expect.poll(film).not.toBe(before);
  }
  await page.getByLabel("What are you in the mood for?").fill("something funny from the 90s");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "What you asked for" }).waitFor();
  await page.getByRole("button", { name: "More about it" }).click();
  return opened;
}

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test.each(["light", "dark"] as const)(
    "has nothing that axe complains of, at any width, in %s",
    async (scheme) => {
      const { page } = await openLivedIn(scheme);
      for (const place of PLACES) {
        await page.getByRole("navigation").getByRole("link", { name: place }).click();
        await page.waitForLoadState("networkidle");
        for (const [width, height] of WIDTHS) {
          await page.setViewportSize({ width, height });
          expect(await violations(page), `${place} at ${width}`).toEqual([]);
        }
      }
    },
  );

  test("has nothing that axe complains of before the first suggestion, and in the question before all is deleted", async () => {
    const { page } = await openPage();
    await page.getByLabel("A film you love").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "You" }).click();
    await page.getByRole("button", { name: "Forget me" }).click();
    expect(await violations(page)).toEqual([]);
  });

  test("is as wide as the window and no wider, with targets of 44 pixels", async () => {
    const { page } = await openLivedIn("light");
    for (const [width, height] of WIDTHS) {
      await page.setViewportSize({ width, height });
      for (const place of PLACES) {
        await page.getByRole("navigation").getByRole("link", { name: place }).click();
        await page.waitForLoadState("networkidle");
        expect(await page.evaluate("document.documentElement.scrollWidth"), place).toBeLessThanOrEqual(width);
        const small = await smallTargets(page);
        expect(small, `${place} at ${width}`).toEqual([]);
      }
    }
  });

  test("shows poster and title at once on a phone, whole, with the answers below them", async () => {
    const { page } = await openTonight({ viewport: { width: 360, height: 740 } });
    const poster = (await page.locator("[data-film] img").first().boundingBox())!;
    expect(poster.height / poster.width).toBeCloseTo(1.5, 1);
    const title = (await page.locator("article h1").boundingBox())!;
    const like = (await page.getByRole("button", { name: "Like", exact: true }).boundingBox())!;
    expect(poster.y + poster.height).toBeLessThan(title.y);
    expect(title.y + title.height).toBeLessThan(like.y);
    expect(like.y + like.height).toBeLessThanOrEqual(740);
  });

  test("moves nothing for those who want nothing moved, and cards for the others", async () => {
    const moving = async (reducedMotion: "reduce" | "no-preference") => {
      const { page, film } = await openTonight({ reducedMotion });
      const before = await film();
      await page.evaluate("addEventListener('animationstart', () => { document.title += ' moved' }, true)");
      await page.keyboard.press("y");
      await expect.poll(film).not.toBe(before);
      await page.waitForLoadState("networkidle");
      return page.title();
    };
    expect(await moving("reduce")).not.toContain("moved");
    expect(await moving("no-preference")).toContain("moved");
  });

  test("can be walked through by Tab alone, and the focus is always seen", async () => {
    const { page } = await openTonight();
    await page.reload();
    await page.locator("article h1").waitFor();
    const seen: string[] = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      const [name, outline] = await page.evaluate<[string, string]>(
        "[document.activeElement.innerText || document.activeElement.id, getComputedStyle(document.activeElement).outlineStyle]",
      );
      if (await page.evaluate("document.activeElement === document.body")) break;
      expect(outline, name).not.toBe("none");
      seen.push(name.trim());
    }
    for (const wanted of ["To the film", "Matinee", "History", "Dislike", "Like", "say"])
      expect(seen).toContain(wanted);
    await page.keyboard.press("Escape");
  });
});
