import { useCallback } from "react";
import type { ToldAnswer, ToldAnswered, ToldOverview, ToldShare } from "../../../../told-operator.ts";
import { inPercent, inPlatforms, inSeconds, inWhole } from "../in-words.ts";
import { axis, Chart, type Look } from "../parts/chart.tsx";
import { Rows } from "../parts/numbers.tsx";
import { Nothing, Panel, Section } from "../parts/section.tsx";
import { Shares } from "../parts/shares.tsx";
import { AtTraining, Live } from "./quality.tsx";

const ANSWERS: readonly (readonly [what: ToldAnswer | "unanswered", name: string])[] = [
  ["like", "Liked"],
  ["later", "Kept to watch later"],
  ["dislike", "Disliked"],
  ["skip", "Skipped for now"],
  ["seen", "Seen already"],
  ["never", "Never again"],
  ["favourite", "Made a favourite"],
  ["unanswered", "Unanswered"],
];
/** Those that are told side by side. */
const TOLD = ["like", "later", "dislike", "skip", "seen", "unanswered"] as const;
const TOLD_NAMES = ["Liked", "Later", "Disliked", "Skipped", "Seen", "Unanswered"];

const withInterval = ({ share, low, high }: ToldShare): string =>
  `${inPercent(share)} (${inPercent(low)} to ${inPercent(high)})`;

const countOf = ({ answers, unanswered }: ToldAnswered, what: ToldAnswer | "unanswered") =>
  what === "unanswered" ? unanswered : answers[what];

/** Whether films are found. */
export function Answers({ overview }: { readonly overview: ToldOverview }) {
  const { figures, coverage } = overview;
  const { all, platforms, turns, sessions } = figures;
  return (
    <Section id="good" title="Is it good?">
      <Panel
        title="What became of suggestions"
        means="Of all suggestions of these days. The dark line is where the true share lies in 19 of 20 such figures (Wilson); the fewer the suggestions, the longer it is."
      >
        {all.shares ? (
          <Shares
            rows={ANSWERS.filter(([what]) => countOf(all, what) > 0 || what === "like").map(
              ([what, name]) => ({
                name,
                share: all.shares![what],
                count: countOf(all, what),
              }),
            )}
          />
        ) : (
          <Nothing>No suggestion yet on a day with five people or more.</Nothing>
        )}
      </Panel>
      <Panel
        title="Sessions that ended well"
        means="A session goes on until six hours of silence. It ended well when a suggestion was liked in it, or kept to watch later; the time is from the first word until then."
      >
        {sessions ? <Sessions sessions={sessions} /> : <Nothing>No session yet.</Nothing>}
      </Panel>
      <Panel
        title="Liked, by place in the session"
        means="The share of first suggestions that were liked, of second ones, and so on; the band is the interval. Whoever has found something leaves, so it may fall a little; where it falls steeply, answers teach too little."
      >
        {turns.length > 1 ? (
          <ByTurn turns={turns} />
        ) : (
          <Nothing>Too few people came as far as a second suggestion.</Nothing>
        )}
      </Panel>
      <Panel
        title="Coverage of the catalogue"
        means="How many different films were suggested in these days to people who are remembered, of all there are. A recommender that always says the same hundred films has stopped recommending."
      >
        {coverage ? (
          <p>
            <strong className="font-title text-3xl">{inWhole(coverage.movies)}</strong> of{" "}
            {inWhole(coverage.catalogue)} films ({inPercent(coverage.movies / coverage.catalogue)}).{" "}
            {coverage.suggestions > 0 &&
              `The hundred suggested most make up ${inPercent(coverage.ofTheFirstHundred / coverage.suggestions)} of all suggestions of them.`}
          </p>
        ) : (
          <Nothing>Nothing to tell yet.</Nothing>
        )}
      </Panel>
      <Panel
        title="By platform"
        isWide
        means="The same shares for each platform, over the days on which it had five people or more."
      >
        {platforms.length > 0 ? (
          <Rows
            caption="Shares by platform"
            head={["Platform", "Suggestions", ...TOLD_NAMES]}
            rows={platforms.map((one) => [
              inPlatforms(one.platforms),
              inWhole(one.suggestions),
              ...TOLD.map((what) => (one.shares ? withInterval(one.shares[what]) : "—")),
            ])}
          />
        ) : (
          <Nothing>Nothing to tell yet.</Nothing>
        )}
      </Panel>
      <AtTraining trained={overview.trained} />
      <Live models={figures.models} />
    </Section>
  );
}

function Sessions({ sessions }: { readonly sessions: NonNullable<ToldOverview["figures"]["sessions"]> }) {
  const { well, seconds, within } = sessions;
  const drawn = JSON.stringify(within);
  const option = useCallback(
    ({ quiet, line }: Look) => {
      const bins = JSON.parse(drawn) as typeof within;
      return {
        xAxis: { ...axis(quiet, line), type: "category", data: bins.map((bin) => inSeconds(bin.seconds)) },
        yAxis: { ...axis(quiet, line), type: "value", minInterval: 1 },
        series: [{ type: "bar", name: "Sessions", data: bins.map((bin) => bin.sessions), barMaxWidth: 44 }],
      };
    },
    [drawn],
  );
  return (
    <>
      <p>
        <strong className="font-title text-3xl">{inPercent(well.share)}</strong> of{" "}
        {inWhole(sessions.sessions)} sessions ({inPercent(well.low)} to {inPercent(well.high)}).{" "}
        {seconds &&
          `Half of these took less than ${inSeconds(seconds.half)}, nine in ten less than ${inSeconds(seconds.most)}.`}
      </p>
      <Chart
        label="Sessions by the time until they ended well, as bars."
        height={180}
        option={option}
        table={{
          caption: "Sessions by the time until they ended well",
          head: ["Within", "Sessions"],
          rows: within.map((bin) => [inSeconds(bin.seconds), inWhole(bin.sessions)]),
        }}
      />
    </>
  );
}

function ByTurn({ turns }: { readonly turns: ToldOverview["figures"]["turns"] }) {
  const named = turns.map(({ from, to, shares }) => ({
    name: to === null ? `${from}+` : String(from),
    like: shares?.like ?? { share: 0, low: 0, high: 0 },
  }));
  const drawn = JSON.stringify(named);
  const option = useCallback(
    ({ quiet, line, series: [red] }: Look) => {
      const places = JSON.parse(drawn) as typeof named;
      const hundred = (share: number) => Math.round(1_000 * share) / 10;
      const edge = {
        type: "line",
        symbol: "none",
        lineStyle: { opacity: 0 },
        stack: "band",
        silent: true,
        tooltip: { show: false },
      };
      return {
        grid: { left: 8, right: 12, top: 16, bottom: 24, containLabel: true },
        xAxis: {
          ...axis(quiet, line),
          type: "category",
          boundaryGap: false,
          data: places.map(({ name }) => name),
          name: "suggestion of the session",
          nameLocation: "middle",
          nameGap: 30,
        },
        yAxis: {
          ...axis(quiet, line),
          type: "value",
          min: 0,
          axisLabel: { color: quiet, formatter: "{value} %" },
        },
        series: [
          { ...edge, name: "from", data: places.map(({ like }) => hundred(like.low)) },
          {
            ...edge,
            name: "band",
            data: places.map(({ like }) => hundred(like.high - like.low)),
            areaStyle: { color: red, opacity: 0.18 },
          },
          {
            type: "line",
            name: "Liked (%)",
            data: places.map(({ like }) => hundred(like.share)),
            symbolSize: 8,
            lineStyle: { width: 3, color: red },
            itemStyle: { color: red },
          },
        ],
      };
    },
    [drawn],
  );
  return (
    <Chart
      label="The share of suggestions that were liked by their place in the session, as a line with its interval."
      option={option}
      table={{
        caption: "Liked by place in the session",
        head: ["Suggestion", "Shown", ...TOLD_NAMES],
        rows: turns.map(({ suggestions, shares }, at) => [
          named[at]!.name,
          inWhole(suggestions),
          ...TOLD.map((what) => (shares ? withInterval(shares[what]) : "—")),
        ]),
      }}
    />
  );
}
