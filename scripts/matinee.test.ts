/** The command line as it is typed. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { SECTIONS } from "./commands.ts";
import { PROGRAMS, typed } from "./testing/typed.ts";

const MATINEE = fileURLToPath(new URL("./matinee.js", import.meta.url));

function matinee(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MATINEE, ...args], (error, output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}

/** What is typed to be told of a command, with what it is called in its usage: programs, and what a program has of its own. */
const HELPS = [
  ...[...PROGRAMS.keys()].map((name) => [name, ""] as const),
  ...["add", "list", "remove"].map((kind) => ["keys", kind] as const),
  ["recommend", "--all"] as const,
];

test.each(HELPS)(
  "matinee %s %s --help tells what it does and how it is used, with an example",
  async (name, more) => {
    const { code, output: help } = await typed(name, ...more.split(" ").filter(Boolean), "--help");
    const [first] = name.split(" ");
    expect(help).toMatch(
      new RegExp(`^Usage: matinee ${first}.*\n\n\\w(?:.|\n)*\n\n(?:Arguments|Options):\n`),
    );
    const [, example = ""] = /\nExample:\n(.*)\n/.exec(help)!;
    expect(example).toContain(`matinee ${first}`);
    const isOfAnother = more === "" && /^(?:keys|schedule)$/.test(name); // which has options of its own
    for (const [option] of isOfAnother ? [] : example.matchAll(/--[a-z-]+/g))
      expect(help).toMatch(new RegExp(`^ +${option} `, "m"));
    expect(code).toBe(0);
  },
);

describe("what is typed", () => {
  test("without a command gets the list of all, and so does --help", async () => {
    const [bare, help] = await Promise.all([matinee(), matinee("--help")]);
    for (const name of PROGRAMS.keys())
      expect(help.output).toMatch(new RegExp(`^ +${name.split(" ")[0]} `, "m"));
    expect(bare.errors).toBe(help.output);
    expect(bare.code).toBe(1);
    expect(help.code).toBe(0);
  });

  test.each([
    ["train", "help train"],
    ["evaluate wishes", "help evaluate wishes"],
    ["evaluate wishes", "evaluate help wishes"],
    ["evaluate", "evaluate help"],
    ["", "help"],
  ])("%s --help is told by %s as well", async (name, asked) => {
    const [help, told] = await Promise.all([
      matinee(...name.split(" ").filter(Boolean), "--help"),
      matinee(...asked.split(" ")),
    ]);
    expect(help.output).toContain("Usage: matinee");
    expect(told).toEqual(help);
  });

  test("wrongly is answered with the command that may have been meant", async () => {
    const { code, errors } = await matinee("evalute");
    expect(errors).toMatch(/unknown command 'evalute'\n\(Did you mean evaluate\?\)/);
    expect(code).toBe(1);
  });

  test("wrongly in a group is answered so as well, where its first command takes no words", async () => {
    const [wrong, step] = await Promise.all([matinee("evaluate", "wishs"), matinee("pipeline", "trian")]);
    expect(wrong.errors).toMatch(
      /^error: unknown command 'wishs'\n\(Did you mean wishes\?\)\nmatinee evaluate --help lists/,
    );
    expect(step.errors).toMatch(/^There is no step "trian"/);
    expect([wrong.code, step.code]).toEqual([1, 1]);
  });

  test("behind a command reaches it as it is, also where the first of a group is meant", async () => {
    const [first, named] = await Promise.all([
      matinee("evaluate", "--people", "0"),
      matinee("evaluate", "sessions", "--people", "0"),
    ]);
    expect(first.errors).toMatch(/^error: option '--people <n>' argument '0' is invalid/);
    expect(named).toEqual(first);
  });

  test("as options that a command does not know is refused by it", async () => {
    const { code, errors } = await matinee("slack", "--bogus");
    expect(errors).toMatch(/^error: unknown option '--bogus'/);
    expect(code).toBe(1);
  });
});

/** Files in which commands are named to people, by their text. */
function* texts(folder = "."): Generator<readonly [file: string, text: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!/^(?:node_modules|dist|downloads|\.git|\.cache)$/.test(entry.name)) yield* texts(path);
    } else if (/(?:\.(?:ts|tsx|md|yaml)|^\.env\.example)$/.test(entry.name))
      yield [path, readFileSync(path, "utf8")];
  }
}

test("every command that is named to people is there", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const commands = new Set(SECTIONS.flatMap(({ commands }) => Object.keys(commands)));
  const missing = (text: string) => [
    // one word is a script where it is marked as one: other sentences say "npm run" as well
    ...[
      ...text.matchAll(
        /npm run (?:--silent )?([a-z]+(?::[a-z]+)+)|`npm run (?:--silent )?([a-z]+)(?![a-z:])/g,
      ),
    ].filter(([, colons, marked]) => !((colons ?? marked!) in scripts)),
    ...[...text.matchAll(/npx matinee ([a-z]+(?:-[a-z]+)*)( -- )?/g)].filter(
      ([, name, dashes]) => !commands.has(name!) || dashes !== undefined,
    ),
  ];
  const wrong = [...texts()].flatMap(([file, text]) => missing(text).map(([said]) => `${file}: ${said}`));
  expect(wrong).toEqual([]);
});
