/** The command line as it is typed. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { type Program, SECTIONS } from "./commands.ts";

const MATINEE = fileURLToPath(new URL("./matinee.js", import.meta.url));

function matinee(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MATINEE, ...args], (error, output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}

const programs = SECTIONS.flatMap(({ commands }) =>
  Object.entries(commands).flatMap(([name, entry]) =>
    "file" in entry
      ? [{ typed: name, program: entry }]
      : Object.entries(entry.programs).map(([kind, program]) => ({ typed: `${name} ${kind}`, program })),
  ),
);

/** Runs it in this process, for to begin forty takes longer than all that they do. */
async function helpOf({ file, first = [] }: Program): Promise<string> {
  const url = new URL(file, import.meta.url);
  const argv = process.argv;
  let said = "";
  const writing = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
  const exit = vi.spyOn(process, "exit").mockImplementation(() => {
    throw new Error("ended");
  });
  const complaining = vi.spyOn(console, "error").mockImplementation(() => {}); // of that end
  process.argv = [process.execPath, fileURLToPath(url), ...first, "--help"];
  try {
    await import(`${url.href}?${first}`).catch(() => {});
    expect(exit.mock.calls[0]).toEqual([0]);
  } finally {
    process.argv = argv;
    process.exitCode = undefined;
    for (const spy of [writing, exit, complaining]) spy.mockRestore();
  }
  return said;
}

test.each(programs)(
  "matinee $typed --help tells how it is used, with an example",
  async ({ typed, program }) => {
    const help = await helpOf(program);
    expect(help).toMatch(new RegExp(`^Usage: matinee ${typed.split(" ")[0]}`));
    expect(help).toMatch(new RegExp(`\nExample:\n.*matinee ${typed.split(" ")[0]}`));
  },
);

describe("what is typed", () => {
  test("without a command gets the list of all, and so does --help", async () => {
    const [bare, help] = await Promise.all([matinee(), matinee("--help")]);
    for (const { typed } of programs)
      expect(help.output).toMatch(new RegExp(`^ +${typed.split(" ")[0]} `, "m"));
    expect(bare.errors).toBe(help.output);
    expect(bare.code).toBe(1);
    expect(help.code).toBe(0);
  });

  test("wrongly is answered with the command that may have been meant", async () => {
    const { code, errors } = await matinee("evalute");
    expect(errors).toMatch(/unknown command 'evalute'\n\(Did you mean evaluate\?\)/);
    expect(code).toBe(1);
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
