/** The page under fingers: touch events as the browser has them from a screen, not mouse events that stand in for them. */
import type { CDPSession, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { exported } from "./testing/exported.ts";
import { hasChromium, IN_CHROMIUM, openTonight } from "./testing/open-page.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Finger {
  down(...points: readonly Point[]): Promise<void>;
  move(...points: readonly Point[]): Promise<void>;
  up(): Promise<void>;
  /** The system takes the touch away, as for a call that comes in. */
  cancel(): Promise<void>;
}

async function fingerOn(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (
    type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel",
    points: readonly Point[] = [],
  ) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });
  return {
    down: async (...points) => void (await send("touchStart", points)),
    move: async (...points) => void (await send("touchMove", points)),
    up: async () => void (await send("touchEnd")),
    cancel: async () => void (await send("touchCancel")),
  };
}

async function openUnderFinger() {
  const opened = await openTonight(PHONE);
  const { page } = opened;
  const box = (await page.locator("[data-film] img").first().boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const finger = await fingerOn(page);
  const swipe = async (x: number, y: number) => {
    await finger.down(middle);
    for (let step = 1; step <= 6; step++)
      await finger.move({ x: middle.x + (x * step) / 6, y: middle.y + (y * step) / 6 });
    await finger.up();
  };
  const answers = async () => (await exported(page)).log.map(({ verdict }) => verdict);
  const hasMoved = async () =>
    (await page.locator("[data-film]").first().getAttribute("style"))?.includes("translate") ?? false;
  return { ...opened, middle, finger, swipe, answers, hasMoved };
}

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test.each([
    ["right", 160, 0, "like"],
    ["left", -160, 0, "dislike"],
    ["up", 0, -200, "skip"],
    ["down", 0, 200, "seen"],
  ])("is swiped %s by a finger, and neither scrolls nor is pulled to reload", async (_, x, y, answer) => {
    const { film, swipe, answers, page } = await openUnderFinger();
    const before = await film();
    await swipe(x, y);
    await expect.poll(film).not.toBe(before);
    await expect.poll(answers).toEqual([answer]);
    expect(await page.evaluate("[scrollX, scrollY]")).toEqual([0, 0]);
  });

  test("follows the finger, and answers nothing where the system takes the touch away", async () => {
    const { film, middle, finger, answers, hasMoved } = await openUnderFinger();
    const before = await film();
    await finger.down(middle);
    await finger.move({ x: middle.x + 20, y: middle.y });
    await finger.move({ x: middle.x + 140, y: middle.y });
    await expect.poll(hasMoved).toBe(true);
    await finger.cancel();
    await expect.poll(hasMoved).toBe(false);
    expect(await film()).toBe(before);
    expect(await answers()).toEqual([]);
  });

  test("takes a second finger for no answer: whoever pinches looks closer", async () => {
    const { film, middle, finger, answers, hasMoved } = await openUnderFinger();
    const before = await film();
    await finger.down(middle);
    await finger.move({ x: middle.x + 10, y: middle.y });
    const apart = (by: number) => [
      { x: middle.x + by, y: middle.y },
      { x: middle.x - by, y: middle.y },
    ];
    await finger.down(...apart(20));
    for (const by of [60, 100, 140]) await finger.move(...apart(by));
    await finger.up();
    await expect.poll(hasMoved).toBe(false);
    expect(await film()).toBe(before);
    expect(await answers()).toEqual([]);
  });

  test("takes a tap on a button for one answer, and a tap on the poster for none", async () => {
    const { film, middle, finger, answers, page } = await openUnderFinger();
    const before = await film();
    await finger.down(middle);
    await finger.up();
    expect(await film()).toBe(before);
    const like = (await page.getByRole("button", { name: "Like", exact: true }).boundingBox())!;
    await finger.down({ x: like.x + like.width / 2, y: like.y + like.height / 2 });
    await finger.up();
    await expect.poll(film).not.toBe(before);
    await expect.poll(answers).toEqual(["like"]);
  });

  test("scrolls where the finger is beside the poster", async () => {
    const { page, finger, answers, film } = await openUnderFinger();
    await page.setViewportSize({ width: 360, height: 420 });
    const before = await film();
    const title = (await page.locator("article h1").boundingBox())!;
    const from = { x: title.x + 20, y: Math.min(title.y + 5, 400) };
    await finger.down(from);
    for (let step = 1; step <= 6; step++) await finger.move({ x: from.x, y: from.y - step * 30 });
    await finger.up();
    await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(0);
    expect(await film()).toBe(before);
    expect(await answers()).toEqual([]);
  });
});
