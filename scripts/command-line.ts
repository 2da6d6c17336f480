/** What the scripts share on the command line. */
import { InvalidArgumentError } from "commander";

/** For an option of commander. @throws InvalidArgumentError, of which commander makes a sentence */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** Runs a script; what goes wrong is a sentence, not a stack, and makes the exit code 1. */
export async function run(main: (args: string[]) => Promise<unknown>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
