import { useCallback } from "react";
import type { ToldFigures } from "../../../../told-operator.ts";
import { inDays, inPlatforms, inWhole } from "../in-words.ts";
import { axis, Chart, type Look } from "../parts/chart.tsx";
import { Legend } from "../parts/legend.tsx";
import { Nothing, Panel, Section } from "../parts/section.tsx";

type Of = "people" | "suggestions";
type Days = ToldFigures["days"];

/** Who comes. */
export function People({ figures: { days, hidden } }: { readonly figures: ToldFigures }) {
  return (
    <Section id="people" title="Who comes">
      <Panel
        title="People a day"
        means="Everybody who said or pressed anything on a day (UTC), once on each platform. Platforms with fewer than five people are told together, and a week of which no day had five as a whole once it is over."
      >
        {days.length === 0 ? (
          <Nothing>No day had five people or more yet.</Nothing>
        ) : (
          <ByDay days={days} of="people" />
        )}
        {hidden.length > 0 && (
          <p className="text-sm text-quiet">
            {hidden.length === 1 ? "One day" : `${hidden.length} days`} with fewer than five people: left out
            of every figure here.
          </p>
        )}
      </Panel>
      <Panel title="Suggestions a day" means="Films that were put before somebody, again each time.">
        {days.length === 0 ? <Nothing>Nothing to tell yet.</Nothing> : <ByDay days={days} of="suggestions" />}
      </Panel>
    </Section>
  );
}

function ByDay({ days, of }: { readonly days: Days; readonly of: Of }) {
  // those alone before those together, always in the same colours
  const names = [...new Set(days.map(({ platforms }) => inPlatforms(platforms)))].sort(
    (a, b) => Number(a.includes(" and ")) - Number(b.includes(" and ")) || (a < b ? -1 : 1),
  );
  const dates = [...new Set(days.map(({ day, to }) => inDays(day, to)))];
  const count = (name: string, date: string) =>
    days.find(({ day, to, platforms }) => inDays(day, to) === date && inPlatforms(platforms) === name)?.[
      of
    ] ?? 0;
  const table = {
    caption: of === "people" ? "People a day by platform" : "Suggestions a day by platform",
    head: ["Day", ...names],
    rows: dates.map((date) => [date, ...names.map((name) => inWhole(count(name, date)))]),
  };
  const drawn = JSON.stringify([names, dates, names.map((name) => dates.map((date) => count(name, date)))]);
  const option = useCallback(
    ({ quiet, line }: Look) => {
      const [series, on, counts] = JSON.parse(drawn) as [string[], string[], number[][]];
      return {
        xAxis: { ...axis(quiet, line), type: "category", data: on },
        yAxis: { ...axis(quiet, line), type: "value", minInterval: 1 },
        series: series.map((name, nth) => ({
          type: "bar",
          stack: "all",
          name,
          data: counts[nth],
          barMaxWidth: 44,
        })),
      };
    },
    [drawn],
  );
  return (
    <>
      <Legend names={names} />
      <Chart label={`${table.caption}, as bars.`} option={option} table={table} />
    </>
  );
}
