import type { SessionsComparison } from "../comparisons.ts";
import { PRODUCT } from "../report.ts";
import { draw } from "./draw.ts";
import { placeLabels } from "./place-labels.ts";
import { ACCENT, colourOf, INK, isNarrow, MUTED, RULE } from "./theme.ts";

const MARGIN = { left: 44, right: 24, top: 30, bottom: 44 };

/** How popular a row's suggestions are against how good, as dots whose area is the share of the catalogue suggested. */
export function popularityChart({ rows }: SessionsComparison, width: number): string {
  const narrow = isNarrow(width);
  const height = narrow ? 420 : 480;
  const fontSize = narrow ? 11 : 12;
  const mostRatings = 20 * Math.ceil((1.1 * Math.max(...rows.map((row) => row.medianPopularity))) / 20);
  const highest = 0.1 * Math.ceil(10.5 * Math.max(...rows.map((row) => row.scores.ndcg10.mean)));
  const widest = Math.max(...rows.map((row) => row.distinctShare));

  const dots = [...rows]
    .sort((a, b) => b.scores.ndcg10.mean - a.scores.ndcg10.mean)
    .map(({ name, medianPopularity, scores, distinctShare }) => ({
      text: name,
      value: [medianPopularity, scores.ndcg10.mean],
      radius: 3 + (narrow ? 7 : 11) * Math.sqrt(distinctShare / widest),
      x: MARGIN.left + (medianPopularity / mostRatings) * (width - MARGIN.left - MARGIN.right),
      y: height - MARGIN.bottom - (scores.ndcg10.mean / highest) * (height - MARGIN.top - MARGIN.bottom),
    }));
  const sides = placeLabels(dots, { width, height, fontSize, avoid: "all" });

  return draw(
    {
      grid: MARGIN,
      xAxis: {
        type: "value",
        min: 0,
        max: mostRatings,
        name: "ratings of the median suggestion",
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: MUTED },
        axisLine: { show: true, lineStyle: { color: RULE } },
        splitLine: { lineStyle: { color: RULE } },
        axisLabel: { color: MUTED, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        min: 0,
        max: highest,
        name: "NDCG@10",
        nameTextStyle: { color: MUTED, align: "left", padding: [0, 0, 0, -36] },
        splitLine: { lineStyle: { color: RULE } },
        axisLabel: { color: MUTED, formatter: (value: number) => value.toFixed(1) },
      },
      series: [
        {
          type: "scatter",
          clip: false,
          data: dots.map(({ text, value, radius }, at) => ({
            name: text,
            value,
            symbolSize: 2 * radius,
            itemStyle: { color: `${colourOf(text)}${text === PRODUCT ? "e6" : "80"}` },
            label: {
              position: sides[at] ?? "right",
              color: text === PRODUCT ? ACCENT : INK,
              fontWeight: text === PRODUCT ? ("bold" as const) : ("normal" as const),
            },
          })),
          label: { show: true, formatter: "{b}", fontSize, distance: 4 },
        },
      ],
    },
    width,
    height,
  );
}
