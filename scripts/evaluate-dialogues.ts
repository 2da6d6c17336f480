/**
 * How many of the films that somebody recommended next, in dialogues between people, are among the first that would be
 * suggested: what was said so far goes into a fresh conversation, and films named before are left out of both.
 * Usage: npm run evaluate:dialogues -- --from dialogues.jsonl
 */
import { z } from "zod";
import { nextMovies } from "../src/conversation/turn.ts";
import { readJsonLines } from "../src/files/json-lines.ts";
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { openReading } from "../src/host/open-reader.ts";
import { openWorld } from "../src/host/open-world.ts";
import { mustBeFile, run } from "./command-line.ts";
import { createTalk, type Hearing } from "./talk/talk.ts";

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
}

function readOptions(args: readonly string[]): Options {
  return command("evaluate dialogues", "matinee evaluate dialogues --from dialogues.jsonl")
    .description("How many of the films that people recommend each other would be suggested.")
    .requiredOption(
      "--from <file>",
      'JSON lines: "turns", pairs of "seeker" or "recommender" and a text; "named_so_far" and "recommended_next", films with their "movieId"',
    )
    .option("--show <dialogue>", "print what is suggested in the dialogues whose name begins so")
    .parse(args, { from: "user" })
    .opts<Options>();
}

async function main(args: readonly string[]): Promise<void> {
  const { from, show } = readOptions(args);
  mustBeFile(from, "dialogues as JSON lines (see --help)");
  const config = readConfig();
  const world = await openWorld(config.MATINEE_ARTIFACTS, config.MATINEE_POLICY);
  const { read } = await openReading(world, config.MATINEE_WORDS);
  const hearing = { world, read };

  const rows = await readJsonLines(from, turnSchema);
  const found = DEPTHS.map(() => 0);
  let [pairs, wished, near, asTitles] = [0, 0, 0, 0];
  for (const row of rows) {
    const { list, wish, asksWhich, texts } = suggested(hearing, row);
    if (wish) wished++;
    if (wish && wish.near.length > 0) near++;
    asTitles += asksWhich;
    pairs += row.recommended_next.length;
    for (const { movieId } of row.recommended_next) {
      const rank = movieId === undefined ? -1 : list.indexOf(movieId);
      for (const [at, depth] of DEPTHS.entries()) if (rank >= 0 && rank < depth) found[at]!++;
    }
    if (show !== undefined && row.dialogue.startsWith(show)) {
      const title = (id: string) => world.catalog.byId(id)?.title ?? id;
      console.log(
        `\n${texts.join(" / ")}\n  ${JSON.stringify(wish && { ...wish.filters, near: wish.near.map(title) })}`,
      );
      console.log(
        `  ${list.slice(0, 5).map(title).join(" | ")}  <- ${row.recommended_next.map(({ name }) => name).join(", ")}`,
      );
    }
  }
  console.log(`${rows.length} turns, ${pairs} recommendations`);
  console.table(
    Object.fromEntries(DEPTHS.map((depth, at) => [`R@${depth}`, Number((found[at]! / pairs).toFixed(4))])),
  );
  const share = (count: number) => (count / rows.length).toFixed(3);
  console.log(
    `turns with a wish ${share(wished)}, near a film ${share(near)}; asked which film: ${asTitles} texts`,
  );
}

function suggested(hearing: Hearing, { dialogue, turns, named_so_far }: DialogueTurn) {
  const talk = createTalk(hearing, `${dialogue}-${turns.length}`);
  talk.play({ kind: "commanded", command: { kind: "next" } });
  const texts = turns.flatMap(([who, text]) => (who === "seeker" ? [text] : []));
  let asksWhich = 0;
  for (const text of texts) {
    talk.say(text);
    if (talk.state.dialogue.choice) asksWhich++;
  }
  const turn = {
    world: hearing.world,
    state: talk.state,
    event: { id: dialogue, atMs: talk.nowMs, kind: "opened" },
    effects: [],
  } as const;
  const named = new Set(named_so_far.map(({ movieId }) => movieId));
  const list = nextMovies(turn, LONGEST_LIST).ranked.map(({ id }) => id);
  return {
    texts,
    asksWhich,
    list: list.filter((id) => !named.has(id)),
    wish: talk.state.dialogue.wish,
  };
}

await run(main);
