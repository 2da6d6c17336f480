/** Two people with the page, who find a film together. */
import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { describe, expect, test } from "vitest";
import { violations } from "./testing/axe.ts";
import { hasChromium, IN_CHROMIUM, openPage } from "./testing/open-page.ts";

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const named = async (page: Page, name: string, button: string) => {
  await page.getByLabel("What the others call you").fill(name);
  await press(page, button);
};

/** Somebody else, at the same address. */
async function another(page: Page): Promise<Page> {
  const context = await page.context().browser()!.newContext({ reducedMotion: "reduce" });
  const other = await context.newPage();
  await other.goto(page.url());
  return other;
}

async function bothIn() {
  const { page: ada } = await openPage({}, {}, "/together");
  await named(ada, "Ada", "Begin");
  await ada.waitForURL(/\/together\/[\w-]{10}$/);
  const ben = await another(ada);
  await named(ben, "Ben", "Join");
  await expect.poll(() => ada.locator("[data-members]").innerText()).toBe("In: Ada, Ben.");
  return { ada, ben };
}

const PIXELS_OF = (png: string) => `(async () => {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob("${png}"), (one) => one.charCodeAt(0))]));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  context.drawImage(picture, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, picture.width, picture.height);
  return { width, height, data: [...data] };
})()`;

/** What a camera reads of the page. */
async function readByCamera(page: Page): Promise<string> {
  const seen = await page.getByRole("img", { name: /for their cameras/ }).screenshot();
  const pixels = await page.evaluate<{ width: number; height: number; data: number[] }>(
    PIXELS_OF(seen.toString("base64")),
  );
  return decodeQR({ ...pixels, data: Uint8Array.from(pixels.data) });
}

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test("brings in whoever opens the link, keeps votes apart, and shows both the film with its poster", async () => {
    const { ada, ben } = await bothIn();
    expect(await readByCamera(ada)).toBe(ada.url());
    await ada.getByLabel("It must be").fill("no thrillers");
    await ada.keyboard.press("Enter");
    await ben.getByText("not Thriller").first().waitFor();
    await ben.getByLabel("It must be").fill("from the 1920s");
    await ben.keyboard.press("Enter");
    await ada.getByText("1920").first().waitFor();
    await press(ada, "All are in: start");
    await ada.getByText("No film is left").waitFor();
    await ben.getByLabel("It must be").fill("drop the years");
    await ben.keyboard.press("Enter");
    await ada.getByText("It must be: not Thriller.").waitFor();
    expect(await violations(ada)).toEqual([]);
    await press(ada, "All are in: start");
    await ben.getByRole("heading", { name: "Tonight's short list" }).waitFor();
    await press(ada, /I would watch it/);
    await expect.poll(() => ada.locator("[aria-pressed=true]").count()).toBe(1);
    expect(await ben.locator("[aria-pressed=true]").count()).toBe(0);
    expect(await violations(ada)).toEqual([]);
    await press(ada, "I am ready");
    await ben.getByText("Ready: 1 of 2.").waitFor();
    await press(ben, "I am ready");
    for (const page of [ada, ben]) {
      await page.getByRole("heading", { name: /^Tonight: / }).waitFor();
      await page.locator("main img").waitFor();
    }
    await ben.context().close();
  });

  test("lets two compare their tastes, once both want it, and swipe for a match", async () => {
    const { ada, ben } = await bothIn();
    await press(ada, "Compare our tastes");
    await ada.getByText("once the other says it too").waitFor();
    expect(await ada.getByText("For both of you: ").count()).toBe(0);
    await press(ben, "Compare our tastes");
    for (const page of [ada, ben]) await page.getByText("For both of you: ").waitFor();
    await press(ben, "Swipe for a match");
    for (const page of [ada, ben]) await page.getByRole("heading", { name: /^A match/ }).waitFor();
    await press(ada, "Not this one");
    await press(ada, "I would watch it");
    await press(ben, "Not this one");
    await press(ben, "I would watch it");
    for (const page of [ada, ben]) await page.getByText("It is a match").waitFor();
    await ben.context().close();
  });
});
