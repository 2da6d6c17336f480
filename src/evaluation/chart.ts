import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { COLUMNS, type Column, type RowReport } from "./report.ts";

use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const LABELS: Readonly<Record<Column, string>> = {
  knownPool: "liked, of suggestions\namong rated movies",
  openHits: "hits in 20 turns,\nwhole catalogue",
  ndcg10: "NDCG@10\nfrom 4 favourites",
  recall20: "Recall@20\nfrom 4 favourites",
};

/** The comparison as a bar chart, an SVG document. */
export function chartOf(rows: readonly RowReport[], title: string): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 860, height: 420 });
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    title: { text: title, left: "center", top: 12, textStyle: { fontSize: 15 } },
    legend: { top: 42 },
    grid: { left: 48, right: 24, top: 88, bottom: 56 },
    xAxis: {
      type: "category",
      data: COLUMNS.map((column) => LABELS[column]),
      axisLabel: { interval: 0, lineHeight: 16 },
    },
    yAxis: { type: "value", min: 0 },
    series: rows.map(({ name, scores }) => ({
      type: "bar",
      name,
      barGap: "8%",
      data: COLUMNS.map((column) => scores[column].mean),
      label: {
        show: true,
        position: "top",
        fontSize: 11,
        formatter: ({ value }: { value: unknown }) => Number(value).toFixed(3),
      },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
