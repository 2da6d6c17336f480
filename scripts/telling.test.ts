/** What commands tell a program: one JSON document on standard output, and nothing beside it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { writeSmallModel } from "../src/artifacts/testing/small-model.ts";
import { generateWorld } from "../src/dataset/testing/world.ts";
import { writeDataset } from "../src/dataset/testing/write-dataset.ts";
import { openStore } from "../src/store/open-store.ts";
import { PROGRAMS, typed } from "./testing/typed.ts";

const folder = mkdtempSync(join(tmpdir(), "matinee-json-"));
/** Stands in a table for what is made below. */
const PLACES = {
  DATA: join(folder, "data"),
  DB: join(folder, "people.db"),
  RATINGS: join(folder, "ratings.csv"),
  MODEL: join(folder, "model"),
  FEEDBACK: join(folder, "feedback.jsonl"),
  OUT: join(folder, "out"),
};

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "");
  const { dataset } = generateWorld({ users: 40, movies: 100, groups: 2, ratingsPerUser: 60, seed: 1 });
  await writeDataset(PLACES.DATA, dataset, "ml-csv");
  await writeSmallModel(PLACES.MODEL);
  await (await openStore(PLACES.DB)).close();
  writeFileSync(PLACES.RATINGS, "Title,Year,Rating\nHeat,1995,4.5\n");
  writeFileSync(PLACES.FEEDBACK, "");
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** They talk or serve, draw or write a file that is the result itself, or print JSON or a word as they are; of keys the list takes it. */
const WITHOUT = [
  "keys",
  "chat",
  "discord",
  "register",
  "slack",
  "web",
  "export",
  "bots",
  "schedule",
  "health",
  "films gather",
  "films fetch",
  "tune taste",
  "tune models",
  "synthetic",
  "recommend",
  "report",
  "parse",
  "posters",
  "week",
  "cards",
];

test("every command that comes to something takes --json", async () => {
  const without = [];
  for (const name of PROGRAMS.keys()) {
    const { output } = await typed(name, "--help");
    if (!output.includes("\n  --json ")) without.push(name);
  }
  expect(without.toSorted()).toEqual(WITHOUT.toSorted());
});

test.each([
  ["import", "RATINGS --db DB --artifacts MODEL"],
  ["import", "RATINGS --db DB --artifacts MODEL --yes"],
  ["import", "RATINGS --db DB --artifacts MODEL --yes"], // nothing new
  ["backup", "--db DB --to OUT/backups"],
  ["keys", "list --db DB"],
  ["data fetch", "mine --from DATA --downloads OUT"],
  ["data fetch", "mine --downloads OUT"], // is there already
  ["data describe", "--data DATA --out OUT/page.html"],
  ["train", "--data DATA --dimensions 4 --out OUT/trained"],
  ["harvest", "--db DB --artifacts MODEL --out OUT/harvest"],
  ["prepare", "--data DATA --artifacts MODEL --feedback FEEDBACK --out OUT/prepared"],
  ["models list", "--db DB"],
  ["models promote", "--db DB --model MODEL"],
  ["models check", "--db DB"],
  ["models back", "--db DB"],
  ["evaluate sessions", "--data DATA --dimensions 4 --models popularity --out OUT"],
  ["evaluate sessions", "--data DATA --dimensions 4 --models popularity --from-nothing --out OUT"],
  ["evaluate sessions", "--data DATA --dimensions 4 --models popularity --dials --out OUT"],
  ["evaluate ratings", "--data DATA --models baseline --out OUT"],
  ["evaluate known", "--data DATA --models popularity --out OUT"],
  ["evaluate together", "--data DATA --groups 1"],
  ["evaluate names", "OUT/../names.jsonl"],
  ["recommend", "--all --store DB --artifacts MODEL"],
])("matinee %s %s --json prints one JSON document", async (name, written) => {
  writeFileSync(join(folder, "names.jsonl"), '{"text":"I liked Heat","films":["Heat (1995)"]}\n');
  const args = written
    .split(" ")
    .filter(Boolean)
    .map((word) => word.replace(/^[A-Z]+(?=$|\/)/, (place) => PLACES[place as keyof typeof PLACES] ?? place));
  const { code, output, errors } = await typed(name, ...args, "--json");
  expect([code, /\n {4}at /.test(errors)]).toEqual([0, false]);
  expect(output).toMatch(/^[[{n]/);
  expect(() => JSON.parse(output)).not.toThrow();
});
