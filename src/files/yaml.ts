import { parse } from "yaml";

/** The value of a YAML text. @param where names it in what is thrown @throws Error with the line of the slip */
export function readYaml(text: string, where: string, reviver?: Parameters<typeof parse>[1]): unknown {
  try {
    return typeof reviver === "function" ? parse(text, reviver) : parse(text);
  } catch (cause) {
    throw new Error(`${where}: ${(cause as Error).message.trim()}`, { cause });
  }
}
