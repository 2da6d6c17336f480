import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, type EChartsType, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { Numbers, type Table } from "./numbers.tsx";

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** The colours and the type of the page, as they are just now. */
export interface Look {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly raised: string;
  readonly series: readonly string[];
}

interface ChartProps {
  /** What is seen, for those who do not see it. */
  readonly label: string;
  readonly option: (look: Look) => EChartsCoreOption;
  readonly height?: number;
  /** The same in numbers. */
  readonly table: Table;
}

/**
 * Drawn on a canvas, for the content security policy lets no inline style through. Drawn anew when it gets dark, wider or
 * printed.
 */
export function Chart({ label, option, height = 260, table }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);

  useEffect(() => {
    const drawn = init(place.current!, null, {
      renderer: "canvas",
      devicePixelRatio: Math.max(2, devicePixelRatio),
    });
    chart.current = drawn;
    const sized = new ResizeObserver(() => drawn.resize());
    sized.observe(place.current!);
    return () => {
      sized.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    const draw = () => chart.current!.setOption({ ...framed(look()), ...option(look()) }, { notMerge: true });
    draw();
    const looks = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("print")];
    for (const query of looks) query.addEventListener("change", draw);
    return () => {
      for (const query of looks) query.removeEventListener("change", draw);
    };
  }, [option]);

  return (
    <>
      <div ref={place} role="img" aria-label={label} className="w-full" style={{ height }} />
      <Numbers {...table} />
    </>
  );
}

function look(): Look {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour("ink"),
    quiet: colour("quiet"),
    line: colour("line"),
    raised: colour("raised"),
    series: [1, 2, 3, 4, 5, 6].map((nth) => colour(`chart-${nth}`)),
  };
}

/** What all charts have in common. */
const framed = ({ ink, quiet, line, raised, series }: Look): EChartsCoreOption => ({
  animation: false,
  color: [...series],
  textStyle: { fontFamily: "Jost, sans-serif", color: ink },
  grid: { left: 8, right: 12, top: 12, bottom: 8, containLabel: true },
  tooltip: {
    trigger: "axis",
    renderMode: "richText", // no HTML with inline styles
    confine: true,
    backgroundColor: raised,
    borderColor: line,
    textStyle: { color: ink, fontSize: 13 },
  },
  xAxis: axis(quiet, line),
  yAxis: axis(quiet, line),
});

export const axis = (quiet: string, line: string) => ({
  axisLine: { lineStyle: { color: line } },
  axisTick: { show: false },
  axisLabel: { color: quiet, fontSize: 12, hideOverlap: true },
  splitLine: { lineStyle: { color: line } },
  nameTextStyle: { color: quiet },
});
