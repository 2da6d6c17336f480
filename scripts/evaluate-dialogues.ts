/**
 * How many of the films that somebody recommended next, in dialogues between people, are among the first that would be
 * suggested: what was said so far goes into a fresh conversation, and films named before are left out of both. The card that
 * answers the last words is the first of them; those before it the person of the dialogue has never seen, so that they keep nothing away.
 * Usage: npm run evaluate:dialogues -- --from dialogues.jsonl
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { nothingAway } from "../src/conversation/away.ts";
import { nextMovies } from "../src/conversation/turn.ts";
import { readJsonLines } from "../src/files/json-lines.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { requireLlmSettings } from "../src/intent/llm/settings.ts";
import { mustBeFile, run } from "./command-line.ts";
import { openHearing } from "./talk/open-hearing.ts";
import { createTalk, type Hearing } from "./talk/talk.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const DEPTHS = [1, 5, 10, 50] as const;
/** As many more may have been named before. */
const LONGEST_LIST = 100;

const film = z.object({ name: z.string(), movieId: z.string().optional() });
const turnSchema = z.object({
  dialogue: z.string(),
  turns: z.array(z.tuple([z.enum(["seeker", "recommender"]), z.string()])),
  named_by_seeker: z.array(film),
  named_so_far: z.array(film),
  recommended_next: z.array(film),
});
type DialogueTurn = z.infer<typeof turnSchema>;

interface Options {
  readonly from: string;
  readonly show?: string;
  readonly llm?: true;
  readonly json?: true;
}

function readOptions(args: readonly string[]): Options {
  return command("evaluate dialogues", "matinee evaluate dialogues --from dialogues.jsonl")
    .description("How many of the films that people recommend each other would be suggested.")
    .requiredOption(
      "--from <file>",
      'JSON lines: "turns", pairs of "seeker" or "recommender" and a text; "named_so_far" and "recommended_next", films with their "movieId"',
    )
    .option("--llm", "the language model that is set reads what is said")
    .option("--show <dialogue>", "print what is suggested in the dialogues whose name begins so")
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const { from, show, llm, json } = readOptions(args);
  const { line, table, result } = telling(json);
  mustBeFile(from, "dialogues as JSON lines (see --help)");
  const hearing = await openHearing(readConfig(), llm && requireLlmSettings(process.env));
  const { world } = hearing;

  const rows = await readJsonLines(from, turnSchema);
  const halves = [newCount(), newCount()];
  const talked = new Set<string>();
  const asTitles = new Set<string>();
  for (const row of rows) {
    const { list, wish, texts, nameless, asksWhich } = await suggested(hearing, row);
    const half = halves[isTunedOn(row.dialogue) ? 0 : 1]!;
    half.turns++;
    if (wish) half.wished++;
    if (wish && wish.near.length > 0) half.near++;
    for (const at of nameless) talked.add(`${row.dialogue} ${at}`);
    for (const at of asksWhich) asTitles.add(`${row.dialogue} ${at}`);
    half.pairs += row.recommended_next.length;
    for (const { movieId } of row.recommended_next) {
      const rank = movieId === undefined ? -1 : list.indexOf(movieId);
      for (const [at, depth] of DEPTHS.entries()) if (rank >= 0 && rank < depth) half.found[at]!++;
    }
    if (show !== undefined && row.dialogue.startsWith(show)) {
      const title = (id: string) => world.catalog.byId(id)?.title ?? id;
      line(
        `\n${texts.join(" / ")}\n  ${JSON.stringify(wish && { ...wish.filters, near: wish.near.map(title) })}`,
      );
      line(
        `  ${list.slice(0, 5).map(title).join(" | ")}  <- ${row.recommended_next.map(({ name }) => name).join(", ")}`,
      );
    }
  }
  const recalls = {
    "tuned on": recall(halves.slice(0, 1)),
    "the others": recall(halves.slice(1)),
    all: recall(halves),
  };
  table(recalls);
  line(
    `Of ${talked.size} texts that name no film ${asTitles.size} are asked which film they mean${show === undefined ? "" : `: ${[...asTitles].join("; ")}`}`,
  );
  result({ ...recalls, nameless: talked.size, askedWhich: asTitles.size });
}

interface Count {
  turns: number;
  pairs: number;
  wished: number;
  near: number;
  found: number[];
}

const newCount = (): Count => ({ turns: 0, pairs: 0, wished: 0, near: 0, found: DEPTHS.map(() => 0) });

/** Coefficients are chosen on one half of the dialogues alone. */
const isTunedOn = (dialogue: string): boolean => createHash("sha256").update(dialogue).digest()[0]! % 2 === 0;

function recall(halves: readonly Count[]) {
  const sum = (of: (half: Count) => number) => halves.reduce((total, half) => total + of(half), 0);
  const [turns, pairs] = [sum((half) => half.turns), sum((half) => half.pairs)];
  const depths = DEPTHS.map((depth, at) => [`R@${depth}`, rounded(sum(({ found }) => found[at]!) / pairs)]);
  return {
    turns,
    pairs,
    ...Object.fromEntries(depths),
    "with a wish": rounded(sum(({ wished }) => wished) / turns),
    "near a film": rounded(sum(({ near }) => near) / turns),
  };
}

const rounded = (share: number): number => Number(share.toFixed(4));

async function suggested(hearing: Hearing, { dialogue, turns, named_so_far, named_by_seeker }: DialogueTurn) {
  const talk = createTalk(hearing, `${dialogue}-${turns.length}`);
  talk.play({ kind: "commanded", command: { kind: "next" } });
  const texts = turns.flatMap(([who, text]) => (who === "seeker" ? [text] : []));
  const names = [...named_so_far, ...named_by_seeker].map(({ name }) => name.replace(/ \(\d{4}\)$/, ""));
  const nameless: number[] = [];
  const asksWhich: number[] = [];
  for (const [at, text] of texts.entries()) {
    await talk.say(text);
    if (names.some((name) => text.includes(name))) continue;
    nameless.push(at);
    if ((talk.state.dialogue.choice?.purpose ?? "show") !== "show") asksWhich.push(at);
  }
  const { person } = talk.state;
  const { shown } = nothingAway(person.away.answered.length);
  const turn = {
    world: hearing.world,
    state: { ...talk.state, person: { ...person, away: { ...person.away, shown } } },
    event: { id: dialogue, atMs: talk.nowMs, kind: "opened" },
    effects: [],
  } as const;
  const named = new Set(named_so_far.map(({ movieId }) => movieId));
  const list = nextMovies(turn, LONGEST_LIST).ranked.map(({ id }) => id);
  return {
    texts,
    nameless,
    asksWhich,
    list: list.filter((id) => !named.has(id)),
    wish: talk.state.dialogue.wish,
  };
}

await run(main);
