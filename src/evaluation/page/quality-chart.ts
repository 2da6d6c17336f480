import type { CustomSeriesOption } from "echarts/charts";
import { draw } from "./draw.ts";
import { ACCENT, colourOf, INK, isNarrow, MUTED, RULE } from "./theme.ts";
import type { View } from "./view.ts";

const ROW = 24;
const HEAD = 40;
const FOOT = 30;
const NAMES = 128;
const GAP = 18;

/** Every row's means as dots on their 95 % intervals: a panel for each column that has intervals. */
export function qualityChart({ columns, rows }: View, width: number): string {
  const panels = columns.flatMap(({ label, digits }, at) =>
    rows[0]?.figures[at]?.interval ? [{ label, digits, at }] : [],
  );
  const stacked = isNarrow(width);
  const body = rows.length * ROW;
  const panelHeight = HEAD + body + FOOT;
  const panelWidth = stacked ? width - NAMES - GAP : (width - NAMES - panels.length * GAP) / panels.length;
  const names = rows.map(({ name }) => name);

  return draw(
    {
      title: panels.map(({ label }, panel) => ({
        text: label,
        left: stacked ? NAMES : NAMES + panel * (panelWidth + GAP),
        top: (stacked ? panel * panelHeight : 0) + 8,
        textStyle: { fontSize: 13, fontWeight: 600, color: INK },
      })),
      grid: panels.map((_, panel) => ({
        left: stacked ? NAMES : NAMES + panel * (panelWidth + GAP),
        top: (stacked ? panel * panelHeight : 0) + HEAD,
        width: panelWidth,
        height: body,
      })),
      xAxis: panels.map(({ at }, panel) => ({
        gridIndex: panel,
        type: "value",
        ...rangeOf(rows.map(({ figures }) => figures[at]!.interval!)),
        splitNumber: 3,
        splitLine: { showMinLine: false, showMaxLine: false, lineStyle: { color: RULE } },
        axisLabel: { color: MUTED, fontSize: 11, showMinLabel: false, showMaxLabel: false },
      })),
      yAxis: panels.map((_, panel) => ({
        gridIndex: panel,
        type: "category",
        data: names,
        inverse: true,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: RULE } },
        axisLabel: {
          show: stacked || panel === 0,
          interval: 0,
          fontSize: 12,
          color: (name?: string | number) => (colourOf(String(name)) === ACCENT ? ACCENT : INK),
        },
      })),
      series: panels.map(
        ({ at, digits }, panel): CustomSeriesOption => ({
          type: "custom",
          xAxisIndex: panel,
          yAxisIndex: panel,
          encode: { x: [1, 2, 3], y: 0 },
          data: rows.map(({ figures }, row) => [row, figures[at]!.mean, ...figures[at]!.interval!]),
          renderItem: intervalAndMean(names, digits),
        }),
      ),
    },
    width,
    stacked ? panels.length * panelHeight : panelHeight,
  );
}

const intervalAndMean =
  (names: readonly string[], digits: number): NonNullable<CustomSeriesOption["renderItem"]> =>
  (_, api) => {
    const row = Number(api.value(0));
    const mean = Number(api.value(1));
    const [x = 0, y = 0] = api.coord([mean, row]);
    const [low = 0] = api.coord([Number(api.value(2)), row]);
    const [high = 0] = api.coord([Number(api.value(3)), row]);
    const colour = colourOf(names[row]!);
    const isProduct = colour === ACCENT;
    return {
      type: "group",
      children: [
        {
          type: "line",
          shape: { x1: low, y1: y, x2: high, y2: y },
          style: { stroke: colour, lineWidth: isProduct ? 3 : 2, opacity: isProduct ? 1 : 0.55 },
        },
        { type: "circle", shape: { cx: x, cy: y, r: isProduct ? 5 : 4 }, style: { fill: colour } },
        {
          type: "text",
          style: {
            text: mean.toFixed(digits).replace(/^0/, ""),
            x: high + 6,
            y,
            textVerticalAlign: "middle",
            fontSize: 11,
            fontWeight: isProduct ? 700 : 400,
            fill: isProduct ? ACCENT : MUTED,
          },
        },
      ],
    };
  };

/** Room for the intervals, and to their right for the numbers. */
function rangeOf(intervals: readonly (readonly [number, number])[]): { min: number; max: number } {
  const low = Math.min(...intervals.map(([value]) => value));
  const high = Math.max(...intervals.map(([, value]) => value));
  const span = high - low || 1;
  return { min: low - 0.06 * span, max: high + 0.28 * span };
}
