import { ANSWER_COUNTS } from "../by-answers.ts";
import type { SessionsComparison } from "../comparisons.ts";
import { PRODUCT } from "../report.ts";
import { draw } from "./draw.ts";
import { ACCENT, colourOf, INK, isNarrow, MUTED, RULE } from "./theme.ts";

/** A line per row: NDCG@10 over the whole catalogue after so many answers. */
export function answersChart({ rows }: SessionsComparison, width: number): string {
  const productLast = [...rows].sort((a, b) => Number(a.name === PRODUCT) - Number(b.name === PRODUCT));
  return draw(
    {
      grid: { left: 44, right: isNarrow(width) ? 108 : 140, top: 30, bottom: 44 },
      xAxis: {
        type: "category",
        data: [...ANSWER_COUNTS],
        boundaryGap: false,
        name: "answers beyond four favourites",
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: MUTED },
        axisLine: { lineStyle: { color: RULE } },
        axisLabel: { color: MUTED },
      },
      yAxis: {
        type: "value",
        scale: true,
        name: "NDCG@10",
        nameTextStyle: { color: MUTED, align: "left", padding: [0, 0, 0, -36] },
        splitLine: { lineStyle: { color: RULE } },
        axisLabel: { color: MUTED },
      },
      series: productLast.map(({ name, byAnswers }) => {
        const isProduct = name === PRODUCT;
        return {
          type: "line",
          name,
          data: byAnswers.map(({ mean }) => mean),
          symbol: "circle",
          symbolSize: isProduct ? 8 : 4,
          lineStyle: { width: isProduct ? 3 : 1.5, opacity: isProduct ? 1 : 0.5 },
          itemStyle: { color: colourOf(name) },
          endLabel: {
            show: true,
            formatter: "{a}",
            distance: 8,
            fontSize: isNarrow(width) ? 11 : 12,
            fontWeight: isProduct ? 700 : 400,
            color: isProduct ? ACCENT : INK,
          },
          labelLayout: { moveOverlap: "shiftY" },
        };
      }),
    },
    width,
    isNarrow(width) ? 420 : 460,
  );
}
