import { readFile } from "node:fs/promises";
import { z } from "zod";

/** The rows of a file of JSON lines. @throws Error naming the file, the line and what is wrong there */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, i) => {
    const at = `${file}, line ${i + 1}`;
    const result = schema.safeParse(parsed(line, at));
    if (!result.success) throw new Error(`${at}: ${z.prettifyError(result.error)}`);
    return result.data;
  });
}

function parsed(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`${at}: not JSON. Give one JSON object a line.`, { cause });
  }
}
