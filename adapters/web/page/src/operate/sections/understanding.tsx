import { useState } from "react";
import type { ToldChecks, ToldOverview, ToldReader, ToldRun } from "../../../../told-operator.ts";
import { ask } from "../../api/ask.ts";
import { inMoment, inWhole } from "../in-words.ts";
import { Opens } from "../parts/numbers.tsx";
import { Nothing, Panel, Section } from "../parts/section.tsx";
import { Shares } from "../parts/shares.tsx";

const READ_BY = { rules: "By rules", model: "By the language model", nothing: "Not understood" } as const;

interface UnderstandingProps {
  readonly overview: ToldOverview;
  readonly checks: ToldChecks | undefined;
}

/** Whether people are understood. */
export function Understanding({ overview: { figures, unread }, checks }: UnderstandingProps) {
  const { heard } = figures;
  return (
    <Section id="understood" title="Are people understood?">
      <Panel
        title="How messages were read"
        means="Everything that was said in words. Not understood is what nothing could be made of, and the person was told so."
      >
        {heard ? (
          <Shares
            rows={(["rules", "model", "nothing"] as const).map((by) => ({
              name: READ_BY[by],
              share: heard[by].share,
              count: heard[by].texts,
            }))}
          />
        ) : (
          <Nothing>Nobody has said anything yet on a day with five people or more.</Nothing>
        )}
      </Panel>
      <Panel
        title="Words in what was not understood"
        means="Words of everyday language only, and only those that five people or more wrote: how many stands beside each. Nothing else of what people write is counted."
      >
        {unread.length > 0 ? (
          <ul className="flex flex-wrap gap-2">
            {unread.map(({ word, people }) => (
              <li key={word} className="rounded-full border border-line px-3 py-1">
                {word} <span className="text-quiet">{inWhole(people)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <Nothing>No word came from five people.</Nothing>
        )}
      </Panel>
      <Panel
        title="Tests of understanding"
        isWide
        means={
          <>
            Sentences with what they must mean, such as “I want to cry”, which is sad. A sentence passes when
            all that it means is read of it and nothing else. They stand in{" "}
            <code>data/understanding.yaml</code>: add one whenever somebody was misunderstood.
          </>
        }
      >
        {checks ? <Checks checks={checks} /> : <Nothing>One moment …</Nothing>}
      </Panel>
    </Section>
  );
}

function Checks({ checks: { sentences, by, running, runs, trouble } }: { readonly checks: ToldChecks }) {
  const [problem, setProblem] = useState("");
  const start = (reader: ToldReader) => {
    setProblem("");
    ask("POST", "/operate/understanding", { by: reader }).catch((error: Error) => setProblem(error.message));
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="not-printed flex flex-wrap items-center gap-3">
        {by.map((reader) => (
          <button
            key={reader}
            type="button"
            className="button"
            disabled={running !== null}
            onClick={() => start(reader)}
          >
            Test {reader === "rules" ? "the rules" : "the language model"}
          </button>
        ))}
        <span role="status" className="text-sm text-quiet">
          {running
            ? `${inWhole(running.done)} of ${inWhole(sentences)} sentences read …`
            : `${inWhole(sentences)} sentences.${by.includes("model") ? " Each costs a question to the language model." : ""}`}
        </span>
      </p>
      {(problem || trouble) && (
        <p role="alert" className="text-dislike">
          {problem || trouble}
        </p>
      )}
      {runs.length > 0 ? (
        <ol className="flex flex-col gap-2">
          {runs.map((run, at) => (
            <li key={`${run.atMs} ${run.by}`}>
              <RunLine run={run} before={runs.slice(at + 1).find((other) => other.by === run.by)} />
            </li>
          ))}
        </ol>
      ) : (
        <Nothing>They have not been run yet.</Nothing>
      )}
    </div>
  );
}

function RunLine({ run, before }: { readonly run: ToldRun; readonly before: ToldRun | undefined }) {
  const { atMs, by, model, sentences, passed, failed } = run;
  const gained = before && before.sentences === sentences ? passed - before.passed : 0;
  const summary = (
    <>
      <span className={failed.length === 0 ? "text-like" : ""}>
        {failed.length === 0 ? "✓ all" : `${inWhole(passed)} of`} {inWhole(sentences)} passed
      </span>
      {gained !== 0 && (
        <span className={gained > 0 ? "text-like" : "text-dislike"}>
          {gained > 0 ? "+" : "−"}
          {Math.abs(gained)}
        </span>
      )}
      <span className="text-quiet">
        {by === "rules" ? "rules" : model}, {inMoment(atMs)}
      </span>
    </>
  );
  if (failed.length === 0)
    return <p className="flex min-h-11 flex-wrap items-center gap-3 px-4">{summary}</p>;
  return (
    <details className="group rounded-xl border border-line">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-3 px-4 py-2">
        <Opens />
        {summary}
      </summary>
      <ul className="flex flex-col gap-3 border-t border-line p-4">
        {failed.map(({ says, differences }) => (
          <li key={says}>
            <p>“{says}”</p>
            <ul className="text-sm text-quiet">
              {differences.map(({ field, expected, got }) => (
                <li key={field}>
                  {field}: {expected || "nothing"} expected, {got || "nothing"} read
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
