import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("./holding-process.js", import.meta.url));

export interface AnotherProcess {
  /** Resolves once it has let go and ended. */
  release(): Promise<void>;
}

/** A real process that has run the statement on the file, and keeps the transaction which that began open. */
export async function anotherProcess(file: string, statement: string): Promise<AnotherProcess> {
  const child = spawn(process.execPath, [PROGRAM, file, statement], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const [began] = await Promise.race([once(child.stdout, "data"), ended.then(() => [undefined])]);
  if (began === undefined) throw new Error(`could not run ${statement}`);
  return {
    async release() {
      child.stdin.end();
      await ended;
    },
  };
}

/** Starts a program several times, lets all begin at one moment, and returns what each printed. */
export async function allAtOnce(program: string, times: number, args: readonly string[]): Promise<string[]> {
  const children = Array.from({ length: times }, () =>
    spawn(process.execPath, [program, ...args], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  await Promise.all(children.map(({ stdout }) => once(stdout, "readable"))); // each says when it is ready
  for (const { stdin } of children) stdin.end();
  return Promise.all(children.map(({ stdout }) => text(stdout)));
}
