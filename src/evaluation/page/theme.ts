/** How charts look: one colour for the product, greys for what it is compared with. */
import { PRODUCT } from "../report.ts";

export const INK = "#1f2933";
export const MUTED = "#64748b";
export const RULE = "#e2e8f0";
export const ACCENT = "#c2410c";
const OTHER = "#64748b";

export const FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif";

export const colourOf = (name: string): string => (name === PRODUCT ? ACCENT : OTHER);

/** Widths in pixels that every chart is drawn for: a desktop's page, and a phone's. */
export const WIDE = 1080;
export const NARROW = 352;

export const isNarrow = (width: number): boolean => width < 600;
