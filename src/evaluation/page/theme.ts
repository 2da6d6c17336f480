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

/** Of a page with charts on it. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #f8fafc; color: ${INK}; font: 16px/1.55 ${FONT}; }
main { max-width: ${WIDE}px; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.35rem; margin: 0 0 .5rem; }
p, ul { max-width: 46rem; }
section { margin-top: 2.75rem; }
li { margin: .4rem 0; }
figure { margin: 1.25rem 0; }
figcaption { color: ${MUTED}; margin-bottom: .5rem; max-width: 46rem; font-size: .95rem; }
figure svg { display: block; border: 1px solid ${RULE}; border-radius: 8px; box-sizing: border-box; max-width: 100%; height: auto; }
.narrow { display: none; }
.table { overflow-x: auto; background: #fff; border: 1px solid ${RULE}; border-radius: 8px; }
table { border-collapse: separate; border-spacing: 0; font-size: .85rem; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .6rem; text-align: right; white-space: nowrap; border-top: 1px solid ${RULE}; }
thead th { border-top: 0; color: ${MUTED}; font-weight: 600; }
th:first-child { text-align: left; position: sticky; left: 0; background: #fff; font-weight: 500; }
.product th, .product td { color: ${ACCENT}; font-weight: 700; background: #fff7ed; }
small { color: ${MUTED}; font-weight: 400; }
i { font-style: normal; }
.ahead { color: #b91c1c; } .level { color: ${MUTED}; } .behind { color: #15803d; }
@media (max-width: 700px) {
  main { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .wide { display: none; }
  .narrow { display: block; }
}
`;
