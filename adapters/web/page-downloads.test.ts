/** What the page hands over to be kept, pressed as people press it. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasChromium, IN_CHROMIUM, openTonight } from "./testing/open-page.ts";

/** The file that comes of a press. */
async function saved(
  page: Page,
  pressed: Locator,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), pressed.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of a PNG, in pixels. */
const widthOf = (png: Buffer): number => png.readUInt32BE(16);

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test("what one has said comes as JSON and as two other services have it, and what one loves as a picture", async () => {
    const { page, film } = await openTonight();
    const liked = await film();
    await page.keyboard.press("y");
    await expect.poll(film).not.toBe(liked);
    await page.getByText("Noted").waitFor();
    await page.getByRole("link", { name: "You" }).click();
    const link = (name: string) => page.getByRole("link", { name });

    const all = await saved(page, link("Export everything"));
    expect(all.name).toBe("matinee-export.json");
    expect(JSON.parse(all.bytes.toString())).toMatchObject({
      format: "matinee-export",
      log: [{ verdict: "like" }],
    });
    for (const [name, file, header] of [
      ["For Letterboxd", "matinee-letterboxd.csv", "imdbID,tmdbID,Title,Year,"],
      ["As IMDb has it", "matinee-imdb.csv", "Const,Your Rating,"],
    ] as const) {
      const table = await saved(page, link(name));
      expect(table.name).toBe(file);
      const [first, ...rows] = table.bytes.toString().trim().split("\n");
      expect(first).toMatch(new RegExp(`^${header}`));
      expect(rows).toEqual([expect.stringContaining(liked)]);
    }
    const picture = await saved(page, link("What you love, as a picture"));
    expect(picture.name).toBe("films-that-i-love.png");
    expect(picture.bytes.subarray(0, PNG.length)).toEqual(PNG);
    expect(widthOf(picture.bytes)).toBe(1_200);
  });

  test("what one keeps for later comes as a picture", async () => {
    const { page, film } = await openTonight();
    const kept = await film();
    await page.keyboard.press("l");
    await expect.poll(film).not.toBe(kept);
    await page.getByRole("link", { name: "Later" }).click();
    await page.getByRole("button", { name: `Take off ${kept}` }).waitFor();
    const picture = await saved(page, page.getByRole("link", { name: "As a picture" }));
    expect(picture.name).toBe("films-to-watch.png");
    expect(picture.bytes.subarray(0, PNG.length)).toEqual(PNG);
  });

  test("what was brought along and is no film known here comes as a table, which can be brought again", async () => {
    const { page } = await openTonight();
    await page.getByRole("link", { name: "You" }).first().click();
    const bring = (name: string, buffer: Buffer) =>
      page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "text/csv", buffer });
    await bring("ratings.csv", Buffer.from("title,year,rating\nAlien,1979,5\nAmelei,2001,3\n"));
    await page.getByText("1 film: 1 with stars.").waitFor();
    const table = await saved(page, page.getByRole("button", { name: "Save matinee-left-out.csv" }));
    expect(table.name).toBe("matinee-left-out.csv");
    expect(table.bytes.toString()).toContain("Amelei,2001");
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByText("Noted: 1 film. Undo takes all of it back.").waitFor();
    await bring("matinee-left-out.csv", Buffer.from(table.bytes.toString().replace("Amelei", "Amelie")));
    await page.getByText("1 film: 1 with stars.").last().waitFor();
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByText("Noted: 1 film. Undo takes all of it back.").last().waitFor();
  });
});
