/** For tests: the built page over a real server, in Debian's Chromium. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, expect, onTestFinished } from "vitest";
import type { WebOptions } from "../web.ts";
import { type OpenedWeb, openWeb } from "./open-web.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const PAGE = fileURLToPath(new URL("../page/", import.meta.url));
/** A machine may be busy. */
const PATIENCE_MS = 150_000;
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing but this machine is reached
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Where there is none, the tests of the page are skipped, and say so. */
export const hasChromium = existsSync(CHROMIUM);
export const IN_CHROMIUM = hasChromium ? "the page" : `the page (skipped: there is no ${CHROMIUM})`;

let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

export interface OpenedPage extends OpenedWeb {
  readonly page: Page;
  /** What the page sent to the server, by method and path. */
  readonly sent: readonly { readonly method: string; readonly path: string }[];
  /** The title of the film in front. */
  film(): Promise<string>;
}

export async function openPage(
  context: BrowserContextOptions = {},
  options: Partial<WebOptions> = {},
  path = "",
): Promise<OpenedPage> {
  const opened = await openWeb({ page: PAGE, ...options });
  browser ??= chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGUMENTS });
  const tab = await (await browser).newContext({ reducedMotion: "reduce", ...context });
  onTestFinished(() => tab.close());
  tab.setDefaultTimeout(PATIENCE_MS);
  const page = await tab.newPage();
  const wrong: string[] = [];
  page.on("pageerror", ({ message }) => wrong.push(message));
  page.on("console", (said) => {
    // The network is taken away on purpose, and answers like 401 are told by the browser itself
    if (said.type() === "error" && !/Failed to load resource|net::ERR/.test(said.text()))
      wrong.push(said.text());
  });
  onTestFinished(() => expect(wrong, "what the browser complained of").toEqual([]));
  const sent: { method: string; path: string }[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    sent.push({ method: request.method(), path: pathname });
  });
  await page.goto(`${opened.web.address}${path}`);
  return { ...opened, page, sent, film: () => page.locator("article h1").innerText() };
}

/** A page with a first suggestion in front. */
export async function openTonight(
  context: BrowserContextOptions = {},
  options: Partial<WebOptions> = {},
): Promise<OpenedPage> {
  const opened = await openPage(context, options);
  await opened.page.getByRole("button", { name: "Skip, and start" }).click();
  await opened.page.locator("article h1").waitFor();
  return opened;
}
