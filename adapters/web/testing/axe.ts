/** For tests: what axe has against a page, by the rules of WCAG 2.2 AA and good practice. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe}; undefined`);
  const found = await page.evaluate<readonly Violation[]>(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
}

/** A phone, a tablet and a desk, in pixels. */
export const WIDTHS = [
  [360, 740],
  [768, 1024],
  [1440, 900],
] as const;

/** What is to be pressed and smaller than 44 pixels. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll("button, a, input:not([type=checkbox]), summary, label:has(input)")]
      .filter((each) => !each.closest(".sr-only, dialog:not([open])") && each.checkVisibility() && !each.matches(".sr-only"))
      .filter((each) => { const { width, height } = each.getBoundingClientRect(); return Math.min(width, height) < 43.5 && width > 1; })
      .map((each) => each.outerHTML.slice(0, 120))`);
