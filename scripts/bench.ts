/** Speed and memory of the product on this machine. Usage: npm run bench */
import { readFile } from "node:fs/promises";
import { createCatalog } from "../src/catalog/catalog.ts";
import type { World } from "../src/conversation/world.ts";
import { readQuestions } from "../src/evaluation/about/questions.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { openReader } from "../src/host/open-reader.ts";
import { openWorld } from "../src/host/open-world.ts";
import { createRuleParser } from "../src/intent/rules/rule-parser.ts";
import { readWords } from "../src/intent/words.ts";
import { createRecommender } from "../src/recommender/recommender.ts";
import { timeFloors } from "./bench/floors.ts";
import { timeImports } from "./bench/import-times.ts";
import { timeLabelled, timeLong } from "./bench/parse-times.ts";
import { memoryOfOne, type PastTimes, timePasts } from "./bench/pasts.ts";
import { median, type Percentiles, timed } from "./bench/percentiles.ts";
import { timeStart } from "./bench/start.ts";
import { syntheticModel } from "./bench/synthetic-model.ts";
import { thisMachine } from "./bench/this-machine.ts";
import { timeTurns, turnsPerSecond } from "./bench/turns.ts";
import { run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const LARGE = 62_000;
const STARTS = 7;
const REQUEST = "a feel-good comedy, not scary, since 1960";
const SEARCHES = [
  "the matrix",
  "amelie",
  "lord of the rings 2",
  "se7en",
  "pulp ficton",
  "godfahter",
  "heat 1995",
  "no such thing at all",
];

/** Answers that people have given. */
const PASTS = [10, 100, 1_000, 5_000];
/** Rows of a history that is brought along. */
const BROUGHT = 5_000;
const most = Math.max(...PASTS);

/** In words, and the figures that they tell of. */
interface Shown {
  readonly text: string;
  readonly figures: Readonly<Record<string, number>>;
}

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  readonly figures: Shown["figures"];
}

const inMs = ({ p50, p95, p99, max }: Percentiles): Shown => ({
  text: `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
  figures: { p50Ms: p50, p95Ms: p95, p99Ms: p99, maxMs: max },
});
const inTurns = (ms: number, { answers, turnMs }: PastTimes): Shown => ({
  text: `p50 ${ms.toFixed(2)} ms, ${(ms / turnMs).toFixed(2)} times a turn after ${answers}`,
  figures: { p50Ms: ms, turns: ms / turnMs },
});
/** One figure with its unit behind it. */
const inUnit = (value: number, unit: string): Shown => ({
  text: `${value.toFixed(0)} ${unit}`,
  figures: { [unit]: value },
});
const besides = ({ text, figures }: Shown, more: string, also: Shown["figures"] = {}): Shown => ({
  text: `${text}, ${more}`,
  figures: { ...figures, ...also },
});
const withWorst = (measured: Percentiles) => besides(inMs(measured), `max ${measured.max.toFixed(2)} ms`);

await run(async (args) => {
  const { json } = command("bench")
    .description("Measures start, turns, searches and memory beside what they are to be.")
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<{ json?: true }>();
  const { line, table, result } = telling(json);
  const rows: Row[] = [];
  /** Told as soon as it is measured: all of it takes minutes. */
  const report = (what: string, { text, figures }: Shown, goal = "") => {
    rows.push({ what, measured: text, goal, figures });
    line(`${what}: ${text}`);
  };
  line(thisMachine());
  const config = readConfig();
  const shipped = await openWorld(config.MATINEE_ARTIFACTS, config.MATINEE_POLICY);
  const { dimensions, traits } = shipped.recommender.model;
  const largeModel = syntheticModel(LARGE, dimensions, traits.keys());
  const large: World = {
    recommender: createRecommender(largeModel, shipped.recommender.policy),
    catalog: createCatalog(largeModel.movies),
  };

  const starts = [];
  for (let start = 0; start < STARTS; start++) starts.push(await timeStart());
  report("start to first prompt", inUnit(median(starts.map(({ promptMs }) => promptMs)), "ms"), "500 ms");
  report("resident memory", inUnit(median(starts.map(({ residentMb }) => residentMb)), "MB"), "260 MB");

  const count = shipped.recommender.model.movies.length.toLocaleString("en");
  const { commit, pass } = await timeFloors(shipped.recommender.model, 500);
  report("one row committed durably, the least of a turn", inMs(commit));
  report(`one pass over ${count} movies, the least of a turn too`, inMs(pass));
  const turn = await timeTurns(shipped, 1_000);
  const floors = turn.p50 / (commit.p50 + pass.p50);
  report(
    `one full turn, ${count} movies`,
    besides(inMs(turn), `${floors.toFixed(1)} times both`, { floors }),
    "p99 10 ms",
  );
  report(
    `one full turn, ${LARGE.toLocaleString("en")} movies`,
    inMs(await timeTurns(large, 500)),
    "p99 40 ms",
  );
  const reader = await openReader(shipped, { wordsFolder: config.MATINEE_WORDS });
  const asking = { asked: REQUEST, reader };
  report(
    `the same with a request in force, ${count} movies`,
    inMs(await timeTurns(shipped, 1_000, asking)),
    "p99 10 ms",
  );
  report(
    `the same with a request in force, ${LARGE.toLocaleString("en")} movies`,
    inMs(await timeTurns(large, 500, asking)),
    "p99 40 ms",
  );
  const pasts = await timePasts(shipped, PASTS, 100);
  const [least] = pasts;
  for (const { answers, turnMs } of pasts) {
    report(
      `a turn after ${answers.toLocaleString("en")} answers`,
      inTurns(turnMs, least!),
      answers === most ? "1.5 times" : "",
    );
  }
  for (const [what, timeOf] of [
    ["undo", ({ undoMs }: PastTimes) => undoMs],
    ["the first turn after a restart", ({ coldMs }: PastTimes) => coldMs],
  ] as const) {
    for (const past of [least!, pasts.at(-1)!])
      report(
        `${what} after ${past.answers.toLocaleString("en")} answers`,
        inTurns(timeOf(past), least!),
        past.answers === most ? "3 times" : "",
      );
  }
  for (const answers of [least!.answers, most]) {
    const bytes = await memoryOfOne(shipped, answers, 40);
    report(
      `memory of one person at hand, ${answers.toLocaleString("en")} answers`,
      inUnit(bytes / 1024, "kB"),
    );
  }
  const brought = await timeImports(shipped, BROUGHT, 5);
  const broughtRows = `${BROUGHT.toLocaleString("en")} rows`;
  const inSeconds = (ms: number, floorMs: number, floor: string): Shown => ({
    text: `${(ms / 1000).toFixed(2)} s, ${(ms / floorMs).toFixed(1)} times ${floor}`,
    figures: { ms, floors: ms / floorMs },
  });
  report(
    `${broughtRows} brought along, to what would be noted`,
    inSeconds(brought.toldMs, brought.parseMs, "to take the table apart"),
    "5 s",
  );
  report(
    "the same taken in",
    inSeconds(brought.takenInMs, brought.commitMs, "to commit as many rows at once"),
    "5 s",
  );
  report("the same undone", inSeconds(brought.undoneMs, brought.commitMs, "that"), "5 s");
  report("1,000 users taking turns", inUnit(await turnsPerSecond(shipped, 1_000, 5), "turns/s"));
  report(
    `title search, ${count} movies`,
    inMs(await timed(400, (run) => shipped.catalog.find(SEARCHES[run % SEARCHES.length]!))),
    "p95 30 ms",
  );
  const questions = readQuestions(await readFile("data/requests/about.jsonl", "utf8"));
  report(
    `search by what films are about, ${count} movies`,
    inMs(await timed(600, (run) => shipped.catalog.about(questions[run % questions.length]!.text))),
    "p99 20 ms",
  );

  const rules = createRuleParser({
    words: await readWords(config.MATINEE_WORDS),
    catalog: shipped.catalog,
    thisYear: new Date().getFullYear(),
  });
  await timeLabelled(rules, 2); // once compiled, as in a program that runs on
  report("parse a request", withWorst(await timeLabelled(rules, 5)), "max 5 ms");
  report("parse 1,500 characters", withWorst(await timeLong(rules, 20, 1_500)), "max 5 ms");
  report("parse 10,000 characters", withWorst(await timeLong(rules, 20)), "max 5 ms");

  table(rows.map(({ what, measured, goal }) => ({ what, measured, goal })));
  result({ machine: thisMachine(), rows });
});
