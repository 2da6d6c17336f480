import type { Page } from "playwright-core";

export interface Exported {
  readonly log: readonly { readonly kind: string; readonly verdict: string; readonly isOn?: boolean }[];
}

/** Everything that the server keeps. */
export const exported = (page: Page): Promise<Exported> =>
  page.evaluate("fetch('/people/me/export').then((response) => response.json())");
