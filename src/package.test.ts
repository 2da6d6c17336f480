/** The package as somebody installs it: packed, unpacked elsewhere, and run by the README's own lines. */
import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
/** The example in the README, as it is printed. */
const snippet = /```js\n(import \{[^`]*from "matinee";\n[^`]*)```/.exec(
  readFileSync("README.md", "utf8"),
)![1]!;

let folder: string;
let packed: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-package-"));
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
  const [{ filename, files }] = JSON.parse(stdout);
  packed = files.map(({ path }: { path: string }) => path);
  await run("tar", ["-xzf", join(folder, filename), "-C", folder]);
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(folder, "package"), join(folder, "node_modules", "matinee"));
  // What npm would have installed beside it, without a network.
  for (const name of readdirSync("node_modules"))
    if (!name.startsWith(".")) symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
  symlinkSync(resolve("node_modules"), join(folder, "package", "node_modules"));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function program(lines: string): Promise<{ stdout: string; stderr: string }> {
  writeFileSync(join(folder, "program.mjs"), lines);
  return run(process.execPath, ["program.mjs"], { cwd: folder });
}

test("runs the README's example as it is printed, with the model that comes along", async () => {
  const { stdout, stderr } = await program(`${snippet}\nconsole.log(recommender.movie(best.row).title);`);
  expect(stdout.trim()).not.toBe("");
  expect(stderr).toBe("");
});

test("holds what it exports and what that reads, and no tests", () => {
  for (const file of [
    "dist/src/index.js",
    "dist/src/index.d.ts",
    "artifacts/manifest.json",
    "artifacts/NOTICE.md",
    "data/policy.yaml",
    "data/films/vocabulary.yaml",
    "dist/src/intent/words-as-built.json",
    "migrations/0001_memory.sql",
  ])
    expect(packed).toContain(file);
  expect(packed.filter((file) => /\.test\.|\/fake\/|\/testing\/|^src\//.test(file))).toEqual([]);
});

test("refuses in a sentence what makes no sense, and tells of movies that it does not know", async () => {
  const { stdout, stderr } = await program(`
    import { createRecommender, policyFrom, readArtifacts } from "matinee";
    const recommender = createRecommender(await readArtifacts(), policyFrom({}));
    const heat = { movie: "tt0113277", verdict: "like", atMs: 0 };
    try { recommender.taste([{ ...heat, verdict: "adore" }]); } catch (error) { console.log(String(error)); }
    recommender.taste([heat, { ...heat, movie: "tt9999999" }]);
  `);
  expect(stdout.trim()).toBe(
    "InputError: feedback.0.verdict: a verdict is one of favourite, like, dislike, skip, seen, never",
  );
  expect(stderr).toContain("knows no movie tt9999999");
});
