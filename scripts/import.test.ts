/** What was watched elsewhere, taken in and written out on the command line, with the model that ships. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readArtifacts } from "../src/artifacts/read-artifacts.ts";
import { temporaryFolder } from "../src/dataset/testing/temporary-folder.ts";
import { openStore } from "../src/store/open-store.ts";

const MATINEE = fileURLToPath(new URL("./matinee.js", import.meta.url));

function matinee(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MATINEE, ...args], (error, output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}

test("nothing is taken in without --yes, then once, and what is written out is taken in by another", async () => {
  const folder = await temporaryFolder();
  const [db, other] = [join(folder, "one.db"), join(folder, "other.db")];
  const file = join(folder, "ratings.csv");
  const leftOut = join(folder, "left-out.csv");
  writeFileSync(
    file,
    "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,x,4.5\n2024-01-02,Nobody Made This,2001,x,4\n",
  );
  const into = (where: string, what: string, ...more: string[]) =>
    matinee("import", what, "--user", "ada", "--db", where, ...more);

  const tried = await into(db, file, "--left-out", leftOut);
  expect(tried).toMatchObject({ code: 0, errors: "" });
  expect(tried.output).toMatch(/1 film: 1 with stars\.[\s\S]*Nothing was noted: add --yes/);
  expect(readFileSync(leftOut, "utf8")).toContain("Nobody Made This,2001");
  expect((await into(db, file, "--yes")).output).toContain("Noted: 1 film.");
  expect((await into(db, file, "--yes")).output).toContain("There is nothing new in it");

  const exported = join(folder, "ada.json");
  await matinee("export", "--user", "ada", "--db", db, "--out", exported);
  expect((await into(other, exported, "--yes")).output).toContain("Noted: 1 film.");
  const both = await Promise.all([db, other].map((one) => matinee("export", "--user", "ada", "--db", one)));
  const [mine, theirs] = both.map(({ output }) => JSON.parse(output));
  expect(theirs.embedding).toEqual(mine.embedding);
});

test.skipIf(process.platform === "win32")(
  "is piped from one into the other, and into whatever reads a line alone",
  async () => {
    const folder = await temporaryFolder();
    const db = join(folder, "one.db");
    const shipped = await readArtifacts(fileURLToPath(new URL("../../artifacts", import.meta.url)));
    const rows = shipped.movies.slice(0, 2_000).map(({ id }) => `${id},4`);
    writeFileSync(join(folder, "many.csv"), `id,rating\n${rows.join("\n")}\n`);
    const run = (line: string) =>
      new Promise<string>((resolve, reject) => {
        const command = `matinee() { "${process.execPath}" "${MATINEE}" "$@"; }; cd "${folder}"; ${line}`;
        execFile("/bin/bash", ["-c", command], (error, output, errors) =>
          error ? reject(error) : resolve(output + errors),
        );
      });
    expect(await run("cat many.csv | matinee import - --user ada --db one.db --yes")).toContain("Noted: ");
    expect(await run("matinee export --user ada --db one.db | head -1")).toBe("{\n");
    expect(
      await run(
        "matinee export --user ada --db one.db --format letterboxd | matinee import - --user eve --db one.db --yes",
      ),
    ).toContain("Noted: ");
    const store = await openStore(db);
    const [ada, eve] = await Promise.all(["ada", "eve"].map((id) => store.log({ platform: "terminal", id })));
    await store.close();
    expect(eve).toHaveLength(ada!.length);
  },
  60_000,
);

test("what cannot be used, and whoever is not known, is one sentence", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "x.csv");
  writeFileSync(file, "colour,price\nred,1\n");
  const db = join(folder, "some.db");
  const refused = await matinee("import", file, "--db", db);
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(/x\.csv cannot be used: expected a header .*\n$/);
  await (await openStore(db)).close();
  expect((await matinee("export", "--user", "nobody", "--db", db)).errors).toMatch(
    /^Nobody is called nobody in terminal/,
  );
});
