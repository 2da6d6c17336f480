/** What every command does with options that it does not know, or with values that make no sense. */
import { expect, test } from "vitest";
import { PROGRAMS, typed } from "./testing/typed.ts";

const NAMES = [...PROGRAMS.keys()];
/** Values that are numbers, or written in some other way of their own. */
const EXACT = /^(?:n|d|share|films|number|pixels|requests|days|seconds|date|url|size|addresses)$/;
const CHOICES = "(choices:";

interface Option {
  readonly name: string;
  readonly isExact: boolean;
}

/** The options that take a value, as the help lists them. */
function optionsIn(help: string): Option[] {
  const [, list = ""] = help.split("\nOptions:\n");
  return list.split(/\n {2}(?=-)/).flatMap((text) => {
    const [, name, value] = /^ *(--[a-z-]+) <([a-z=]+)(?:\.\.\.)?>/.exec(text) ?? [];
    return name === undefined ? [] : [{ name, isExact: EXACT.test(value!) || text.includes(CHOICES) }];
  });
}

test.each(NAMES)(
  "matinee %s refuses an option that it does not know, and says where its own are told",
  async (name) => {
    const { code, output, errors } = await typed(name, "--no-such-option");
    expect(errors).toMatch(
      /^error: (?:unknown option '--no-such-option'|(?:required option|missing required argument) '.+')/,
    );
    expect(errors).toMatch(new RegExp(`\nmatinee ${name.split(" ")[0]}.* --help tells how it is used\\.\n$`));
    expect(output).toBe("");
    expect(code).toBe(1);
  },
);

test.each(NAMES)("matinee %s refuses values that make no sense before it reads anything", async (name) => {
  const { output: help } = await typed(name, "--help");
  for (const { name: option, isExact } of optionsIn(help)) {
    if (!isExact) continue;
    const { code, output, errors } = await typed(name, option, "many");
    expect(errors).toMatch(
      new RegExp(
        `^error: option '${option}.*argument 'many' is invalid\\. (?:Expected|Allowed choices are) `,
      ),
    );
    expect(errors).toMatch(/ --help tells how it is used\.\n$/);
    expect([code, output]).toEqual([1, ""]);
  }
});

test("an option without its value is told of, and so is what nobody asked for", async () => {
  for (const [name, args] of [
    ["backup", ["--to"]],
    ["doctor", ["again"]],
    ["evaluate sessions", ["sessions"]],
    ["keys", ["bogus"]],
    ["keys", ["add", "--name", "page", "--scope", "all"]],
    ["keys", ["add", "--name", " ", "--scope", "read"]],
    ["keys", ["add", "--name", "page", "--scope", "read", "--limit", "0"]],
  ] as const) {
    const { code, errors } = await typed(name, ...args);
    expect(errors).toMatch(/^error: .+\nmatinee .+ --help tells how it is used\.\n$/);
    expect(code).toBe(1);
  }
});
