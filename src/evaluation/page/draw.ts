import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent, VisualMapComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { FONT, INK } from "./theme.ts";

use([
  BarChart,
  CustomChart,
  GridComponent,
  HeatmapChart,
  LabelLayout,
  LegendComponent,
  LineChart,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
  VisualMapComponent,
]);

/** A chart as an SVG document of this size in pixels, which asks for nothing from elsewhere. */
export function draw(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: FONT, color: INK },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return stillPicture(svg);
}

/** Without what serves pointing at it, with the font said once and hundredths of a pixel: half the bytes. */
const stillPicture = (svg: string): string =>
  svg
    .replace(/<style[^<]*<\/style>/g, "")
    .replace(/ (?:pointer-events="visible"|class="zr\d+-cls-\d+"|xml:space="preserve")/g, "")
    .replaceAll(`font-family:${FONT};`, "")
    .replace("<svg ", `<svg font-family="${FONT}" `)
    .replace(/(?<!\d)\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
