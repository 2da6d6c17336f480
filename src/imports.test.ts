import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** The ground that all stand on: they know of no films. */
const GROUND = ["numerics", "files", "remote"];

/** Which rooms of src a room may import from, besides the ground. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  posters: ["catalog"],
  dataset: ["catalog"],
  artifacts: ["catalog"],
  training: ["dataset", "artifacts", "catalog"],
  models: ["dataset", "artifacts", "catalog"],
  recommender: ["artifacts", "catalog"],
  together: ["recommender", "intent", "conversation", "catalog"],
  evaluation: ["dataset", "training", "models", "recommender", "together", "artifacts", "catalog"],
  intent: ["catalog"],
  tmdb: ["catalog"],
  conversation: ["recommender", "catalog", "intent"],
  history: ["dataset", "catalog", "recommender", "intent", "conversation"],
  store: ["conversation", "together", "intent", "recommender", "catalog"],
  operations: [
    "artifacts",
    "catalog",
    "dataset",
    "training",
    "evaluation",
    "recommender",
    "intent",
    "conversation",
    "store",
  ],
  host: [
    "artifacts",
    "catalog",
    "posters",
    "recommender",
    "intent",
    "tmdb",
    "conversation",
    "history",
    "together",
    "store",
    "operations",
  ],
  library: ["dataset", "training", "artifacts", "catalog", "recommender"],
};

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

/** Tests, contract suites and the worlds they play in may reach anywhere. */
const isTest = (file: string): boolean => /\.(test|contract)\.ts$|\/testing\//.test(file);

const imported = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import\() ?"([^"]+)"/g)].map(([, path = ""]) => path);

/** The files of the project that a file imports. */
const next = (file: string): string[] =>
  imported(file).flatMap((path) => (path.startsWith(".") ? [join(dirname(file), path)] : []));

/** The files that a file reaches, itself only in a circle. */
function reachable(file: string, reaches: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const waiting = [...(reaches.get(file) ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    waiting.push(...(reaches.get(at) ?? []));
  }
  return found;
}

describe("the map of the folders", () => {
  test("names every room of src", () => {
    const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).sort()).toEqual([...GROUND, ...Object.keys(MAY_IMPORT)].sort());
  });

  test.each([...GROUND.map((room) => [room, []] as const), ...Object.entries(MAY_IMPORT)])(
    "src/%s imports from no room but %j",
    (room, allowed) => {
      for (const file of sources(join("src", room))) {
        if (isTest(file)) continue;
        for (const path of imported(file)) {
          if (!path.startsWith("..")) continue;
          const [, target] = /^src\/(?:(\w+)\/)?/.exec(join(dirname(file), path)) ?? [];
          expect([room, ...GROUND, ...allowed], `${file} imports ${path}`).toContain(target);
        }
      }
    },
  );

  test("no file reaches itself through others, types included", () => {
    const reaches = new Map(
      ["src", "adapters", "scripts"].flatMap(sources).map((file) => [file, next(file)]),
    );
    const circular = [...reaches.keys()].filter(
      (file) => !isTest(file) && reachable(file, reaches).has(file),
    );
    expect(circular).toEqual([]);
  });

  test.each(["pino", "pino-pretty", "csv-parse", "csv-stringify", "fflate", "openai"])(
    "the first prompt in a terminal does not wait for %s, which few there need",
    (needless) => {
      const loaded = (file: string): string[] =>
        [...readFileSync(file, "utf8").matchAll(/^(?:import|export)(?! type)[^;]*? ?from "([^"]+)"/gm)].map(
          ([, path = ""]) => (path.startsWith(".") ? join(dirname(file), path) : path),
        );
      const reaches = new Map(["src", "adapters"].flatMap(sources).map((file) => [file, loaded(file)]));
      const atStart = reachable("adapters/terminal/main.ts", reaches);
      expect(atStart).toContain("src/host/host.ts");
      expect([...atStart].filter((path) => path.split("/")[0] === needless)).toEqual([]);
    },
  );

  test("src imports nothing from adapters or scripts", () => {
    for (const file of sources("src")) {
      expect(imported(file).filter((path) => /\/(adapters|scripts)\//.test(path))).toEqual([]);
    }
  });

  test("no adapter imports another", () => {
    const adapters = readdirSync("adapters", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name: adapter } of adapters) {
      for (const file of sources(join("adapters", adapter))) {
        const others = adapters.map(({ name }) => name).filter((other) => other !== adapter);
        for (const path of imported(file)) {
          expect(
            others.filter((other) => path.includes(`../${other}/`)),
            `${file} imports ${path}`,
          ).toEqual([]);
        }
      }
    }
  });

  test.each(["conversation", "recommender", "catalog", "intent", "posters"])(
    "src/%s reads no clock, no chance and no platform",
    (room) => {
      for (const file of sources(join("src", room))) {
        if (isTest(file)) continue;
        const source = readFileSync(file, "utf8");
        expect(source, file).not.toMatch(/Date\.now|new Date\(\)|Math\.random|performance\.now|process\./);
      }
    },
  );
});
