import type { ToldOverview } from "../../../../told-operator.ts";
import { inMs, inPlatform, inWhole } from "../in-words.ts";
import { Rows } from "../parts/numbers.tsx";
import { Nothing, Panel, Section } from "../parts/section.tsx";

/** As people would say what the host calls a turn. */
const TURNS: Readonly<Record<string, string>> = {
  opened: "came in",
  said: "said something",
  commanded: "used a command",
  gestured: "reacted",
  pressed: "pressed a button",
  gestureTakenBack: "took a reaction back",
  answered: "answered",
  answerTakenBack: "took an answer back",
  shared: "shared a suggestion",
};
const DOING: Readonly<Record<string, string>> = {
  showing: "showing the answer",
  redrawing: "drawing a card again",
  "catching-up": "catching up after an absence",
  keeping: "keeping what came in",
};
const OUTCOMES: Readonly<Record<string, string>> = {
  answered: "answered",
  timeout: "took too long",
  badAnswer: "answered in another form than asked for",
  refused: "would not read the text",
  rateLimited: "asked for fewer questions",
  unreachable: "could not be reached, or failed",
  rejected: "rejected the request: look at key, model and settings",
  budget: "the day's budget was used up",
  circuitOpen: "it was left alone after failing",
};

/** How fast it is, and what is wrong. */
export function Machine({ overview: { machine, model } }: { readonly overview: ToldOverview }) {
  const { turns, failures, refused, calls } = machine;
  return (
    <Section id="wrong" title="Is it fast, and what is wrong?">
      <Panel
        title="How long turns took"
        means="From what somebody did until the answer was on its way: half of the turns were at least as fast as p50, 95 and 99 of 100 as p95 and p99. Read off bins, so off by a fifth at the most."
      >
        {turns.length > 0 ? (
          <Rows
            caption="Latency by kind of turn"
            head={["Somebody …", "Turns", "p50", "p95", "p99"]}
            rows={turns.map(({ kind, turns: count, p50, p95, p99 }) => [
              TURNS[kind] ?? kind,
              inWhole(count),
              inMs(p50),
              inMs(p95),
              inMs(p99),
            ])}
          />
        ) : (
          <Nothing>No turn was timed in these days.</Nothing>
        )}
      </Panel>
      <Panel
        title="Failures"
        means="What went wrong, by platform and by the code that the system or the platform gives it. The log of the same time says more."
      >
        {failures.length > 0 ? (
          <Rows
            caption="Failures by platform and code"
            head={["Code", "Platform", "While", "Times"]}
            rows={failures.map(({ platform, doing, code, count }) => [
              code,
              inPlatform(platform),
              DOING[doing] ?? TURNS[doing] ?? doing,
              inWhole(count),
            ])}
          />
        ) : (
          <Nothing>Nothing went wrong.</Nothing>
        )}
        {refused.length > 0 && (
          <p className="text-sm text-quiet">
            Requests over the web that were not served, by HTTP status:{" "}
            {refused.map(({ status, requests }) => `${status} ${inWhole(requests)} times`).join(", ")}. 4xx
            are mistakes of whoever asked, 429 too many at once; 5xx are ours.
          </p>
        )}
      </Panel>
      <Panel
        title="The language model"
        isWide
        means="Every question that went to it, and what came of it; the same words are not asked twice within a month, and rules read what it did not. Cost is tokens times the price of a million of them, as set by OPENAI_PRICE_PROMPT and OPENAI_PRICE_COMPLETION."
      >
        {calls.calls + calls.unsent.length > 0 ? (
          <div className="grid gap-5 lg:grid-cols-2">
            <Rows
              caption="Questions to the language model by outcome"
              head={["It …", "Times"]}
              rows={[
                ...calls.outcomes.map(({ outcome, calls: count }) => [
                  OUTCOMES[outcome] ?? outcome,
                  inWhole(count),
                ]),
                ...calls.unsent.map(({ why, texts }) => [
                  `was not asked: ${OUTCOMES[why] ?? why}`,
                  inWhole(texts),
                ]),
              ]}
            />
            <Rows
              caption="What the language model took"
              head={["It took", "In these days"]}
              rows={[
                ["tokens read", inWhole(calls.promptTokens)],
                ["tokens written", inWhole(calls.completionTokens)],
                ["cost", calls.cost === null ? "no price is set" : calls.cost.toFixed(2)],
                ...(calls.took
                  ? [
                      ["time, p50", inMs(calls.took.p50)],
                      ["time, p95", inMs(calls.took.p95)],
                      ["time, p99", inMs(calls.took.p99)],
                    ]
                  : []),
              ]}
            />
          </div>
        ) : (
          <Nothing>
            {model ? "It was not asked in these days." : "No language model is set: rules read all texts."}
          </Nothing>
        )}
      </Panel>
    </Section>
  );
}
