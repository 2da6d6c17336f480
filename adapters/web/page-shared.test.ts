/** Showing others something by a link, pressed as people press it; and what the others see, with any eyes and at any width. */
import { describe, expect, test } from "vitest";
import { smallTargets, violations, WIDTHS } from "./testing/axe.ts";
import { hasChromium, IN_CHROMIUM, openTonight } from "./testing/open-page.ts";

/** Somebody who keeps a film for later, before their list. */
async function openLater(colorScheme: "light" | "dark" = "light") {
  const opened = await openTonight({ colorScheme });
  const { page, film } = opened;
  const kept = await film();
  await page.keyboard.press("l");
  await expect.poll(film).not.toBe(kept);
  await page.getByRole("link", { name: "Later" }).click();
  await page.getByRole("button", { name: "As a link" }).click();
  const link = page.getByRole("link", { name: "/shared/" });
  return { ...opened, kept, address: (await link.getAttribute("href"))! };
}

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test("makes a link that others open without an account, and withdraws it", async () => {
    const { page, kept, address } = await openLater();
    await page.getByText("Shared by a link since").waitFor();
    const other = await page.context().browser()!.newContext({ javaScriptEnabled: false });
    const stranger = await other.newPage();
    expect((await stranger.goto(address))!.status()).toBe(200);
    await stranger.getByRole("heading", { name: kept }).waitFor();
    expect(await other.cookies()).toEqual([]);
    await page.getByRole("button", { name: "Stop sharing" }).click();
    await page.getByText("Shared by a link since").waitFor({ state: "detached" });
    expect((await stranger.goto(address))!.status()).toBe(404);
    await stranger.getByRole("heading", { name: "Nothing is shared here" }).waitFor();
    await other.close();
  });

  test.each(["light", "dark"] as const)(
    "has nothing that axe complains of in what is shared and how, at any width, in %s",
    async (scheme) => {
      const { page, address } = await openLater(scheme);
      await page.getByText("Shared by a link since").waitFor();
      for (const place of ["", address, `${address}0`]) {
        if (place !== "") await page.goto(place);
        for (const [width, height] of WIDTHS) {
          await page.setViewportSize({ width, height });
          expect(await violations(page), `${place} at ${width}`).toEqual([]);
          expect(await smallTargets(page), `${place} at ${width}`).toEqual([]);
          const wide = await page.evaluate("document.documentElement.scrollWidth");
          expect(wide, `${place} at ${width}`).toBeLessThanOrEqual(width);
        }
      }
    },
  );
});
