import { expect, test } from "vitest";
import { PRODUCT } from "../report.ts";
import { ranking, ratings, sessions } from "../testing/comparisons.ts";
import { answersChart } from "./answers-chart.ts";
import { mapChart } from "./map-chart.ts";
import { page } from "./page.ts";
import { popularityChart } from "./popularity-chart.ts";
import { qualityChart } from "./quality-chart.ts";
import { standingsOf } from "./standings.ts";
import { htmlTable, markdownTable } from "./table.ts";
import { NARROW, WIDE } from "./theme.ts";
import { viewOf } from "./view.ts";

const map = Array.from({ length: 30 }, (_, at) => ({
  movie: {
    id: `m${at}`,
    title: `Movie <${at}>`,
    alternativeTitles: [],
    genres: at % 2 === 0 ? ["Drama"] : [],
    ratingCount: 100 - at,
    meanStars: 4,
  },
  x: Math.cos(at),
  y: Math.sin(at),
}));
const html = page({ comparisons: [sessions, ranking, ratings], map });

test("the page holds a table with every row of every comparison", () => {
  for (const comparison of [sessions, ranking, ratings]) {
    const view = viewOf(comparison);
    expect(html).toContain(htmlTable(view));
    for (const { name } of comparison.rows) expect(htmlTable(view)).toContain(`<th scope="row">${name}</th>`);
  }
});

test("the page asks for nothing from elsewhere and runs nothing", () => {
  expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|\son\w+=/i);
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"|https?:\/\/[^"'\s<)]+/g)].map(([all]) => all);
  expect(new Set(addresses)).toEqual(new Set(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]));
});

test.each([WIDE, NARROW])("every chart of %i pixels has every name, and is well formed", (width) => {
  const names = sessions.rows.map(({ name }) => name);
  for (const svg of [
    qualityChart(viewOf(sessions), width),
    answersChart(sessions, width),
    popularityChart(sessions, width),
  ]) {
    for (const name of names) expect(svg).toContain(`>${name}</text>`);
    expect(svg).toMatch(new RegExp(`^<svg font-family="[^"]+" width="${width}"[\\s\\S]*</svg>$`));
    expect(svg).not.toMatch(/NaN|undefined/);
  }
});

test("the map names the best known movies, as text and not as markup", () => {
  const svg = mapChart(map, WIDE);
  expect(svg).toContain(">Movie &lt;0&gt;</text>");
  expect(svg).not.toContain("<0>");
  expect(mapChart(map, NARROW).match(/>Movie /g)!.length).toBeLessThan(svg.match(/>Movie /g)!.length);
});

test("rows are ordered by the first column, and stand to the product as its lead over them says", () => {
  const { rows } = viewOf(ranking);
  expect(rows.map(({ name }) => name)).toEqual(["EASE", PRODUCT, "item-item", "popularity"]);
  expect(rows.map(({ figures }) => figures[0]!.standing)).toEqual(["ahead", undefined, "level", "behind"]);
  expect(viewOf(ratings).rows.map(({ name }) => name)).toEqual(["SVD++", "baseline"]);
});

test("where the product does not lead is said in a sentence", () => {
  expect(standingsOf(viewOf(sessions))).toBe(
    "Sessions, toy: level with item-item, ahead of the rest on NDCG@10, Recall@20, hits in 20 turns and liked, of rated.",
  );
  expect(standingsOf(viewOf(ranking))).toContain(
    "behind EASE, level with item-item, ahead of the rest on NDCG@10,",
  );
  expect(standingsOf(viewOf(ratings))).toBe(`Rating prediction, toy: ${PRODUCT} has no row.`);
  const led = { ...ranking, rows: ranking.rows.filter(({ name }) => [PRODUCT, "popularity"].includes(name)) };
  expect(standingsOf(viewOf(led))).toBe(
    "Known users, toy, quarter split: ahead of every other row on NDCG@10, Precision@10, Recall@10 and MAP@10.",
  );
});

test("the table as Markdown has the product in bold", () => {
  const lines = markdownTable(viewOf(sessions)).split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[2]).toMatch(/^\| \*\*Gaussian taste\*\* \| \*\*\.450\*\* \(\.430-\.470\) \|/);
  expect(lines[3]).toMatch(/^\| item-item \| \.440 \(\.420-\.460\) \|/);
});

test("how well known suggestions are beside what people like is told where it was measured, as a factor", () => {
  const view = viewOf(sessions);
  const at = view.columns.findIndex(({ label }) => label === "known, to liked");
  expect(view.rows[0]!.figures[at]!.mean).toBeCloseTo(2, 12);
  const rows = sessions.rows.map(({ popularityGap: _, ...row }) => row);
  const earlier = viewOf({ ...sessions, rows });
  expect(earlier.columns.map(({ label }) => label)).not.toContain("known, to liked");
  for (const { figures } of earlier.rows) expect(figures).toHaveLength(earlier.columns.length);
  expect(view.about).toContain("that the person likes");
  expect(earlier.about).not.toContain("that the person likes");
});
