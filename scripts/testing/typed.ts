/** Commands as they are typed, in this process: to begin sixty takes longer than all that they do. */
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { type Program, SECTIONS } from "../commands.ts";

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Every program, by what is typed to run it. */
export const PROGRAMS: ReadonlyMap<string, Program> = new Map(
  SECTIONS.flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([name, entry]) =>
      "file" in entry
        ? [[name, entry] as const]
        : Object.entries(entry.programs).map(([kind, program]) => [`${name} ${kind}`, program] as const),
    ),
  ),
);

/** In the place of the end of the process. */
const ENDED = "ended by itself";
let runs = 0;

/**
 * Runs a command to its end, each time as if it were new.
 *
 * @param name as in PROGRAMS
 */
export async function typed(name: string, ...args: readonly string[]): Promise<Ended> {
  const { file, first = [] } = PROGRAMS.get(name)!;
  const url = new URL(`../${file}`, import.meta.url);
  const argv = process.argv;
  let [output, errors, exited] = ["", "", undefined as number | undefined];
  const heard = (...said: readonly unknown[]) => `${said.map(String).join(" ")}\n`;
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      output += text;
      return true;
    }),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      errors += text;
      return true;
    }),
    vi.spyOn(console, "log").mockImplementation((...said) => {
      output += heard(...said);
    }),
    vi.spyOn(console, "table").mockImplementation(() => {}),
    vi.spyOn(console, "error").mockImplementation((...said) => {
      if (said[0] !== ENDED) errors += heard(...said);
    }),
    vi.spyOn(process, "exit").mockImplementation((code) => {
      exited ??= Number(code ?? process.exitCode ?? 0);
      throw new Error(ENDED);
    }),
  ];
  process.argv = [process.execPath, fileURLToPath(url), ...first, ...args];
  process.exitCode = undefined;
  try {
    await import(`${url.href}?${++runs}`).catch((error) => {
      if (error.message !== ENDED) throw error;
    });
    return { code: exited ?? Number(process.exitCode ?? 0), output, errors };
  } finally {
    process.argv = argv;
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
