/** A Python of Spark's own: a virtual environment in a git-ignored folder. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { makeFolder } from "../../src/files/make-folder.ts";
import { javaMissing, SPARK_PYTHON } from "../spark/environment.ts";

const REQUIREMENTS = fileURLToPath(new URL("../../../scripts/spark/requirements.txt", import.meta.url));
/** Spark 3.5 runs on 3.9 to 3.12; the first that is found. */
const PYTHONS = ["python3.11", "python3.12", "python3.10", "python3.9", "python3"];
const FITTING = /^3\.(9|10|11|12)$/;

const run = promisify(execFile);

/** Made where it is missing or its requirements have changed. @throws Error that says what to install first */
export async function ownPython(onStep: (step: string) => void): Promise<string> {
  const missing = await javaMissing();
  if (missing) throw new Error(missing);
  const venv = dirname(dirname(SPARK_PYTHON));
  const installed = join(venv, "installed.txt");
  const wanted = await readFile(REQUIREMENTS, "utf8");
  if (existsSync(installed) && (await readFile(installed, "utf8")) === wanted) return SPARK_PYTHON;
  const python = await fittingPython();
  onStep(`makes a virtual environment of ${python} in ${venv}`);
  makeFolder(dirname(venv));
  await refusing(python, ["-m", "venv", "--clear", venv], "On Debian that takes the package python3-venv.");
  onStep("installs pyspark, some 320 MB");
  await refusing(
    SPARK_PYTHON,
    ["-m", "pip", "install", "--quiet", "-r", REQUIREMENTS],
    "It takes a connection to a package index, as pip is set up.",
  );
  await writeFile(installed, wanted);
  return SPARK_PYTHON;
}

async function fittingPython(): Promise<string> {
  for (const python of PYTHONS) {
    const version = await run(python, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).then(
      ({ stdout }) => stdout.trim(),
      () => "",
    );
    if (FITTING.test(version)) return python;
  }
  throw new Error(
    "Spark needs Python 3.9 to 3.12, and none is to be found: install one (Debian: python3.11).",
  );
}

/** @throws Error with the last thing the program said, and the remedy */
async function refusing(program: string, args: readonly string[], remedy: string): Promise<void> {
  try {
    await run(program, args);
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split("\n").at(-1) ?? String(cause);
    throw new Error(`${program} ${args[1]} failed: ${said}. ${remedy}`, { cause });
  }
}

/** What ruff has against the job's code; undefined where it cannot be had. */
export async function linted(python: string): Promise<string | undefined> {
  const code = dirname(REQUIREMENTS);
  const ruff = (...args: string[]) => run(python, ["-m", "ruff", ...args, code]);
  const installed = await run(python, ["-m", "pip", "install", "--quiet", "ruff"]).catch(() => undefined);
  if (!installed) return undefined;
  const said = await Promise.all(
    [ruff("check", "--quiet"), ruff("format", "--check", "--quiet")].map((checked) =>
      checked.then(
        () => "",
        ({ stdout }: { stdout: string }) => stdout.trim() || "not formatted: ruff format scripts/spark",
      ),
    ),
  );
  return said.filter(Boolean).join("\n");
}
