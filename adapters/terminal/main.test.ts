/** The program itself, on the model that ships, or a small one where films do not matter: lines in, plain text out. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSmallModel } from "../../src/artifacts/testing/small-model.ts";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { makeLargeDamaged } from "../../src/store/testing/damaged-file.ts";
import { KEY, startTmdb } from "../../src/tmdb/fake/fake-tmdb.ts";

const MAIN = fileURLToPath(new URL("./main.js", import.meta.url));

interface Run {
  readonly output: string;
  readonly errors: string;
  readonly code: number | null;
}

async function run(
  args: readonly string[],
  lines: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH, ...env } });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdin.end(lines.map((line) => `${line}\n`).join(""));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { output, errors, code };
}

/** A small model, on which the program starts in a third of the time. */
let small: string;
beforeAll(async () => {
  small = await writeSmallModel(mkdtempSync(join(tmpdir(), "matinee-small-")));
});
afterAll(() => rmSync(small, { recursive: true }));

/** What is said after a line of the person's. */
const after = (output: string, line: string): string =>
  output.split(`› ${line}\n`)[1]!.split("\n› ")[0]!.trim();
const titleIn = (said: string): string => /^.+ \(\d{4}\)$/m.exec(said)![0];

test("what is said of a film is in its ratings at once, and not when it is taken back", async () => {
  const db = join(await temporaryFolder(), "matinee.db");
  const asks = "how is Blaze (2018) rated?";
  const { output } = await run(["--db", db], [asks, "Blaze (2018)", asks, "undo", asks]);
  const ratings = [...output.matchAll(/in (\d+) ratings/g)].map(([, count]) => Number(count));
  expect(ratings).toEqual([ratings[0], ratings[0]! + 1, ratings[0]]);
});

test("a newcomer with typing errors gets suggestions that follow the answers, and is remembered by the next start", async () => {
  const db = join(await temporaryFolder(), "matinee.db");
  const first = await run(
    ["--db", db, "--user", "ada"],
    [
      "teh matrx",
      "dune",
      "2021",
      "skip",
      "y",
      "n",
      "s",
      "i",
      "undo",
      "more like amelie",
      "quit",
      "never read",
    ],
  );
  expect(first).toMatchObject({ errors: "", code: 0 });
  const { output } = first;
  expect(after(output, "teh matrx")).toContain("⭐ Noted: The Matrix (1999)");
  expect(after(output, "dune")).toMatch(/1\. Dune \(\d{4}\)[\s\S]*2\. Dune \(\d{4}\)/);
  expect(after(output, "2021")).toContain("⭐ Noted: Dune (2021)");
  const shown = ["skip", "y", "n", "s"].map((line) => titleIn(after(output, line)));
  expect(new Set(shown).size).toBe(4);
  expect(after(output, "y")).toContain(`👍 Noted: ${shown[0]}`);
  expect(after(output, "n")).toContain(`👎 Noted: not ${shown[1]}`);
  expect(after(output, "i")).toContain("What speaks for it");
  expect(after(output, "undo")).toMatch(/^Undone: ⏭️ skipped/);
  expect(titleIn(after(output, "undo"))).toBe(shown[2]);
  expect(output).not.toContain("never read");
  expect(output).not.toContain("\u001b");

  const onTheTable = titleIn(after(output, "more like amelie"));
  const second = await run(["--db", db, "--user", "ada"], ["likes"]);
  expect(second.output).toContain("Welcome back. I remember 4 answers of yours.");
  expect(second.output).toContain(onTheTable);
  expect(after(second.output, "likes")).toContain(`👍 ${shown[0]}`);

  const other = await run(["--db", db, "--user", "bob"], ["likes"]);
  expect(after(other.output, "likes")).toContain("You have not liked anything yet.");
});

test("a request in the person's own words is read back, refined, taken apart, and in force after a restart", async () => {
  const db = join(await temporaryFolder(), "matinee.db");
  const { output } = await run(
    ["--db", db, "--user", "ada"],
    [
      "a comedy from the 90s",
      "nothing with war",
      "drop the years",
      "thanks!",
      "what's it about?",
      "drop comedy",
    ],
  );
  const firstLine = (line: string) => after(output, line).split("\n")[0];
  expect(firstLine("a comedy from the 90s")).toBe("Comedy · 1990-1999");
  expect(firstLine("nothing with war")).toBe("Comedy · 1990-1999 · not War");
  expect(firstLine("drop the years")).toBe("Comedy · not War");
  expect(after(output, "drop the years")).toContain("Say drop Comedy, or drop any other part");
  expect(after(output, "thanks!")).toContain("You are welcome.");
  expect(titleIn(after(output, "what's it about?"))).toBe(titleIn(after(output, "drop the years")));
  expect(firstLine("drop comedy")).toBe("not War");
  const second = await run(["--db", db, "--user", "ada"], ["next"]);
  expect(after(second.output, "next").split("\n")[0]).toBe("not War");
});

test("with a key it says what TMDB knows of a film, and without a TMDB what it says without a key", async () => {
  const tmdb = await startTmdb([
    {
      id: 603,
      imdb_id: "tt0133093",
      title: "The Matrix",
      release_date: "1999-03-31",
      overview: "A programmer learns what the world is made of.",
      poster_path: "/matrix.jpg",
      providers: { GB: { flatrate: [{ provider_name: "Streams" }] } },
    },
  ]);
  const env = { TMDB_API_KEY: KEY, TMDB_API_URL: tmdb.url, MATINEE_COUNTRY: "gb" };
  const db = join(await temporaryFolder(), "matinee.db");
  const where = "where can I watch The Matrix?";
  const ask = (more: NodeJS.ProcessEnv = {}) =>
    run(["--db", db, "--user", "ada", "--artifacts", small], ["skip", ...Array(8).fill(where), "help"], {
      ...env,
      ...more,
    });
  /** To the last time: what did not come in time on a busy machine is at hand the next. */
  const told = (output: string) => output.split(`› ${where}\n`).at(-1)!;
  const known = await ask();
  expect(known).toMatchObject({ errors: "", code: 0 });
  expect(told(known.output)).toMatch(/Where to watch +United Kingdom: Streams \(by JustWatch\)/);
  expect(told(known.output)).toMatch(/Notice +This product uses the TMDB API/);
  expect(after(known.output, "help")).toMatch(/TMDB +This product uses the TMDB API/);
  const nobodyThere = { TMDB_API_URL: "http://127.0.0.1:1/3", MATINEE_COUNTRY: "fr" };
  const unanswered = await ask(nobodyThere);
  expect(unanswered).toMatchObject({ errors: "", code: 0 });
  const without = await ask({ TMDB_API_KEY: "" });
  expect(after(unanswered.output, where)).toBe(after(without.output, where));
  expect(after(without.output, where)).toContain("I do not know where it can be watched.");
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "what was answered before %s is kept, in one file",
  async (signal) => {
    const db = join(await temporaryFolder(), "matinee.db");
    const child = spawn(process.execPath, [MAIN, "--db", db, "--user", "ada", "--artifacts", small], {
      env: { PATH: process.env.PATH },
    });
    const ended = once(child, "close");
    child.stdin.write("skip\ny\n");
    for await (const chunk of child.stdout.setEncoding("utf8")) if (chunk.includes("👍 Noted")) break;
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(dirname(db))).toEqual(["matinee.db"]);
    const store = await openSqliteStore(db);
    expect((await store.load({ platform: "terminal", id: "ada" }, "terminal:ada")).log).toMatchObject([
      { verdict: "like" },
    ]);
    await store.close();
  },
);

test("a large database that is found to be damaged ends it with a sentence", async () => {
  const db = join(await temporaryFolder(), "matinee.db");
  await makeLargeDamaged(db);
  const child = spawn(process.execPath, [MAIN, "--db", db, "--artifacts", small], {
    env: { PATH: process.env.PATH },
  });
  child.stdout.resume();
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect(errors).toMatch(/^([^\n]*matinee\.db: the database is damaged\. [^\n]*backup[^\n]*\n)+$/);
  expect(code).toBe(1);
});

test.each([
  ["an unknown option", ["--bogus"], /unknown option '--bogus'/],
  ["a folder without a model", ["--artifacts", "/nowhere"], /\/nowhere.*npm run train/],
  ["a policy that is not there", ["--policy", "/nowhere.yaml"], /\/nowhere\.yaml/],
  ["a folder for a database", ["--db", "/"], /\/: a folder/],
  ["no name for a database", ["--db", ""], /names no file.*--db/],
])("%s is one clear sentence, not a stack", async (_mistake, args, message) => {
  const { errors, code } = await run(args);
  expect(errors).toMatch(message);
  expect(errors).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
});

test("--help names every option", async () => {
  const { output, code } = await run(["--help"]);
  for (const option of ["--user", "--db", "--artifacts", "--policy"]) expect(output).toContain(option);
  expect(code).toBe(0);
});

test("several at one keyboard find a film, one ballot after the other, and the next start knows whose turn it is", async () => {
  const db = join(await temporaryFolder(), "matinee.db");
  const evening = [
    "together",
    "ben and cyd are in",
    "ben: I love Alien, Predator, Terminator 2",
    "cyd: I love Notting Hill, Pretty Woman, Love Actually",
    "under two hours, no horror",
    "start",
  ];
  const { output, errors } = await run(
    ["--db", db, "--user", "ada"],
    [...evening, "1 2, veto 3", "2, seen 1", "2 3", "something funny", "quit"],
  );
  expect(errors).toBe("");
  expect(after(output, evening[1]!)).toContain("In (3): ada, ben and cyd.");
  expect(after(output, evening[2]!)).toContain("For tonight I go by Alien (1979), Predator (1987)");
  expect(after(output, evening[4]!)).toContain("up to 120 min · not Horror");
  const list = after(output, "start");
  expect(list).toContain("ada, it is you: the others look away.");
  const second = /^2\. (.+ \(\d{4}\))/m.exec(list)![1]!;
  expect(after(output, "1 2, veto 3")).toContain("ben, it is you");
  const result = after(output, "2 3");
  expect(result).toContain(`Tonight: ${second}`);
  expect(result).toContain("3 of 3 would watch it.");
  expect(titleIn(after(output, "something funny"))).toBeTruthy();
});
