import { Command } from "commander";

/**
 * A program of the command line, which is yet to be told its options and given what was typed.
 *
 * @param name as typed after "matinee"
 * @param example one whole line, shown below its help
 */
export const command = (name: string, example = `matinee ${name}`): Command =>
  withExample(new Command(`matinee ${name}`), example).showHelpAfterError(
    `matinee ${name} --help tells how it is used.`,
  );

/** @param example one whole line, shown below its help */
export const withExample = (program: Command, example: string): Command =>
  program.addHelpText("after", `\nExample:\n  ${example}`);
