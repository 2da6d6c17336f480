/** Whether this machine can start a Spark job: Python with what the job imports, and Java. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where npm run check:spark puts its own Python; git-ignored. */
export const SPARK_CACHE = ".cache/spark";
export const SPARK_PYTHON = join(SPARK_CACHE, "venv", "bin", "python");

/** Spark 3.5 runs on these. */
const OLDEST_JAVA = 17;
const NEWEST_JAVA = 21;
/** What scripts/spark/requirements.txt installs. */
const MODULES = ["pyspark", "numpy", "scipy", "pandas", "pyarrow"];

/** The Python to start jobs with. @throws Error that says all that is missing */
export async function sparkPython(given?: string): Promise<string> {
  const python = given ?? (existsSync(SPARK_PYTHON) ? SPARK_PYTHON : "python3");
  const missing = [await javaMissing(), await pythonMissing(python)].filter((text) => text !== undefined);
  if (missing.length === 0) return python;
  throw new Error(
    `--engine spark cannot run here: ${missing.join(" ")} The local engine needs none of this.`,
  );
}

/** What is wrong with this machine's Java for Spark; undefined if nothing is. */
export async function javaMissing(): Promise<string | undefined> {
  const { JAVA_HOME } = process.env;
  const java = JAVA_HOME ? join(JAVA_HOME, "bin", "java") : "java";
  const version = await promisify(execFile)(java, ["-version"]).then(
    ({ stderr }) => javaVersionOf(stderr),
    () => undefined,
  );
  const wanted = `Spark needs Java ${OLDEST_JAVA} to ${NEWEST_JAVA}`;
  if (version === undefined)
    return `${wanted}, and ${java} does not run: install it (Debian: openjdk-17-jre-headless), or set JAVA_HOME.`;
  if (version >= OLDEST_JAVA && version <= NEWEST_JAVA) return undefined;
  return `${wanted}, and ${java} is Java ${version}: set JAVA_HOME to another.`;
}

/** 17 of 'openjdk version "17.0.15"', 8 of '"1.8.0_392"'; undefined of anything else. */
export function javaVersionOf(text: string): number | undefined {
  const [, first, second] = /version "(\d{1,3})(?:\.(\d{1,3}))?/.exec(text) ?? [];
  return first === undefined ? undefined : Number(first === "1" ? second : first);
}

async function pythonMissing(python: string): Promise<string | undefined> {
  const program = `import importlib.util as u; print(*[m for m in ${JSON.stringify(MODULES)} if not u.find_spec(m)])`;
  const found = await promisify(execFile)(python, ["-c", program]).then(
    ({ stdout }) => stdout.trim().split(/\s+/).filter(Boolean),
    () => undefined,
  );
  const remedy = "npm run check:spark sets one up where Python 3.9 or newer is, or name one with --python.";
  if (found === undefined) return `${python} does not run: ${remedy}`;
  return found.length === 0 ? undefined : `${python} lacks ${found.join(", ")}: ${remedy}`;
}
