/**
 * Every regular expression of the project, those made of word lists included: none takes more than linear time, for a
 * text that somebody made for it would hold everybody up.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { check, type Diagnostics } from "recheck";
import { beforeAll, describe, expect, test } from "vitest";

/** The checker is quick where it has a binary for the machine, and takes minutes where it has none. */
const AMPLE_MS = 600_000;

interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** The file it is in, from the folder of what was compiled. */
  readonly file: string;
}

const COMPILED = fileURLToPath(new URL("..", import.meta.url));
/** What tests match is what they themselves made. */
const isTest = (file: string): boolean => /\.(?:test|contract)\.js$|\/(?:testing|fake)\//.test(file);

/** What a bundler makes of the page and its libraries runs in the browser of whoever typed the text. */
const isBundle = (file: string): boolean => file.startsWith("adapters/web/page/");

const files = readdirSync(COMPILED, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".js") && !isTest(file) && !isBundle(file),
);

/** The patterns written down in a file, and the number of places that make one while the program runs. */
function patternsIn(code: string, file: string): { written: Pattern[]; makers: number } {
  const written: Pattern[] = [];
  let makers = 0;
  full(parse(code, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true }), (node) => {
    if (node.type === "Literal" && node.regex)
      written.push({ source: node.regex.pattern, flags: node.regex.flags, file });
    if (node.type === "NewExpression" || node.type === "CallExpression")
      if (node.callee.type === "Identifier" && node.callee.name === "RegExp") makers++;
  });
  return { written, makers };
}

/**
 * Which patterns automata are asked about: long ones, and those that count far, too, where the automaton comes out small. Then proving is
 * quick; that of a large one takes minutes, and searching does not.
 */
const PROVEN = { maxPatternSize: 5_000, maxRepeatCount: 1_000, maxNFASize: 2_000 };

/**
 * Whether the time it takes grows in line with the text: proven where automata tell, else searched for by fuzzing. The
 * search is seeded and bounded by steps, not by time, so that it finds the same on any machine.
 */
async function verdictOn({ source, flags, file }: Pattern): Promise<string | undefined> {
  const found: Diagnostics = await check(source, flags, {
    ...PROVEN,
    timeout: null,
    attackTimeout: null,
    incubationTimeout: null,
    maxIteration: 0,
  });
  if (found.status === "safe") return undefined;
  const why =
    found.status === "vulnerable" ? `${found.complexity.summary}: ${found.attack.pattern}` : found.error.kind;
  return `${file}: /${source}/${flags} is ${why}`;
}

/** Patterns made while `work` is done, by the place in the code that made them. */
async function madeDuring(work: () => Promise<void>): Promise<Map<string, Pattern[]>> {
  const made = new Map<string, Pattern[]>();
  const Built = RegExp;
  globalThis.RegExp = new Proxy(Built, {
    construct(target, given: [string, string?], newTarget) {
      const pattern: RegExp = Reflect.construct(target, given, newTarget);
      const place = new Error().stack?.split("\n")[2] ?? "";
      const file = `${/(?:src|adapters|scripts)\/[^:]*(?=\.[jt]s:)/.exec(place)?.[0]}.js`;
      made.set(place, [...(made.get(place) ?? []), { source: pattern.source, flags: pattern.flags, file }]);
      return pattern;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = Built;
  }
  return made;
}

/** Calls whatever makes patterns of what it is given, and loads whatever makes them at once. */
async function makeThemAll(): Promise<void> {
  const { readWords } = await import("../src/intent/words.ts");
  const { createRuleParser } = await import("../src/intent/rules/rule-parser.ts");
  const { createCatalog } = await import("../src/catalog/catalog.ts");
  const words = await readWords("data/words");
  createRuleParser({ words, catalog: createCatalog([]), thisYear: 2026 }).read("a comedy for 5 people");
  await import("../src/intent/reading/read.ts");
  await import("../src/dataset/title.ts");
  await import("../src/together/keyboard.ts");
  (await import("../adapters/slack/text.ts")).wordsOf("heat", "U1");
  (await import("../adapters/discord/incoming.ts")).readWords("heat", "1");
}

const all = files.map((file) => ({ file, ...patternsIn(readFileSync(join(COMPILED, file), "utf8"), file) }));
let made: Map<string, Pattern[]>;
beforeAll(async () => {
  await check("", ""); // starts the checker: asked for many verdicts before it is there, it is started for each of them
  made = await madeDuring(makeThemAll);
});

describe("no pattern takes more than linear time", { timeout: AMPLE_MS }, () => {
  test("of those written down", async () => {
    const patterns = all.flatMap(({ written }) => written);
    expect(patterns.length).toBeGreaterThan(100);
    expect(await verdictsOn(patterns)).toEqual([]);
  });

  test("of those made of word lists while the program runs", async () => {
    const ours = [...made.values()].flat().filter(({ file }) => files.includes(file));
    expect(ours.length).toBeGreaterThan(20);
    expect(await verdictsOn(ours)).toEqual([]);
  });

  test("and none is made where this test does not see it", () => {
    const seen = new Map<string, number>();
    for (const [first] of made.values()) seen.set(first!.file, (seen.get(first!.file) ?? 0) + 1);
    for (const { file, makers } of all)
      if (makers > 0) expect(seen.get(file), `call what makes a pattern in ${file}`).toBe(makers);
  });
});

describe("a pattern that takes longer is found out", { timeout: AMPLE_MS }, () => {
  test.each([
    String.raw`/\s+$/`,
    String.raw`/(?<=\S)[.!?,\s]+$/`,
    "/^(?:i'?m |im )*bored$/i",
    String.raw`/<([^>|]*)(?:\|([^>]*))?>/g`,
    String.raw`/(?<!\p{L})des[\s-]*(?:des |en )*$/u`,
    "/where.*watch/",
  ])("%s", async (literal) => {
    const { written } = patternsIn(`text.replace(${literal}, "")`, "an-example.js");
    expect(await verdictsOn(written)).toEqual([expect.stringContaining("an-example.js: /")]);
  });

  test("where it is made while the program runs", async () => {
    const example = await madeDuring(async () => void new RegExp(`${["a", "a"].join("+")}+$`, "i"));
    expect(await verdictsOn([...example.values()].flat())).toHaveLength(1);
    expect(patternsIn("const it = new RegExp(words), other = RegExp(words)", "an-example.js").makers).toBe(2);
  });
});

async function verdictsOn(patterns: readonly Pattern[]): Promise<string[]> {
  const distinct = new Map(patterns.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]));
  const verdicts = await Promise.all([...distinct.values()].map(verdictOn));
  return verdicts.filter((verdict) => verdict !== undefined);
}
