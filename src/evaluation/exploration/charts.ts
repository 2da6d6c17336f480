import { draw } from "../page/draw.ts";
import { ACCENT, isNarrow, MUTED, RULE } from "../page/theme.ts";
import type { Bar, Coverage, Exploration } from "./facts.ts";

const axis = {
  axisLine: { lineStyle: { color: RULE } },
  axisLabel: { color: MUTED },
  axisTick: { show: false },
};
const value = { type: "value", splitLine: { lineStyle: { color: RULE } }, axisLabel: { color: MUTED } };
const percent = {
  ...value,
  axisLabel: { color: MUTED, formatter: (share: number) => `${Math.round(100 * share)} %` },
};
const named = (name: string) => ({
  name,
  nameLocation: "middle",
  nameGap: 30,
  nameTextStyle: { color: MUTED },
});

export const barChart = (bars: readonly Bar[], name: string, width: number): string =>
  draw(
    {
      grid: { left: 64, right: 16, top: 16, bottom: 52 },
      xAxis: { type: "category", data: bars.map(({ label }) => label), ...axis, ...named(name) },
      yAxis: value,
      series: [{ type: "bar", data: bars.map(({ count }) => count), itemStyle: { color: ACCENT } }],
    },
    width,
    isNarrow(width) ? 260 : 320,
  );

export const tailChart = (points: Exploration["longTail"], width: number): string =>
  draw(
    {
      grid: { left: 64, right: 24, top: 16, bottom: 52 },
      xAxis: { ...percent, max: 1, ...named("of the movies, most rated first") },
      yAxis: { ...percent, max: 1 },
      series: [
        { type: "line", data: points, symbol: "none", lineStyle: { color: ACCENT, width: 3 } },
        {
          type: "line",
          data: [
            [0, 0],
            [1, 1],
          ],
          symbol: "none",
          lineStyle: { color: MUTED, width: 1, type: "dashed" },
        },
      ],
    },
    width,
    isNarrow(width) ? 300 : 380,
  );

/** Two bars each: of all films, and of all ratings. */
export const coverageChart = (rows: readonly Coverage[], width: number): string =>
  draw(
    {
      legend: { top: 0, right: 48, itemGap: 32, itemWidth: 14, textStyle: { color: MUTED } },
      grid: { left: isNarrow(width) ? 112 : 132, right: 24, top: 32, bottom: 28 },
      xAxis: percent,
      yAxis: { type: "category", inverse: true, data: rows.map(({ label }) => label), ...axis },
      series: [
        {
          type: "bar",
          name: "films",
          data: rows.map(({ films }) => films),
          itemStyle: { color: MUTED },
        },
        {
          type: "bar",
          name: "ratings",
          data: rows.map(({ ratings }) => ratings),
          itemStyle: { color: ACCENT },
        },
      ],
    },
    width,
    60 + 28 * rows.length,
  );

export const togetherChart = ({ genres, together }: Exploration, width: number): string =>
  draw(
    {
      grid: { left: 92, right: 12, top: 12, bottom: 84 },
      xAxis: {
        type: "category",
        data: genres,
        ...axis,
        axisLabel: { color: MUTED, rotate: 60, interval: 0 },
      },
      yAxis: {
        type: "category",
        data: genres,
        inverse: true,
        ...axis,
        axisLabel: { color: MUTED, interval: 0 },
      },
      visualMap: { show: false, min: 0, max: 0.6, inRange: { color: ["#ffffff", "#fed7aa", ACCENT] } },
      series: [
        {
          type: "heatmap",
          data: together.flatMap((shares, y) =>
            shares.flatMap((share, x) => (x === y ? [] : [[x, y, share]])),
          ),
          label: {
            show: !isNarrow(width),
            formatter: ({ value: [, , share] }: { value: [number, number, number] }) =>
              share < 0.005 ? "" : String(Math.round(100 * share)),
            fontSize: 10,
          },
        },
      ],
    },
    width,
    isNarrow(width) ? 380 : 620,
  );
