import { draw } from "./draw.ts";
import { ACCENT, colourOf, INK, isNarrow, MUTED, RULE } from "./theme.ts";

export interface Calibration {
  /** Mean score of each tenth, lowest first, and the share of it that is liked. */
  readonly likes: readonly { readonly score: number; readonly likeShare: number }[];
  /** Predicted stars and those given; left out where no model predicts any. */
  readonly stars?: {
    readonly model: string;
    readonly points: readonly { readonly predicted: number; readonly given: number }[];
  };
}

/** Whether a higher score means more: likes by score, and beside it given stars by predicted stars. */
export function calibrationChart({ likes, stars }: Calibration, width: number): string {
  const stacked = isNarrow(width);
  const height = 340;
  const half = stacked ? width : width / 2;
  const panels = [
    {
      title: "Gaussian taste: share liked, by tenths of the score",
      x: "score",
      points: likes.map(({ score, likeShare }) => [score, likeShare]),
      colour: ACCENT,
      y: { min: 0, max: 1 },
    },
    ...(stars
      ? [
          {
            title: `${stars.model}: stars given, by stars predicted`,
            x: "stars predicted",
            points: stars.points.map(({ predicted, given }) => [predicted, given]),
            colour: colourOf(stars.model),
            y: { min: 0.5, max: 5 },
          },
        ]
      : []),
  ];
  const left = (panel: number) => (stacked ? 0 : panel * half);
  const top = (panel: number) => (stacked ? panel * height : 0);
  return draw(
    {
      title: panels.map(({ title }, panel) => ({
        text: title,
        left: left(panel) + 8,
        top: top(panel) + 8,
        textStyle: { fontSize: 13, fontWeight: 600, color: INK },
      })),
      grid: panels.map((_, panel) => ({
        left: left(panel) + 40,
        top: top(panel) + 44,
        width: half - 70,
        height: height - 100,
      })),
      xAxis: panels.map(({ x, y }, panel) => ({
        gridIndex: panel,
        type: "value",
        name: x,
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: MUTED },
        ...(panel === 1 ? y : { scale: true }),
        axisLine: { show: true, onZero: false, lineStyle: { color: RULE } },
        axisLabel: { color: MUTED, showMinLabel: panel === 0 },
        splitLine: { lineStyle: { color: RULE } },
      })),
      yAxis: panels.map(({ y }, panel) => ({
        gridIndex: panel,
        type: "value",
        ...y,
        axisLine: { show: true, onZero: false, lineStyle: { color: RULE } },
        axisLabel: { color: MUTED, showMinLabel: panel === 0 },
        splitLine: { lineStyle: { color: RULE } },
      })),
      series: [
        ...panels.map(({ points, colour }, panel) => ({
          type: "line",
          xAxisIndex: panel,
          yAxisIndex: panel,
          data: points,
          symbol: "circle",
          symbolSize: 8,
          lineStyle: { width: 2 },
          itemStyle: { color: colour },
        })),
        ...panels.slice(1).map(({ y }) => ({
          type: "line",
          xAxisIndex: 1,
          yAxisIndex: 1,
          data: [
            [y.min, y.min],
            [y.max, y.max],
          ],
          symbol: "none",
          lineStyle: { width: 1, type: "dashed", color: MUTED },
        })),
      ],
    },
    width,
    stacked ? panels.length * height : height,
  );
}
