/** What the page weighs, and what it waits for. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hasChromium, IN_CHROMIUM, openPage, openTonight } from "./testing/open-page.ts";

const BUILT = fileURLToPath(new URL("./page/", import.meta.url));
const MOST_BYTES = 200_000;

describe("the page as built", () => {
  const files = readdirSync(BUILT, { recursive: true, encoding: "utf8" });
  const bytesOf = (name: string) => readFileSync(join(BUILT, name));

  /** A page and all that it names, and what that names in turn. */
  const reachedFrom = (name: string): Set<string> => {
    const reached = new Set<string>();
    const waiting = [name];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (reached.has(at)) continue;
      reached.add(at);
      if (!/\.(html|js|css)$/.test(at)) continue;
      const text = bytesOf(at).toString();
      waiting.push(...files.filter((file) => file.includes("assets/") && text.includes(basename(file))));
    }
    return reached;
  };

  test("is less than 200 kB as sent, its type included, without what is for whoever runs it", () => {
    const sent = [...reachedFrom("index.html"), "sw.js", "manifest.webmanifest", "icon.svg"];
    const texts = sent.filter((name) => /\.(html|js|css|svg|webmanifest)$/.test(name));
    const fonts = sent.filter((name) => name.endsWith(".woff2"));
    expect(texts.length).toBeGreaterThan(3);
    expect(fonts.length).toBeGreaterThan(2);
    expect(sent.filter((name) => /operate/.test(name))).toEqual([]);
    const bytes = [
      ...texts.map((name) => gzipSync(bytesOf(name)).length),
      ...fonts.map((name) => bytesOf(name).length),
    ];
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_BYTES);
  });

  test("has nothing inline, and names nothing from elsewhere", () => {
    for (const page of ["index.html", "operate.html"]) {
      const html = bytesOf(page).toString();
      expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)| on\w+=/);
      expect(html).not.toMatch(/(?:src|href)="(?!\/)/);
    }
  });

  test("can be installed", () => {
    const manifest = JSON.parse(bytesOf("manifest.webmanifest").toString());
    expect(manifest).toMatchObject({ name: "Matinee", display: "standalone", start_url: "/" });
    for (const { src, sizes } of manifest.icons) {
      const icon = bytesOf(src.slice(1));
      if (src.endsWith(".png")) expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});

describe.skipIf(!hasChromium)(IN_CHROMIUM, () => {
  test("paints before any answer of the server, and is whole after one", async () => {
    const { page, web } = await openTonight();
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    const asked: string[] = [];
    await page.context().route("**/people**", async (route) => {
      asked.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`);
      await held;
      await route.continue();
    });
    await page.evaluate("localStorage.clear()");
    await page.goto(`${web.address}/`);
    await page.getByText("The lights go down").waitFor();
    expect(asked).toEqual(["POST /people"]);
    letThrough();
    await page.locator("article h1").waitFor();
  });

  test("comes in few requests and small, compressed by the server", async () => {
    const { page, web } = await openPage();
    await page.waitForLoadState("networkidle");
    const own = await page.evaluate<readonly { readonly name: string; readonly transferSize: number }[]>(
      "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/')).map(({ name, transferSize }) => ({ name, transferSize }))",
    );
    expect(own.length).toBeLessThanOrEqual(8);
    expect(own.reduce((sum, { transferSize }) => sum + transferSize, 0)).toBeLessThan(MOST_BYTES);
    const script = own.find(({ name }) => name.endsWith(".js"))!;
    const response = await fetch(script.name, { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(script.name.startsWith(web.address)).toBe(true);
  });

  test("is a page with a worker and a manifest by which it can be installed", async () => {
    const { page } = await openPage();
    const client = await page.context().newCDPSession(page);
    const { errors, data } = await client.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    expect(JSON.parse(data!).name).toBe("Matinee");
    expect(
      await page.evaluate("navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)"),
    ).toMatch(/\/sw\.js$/);
  });
});
