/** What the commands around a pipeline share. */
import { InvalidArgumentError } from "commander";
import { readConfig } from "../../src/host/config.ts";

/** Beside the database, as all that belongs to it. */
export const pipelineFolder = (): string => `${readConfig().MATINEE_DB}-pipeline`;

/** For an option that may come again: "name=value" @throws InvalidArgumentError */
export function named(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Expected a name and a value, such as data=folder.");
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
