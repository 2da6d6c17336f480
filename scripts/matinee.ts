#!/usr/bin/env node
/** All that Matinee does, by one name. Usage: npx matinee, npx matinee train --help */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { asStep } from "../src/operations/pipeline/as-step.ts";
import { type Program, SECTIONS } from "./commands.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const matinee = new Command("matinee")
  .description("One movie at a time, and the next one is better.")
  .version(version)
  .showHelpAfterError("matinee --help lists the commands.")
  .addHelpText("after", "\nmatinee <command> --help tells more of each.");

for (const { title, commands } of SECTIONS) {
  matinee.commandsGroup(`${title}:`);
  for (const [name, entry] of Object.entries(commands)) {
    if ("file" in entry) add(matinee, name, entry);
    else {
      const group = matinee
        .command(name)
        .description(entry.does)
        .showHelpAfterError(`matinee ${name} --help lists what it does.`);
      for (const [i, [kind, program]] of Object.entries(entry.programs).entries())
        add(group, kind, program, i === 0 && (program.takesWords || !isWord(process.argv[3])));
      group.addHelpText("after", `\nmatinee ${name} <command> --help tells more of each.`);
    }
  }
}

/** As a command is, mistyped or not, and no option. */
function isWord(typed: string | undefined): boolean {
  return typed !== undefined && !typed.startsWith("-");
}

/** What is typed behind the name is the program's own affair, --help included. */
function add(parent: Command, name: string, { does, file, first = [] }: Program, isDefault = false): void {
  parent
    .command(name, { isDefault })
    .description(does)
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .usage("[options]")
    .action(async (_options, { args }: Command) => {
      const program = new URL(file, import.meta.url);
      process.argv.splice(1, Infinity, fileURLToPath(program), ...first, ...args);
      await import(program.href);
    });
}

const GROUPS: ReadonlySet<string> = new Set(
  SECTIONS.flatMap(({ commands }) => Object.keys(commands).filter((name) => "programs" in commands[name]!)),
);

/** "help train" and "evaluate help wishes" as well: of these the program itself tells most. */
function asTyped(args: readonly string[]): readonly string[] {
  const at = args.indexOf("help");
  const isGroup = at === 1 && GROUPS.has(args[0]!);
  if (at !== 0 && !isGroup) return args;
  return [...args.slice(0, at), ...args.slice(at + 1), "--help"];
}

asStep();
await matinee.parseAsync(asTyped(process.argv.slice(2)), { from: "user" });
