/**
 * Says people's wishes to the real conversation and judges the first five films it suggests.
 * Usage: npm run evaluate:wishes -- --each
 */
import { Option } from "commander";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { requireLlmSettings } from "../src/intent/llm/settings.ts";
import { mustBeFile, run } from "./command-line.ts";
import { type Answered, answerTo, SHOWN } from "./evaluate-wishes/answered.ts";
import { createJudge, type Judgement } from "./evaluate-wishes/judge.ts";
import { readReadings, startLoopback } from "./evaluate-wishes/readings.ts";
import { readWishes, type Wish } from "./evaluate-wishes/wishes.ts";
import { openHearing } from "./talk/open-hearing.ts";
import type { Hearing } from "./talk/talk.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

/** How a model that makes no mistake would read them. */
const READINGS = "data/requests/wish-readings.jsonl";

interface Options {
  readonly from: string;
  readonly each: boolean;
  readonly match?: string;
  readonly llm?: true;
  readonly loopback?: true;
  readonly json?: true;
}

function readOptions(args: readonly string[]): Options {
  return command("evaluate wishes", "matinee evaluate wishes --each")
    .description("Says wishes to the conversation, and judges the films that it suggests.")
    .option("--from <file>", "the wishes", "data/requests/wishes.jsonl")
    .option("--each", "also print how every open wish was answered", false)
    .option("--match <words>", "only open wishes that have these words")
    .option("--llm", "the language model that is set reads them first")
    .addOption(
      new Option("--loopback", `so does an endpoint of our own, which answers with ${READINGS}`).conflicts(
        "llm",
      ),
    )
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
}

interface Judged {
  readonly wish: Wish;
  readonly answered: Answered;
  readonly judgements: readonly Judgement[];
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const { llm, loopback, from } = options;
  mustBeFile(from, "wishes as JSON lines (data/requests/README.md says how)");
  if (!loopback)
    return measure(options, await openHearing(readConfig(), llm && requireLlmSettings(process.env)));
  const endpoint = await startLoopback(await readReadings(READINGS));
  try {
    await measure(options, await openHearing(readConfig(), endpoint.settings));
    telling(options.json).line(`Texts that the rules read, for want of a reading: ${endpoint.unread.size}`);
  } finally {
    await endpoint.close();
  }
}

async function measure({ from, each, match, json }: Options, hearing: Hearing): Promise<void> {
  const { line, table, result } = telling(json);
  const { wishes, films } = await readWishes(from);
  const { judge } = createJudge(hearing.world.catalog, films);
  const chosen = match ? wishes.filter(({ held, text }) => !held && text.includes(match)) : wishes;
  const judged: Judged[] = [];
  for (const [at, wish] of chosen.entries()) {
    const answered = await answerTo(hearing, wish, `wish-${at}`);
    judged.push({ wish, answered, judgements: answered.shown.map((movie) => judge(wish, movie)) });
  }
  if (each || match) for (const one of judged) if (!one.wish.held) line(inWords(one));
  const [open, held] = [false, true].map((isHeld) =>
    judged.filter(({ wish }) => (wish.held === true) === isHeld),
  );
  const halves = { open: open!, "held back": held! };
  const summaries = Object.entries(halves).flatMap(([half, all]) =>
    all.length > 0 ? [[half, summary(all)] as const] : [],
  );
  for (const [half, figures] of summaries) table({ [half]: figures });
  result(Object.fromEntries(summaries));
}

function inWords({ wish, answered, judgements }: Judged): string {
  const { shown, said, asksBack, falseVerdicts } = answered;
  return [
    `\n${[...(wish.before ?? []), wish.text].join(" / ")}`,
    ...(falseVerdicts.length > 0 ? [`  FALSE: ${falseVerdicts.join(", ")}`] : []),
    shown.length === 0
      ? `  ${asksBack ? "asks" : "nothing"}: ${said.split("\n")[0]}`
      : `  [${said.split("\n").slice(0, 2).join(" | ").slice(0, 150)}]`,
    ...shown.map(({ title, year }, at) => `  ${SIGN[judgements[at]!]} ${title} (${year})`),
  ].join("\n");
}

const SIGN: Record<Judgement, string> = { fits: "+", misfits: "-", open: "?" };

/** Shares: of wishes for what is shown first and for silence, of the five places of every wish for the others. */
function summary(all: readonly Judged[]): Record<string, number> {
  const places = all.length * SHOWN;
  const share = (count: number, of: number) => Number((count / of).toFixed(3));
  const count = (which: Judgement) =>
    all.reduce((sum, { wish, judgements }) => {
      const those = judgements.filter((one) => one === which).length;
      if (!wish.titleIs) return sum + those;
      // The one film that is meant is all that is wanted.
      const found = judgements.includes("fits");
      return sum + (which === "fits" ? (found ? SHOWN : 0) : which === "misfits" && !found ? those : 0);
    }, 0);
  const [fits, misfits] = [count("fits"), count("misfits")];
  const silent = all.filter(({ answered }) => answered.shown.length === 0);
  const asking = silent.filter(({ answered }) => answered.asksBack);
  return {
    wishes: all.length,
    "fit@1": share(all.filter(({ judgements: [first] }) => first === "fits").length, all.length),
    "fit@5": share(fits, places),
    "misfit@5": share(misfits, places),
    "fit of judged": share(fits, fits + misfits),
    "asked back": share(asking.length, all.length),
    "nothing said": share(silent.length - asking.length, all.length),
    "false verdicts": all.flatMap(({ answered }) => answered.falseVerdicts).length,
  };
}

await run(main);
