import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.ts";

/** "Heat (1995); Alien (1979)" -> the single names. */
const names = z.string().transform((text) =>
  text
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== ""),
);

const traitSchema = z.strictObject({
  genres: z.record(z.string(), z.number().min(-1).max(1)).default({}),
  tags: names.default([]),
  themes: z.array(z.string()).default([]),
  opposites: z.array(z.string()).default([]),
  good: names,
  bad: names,
});

const traitsSchema = z.strictObject({
  moods: z.record(z.string(), traitSchema),
  contexts: z.record(z.string(), traitSchema),
});

/** What is believed of a mood or an occasion before learning, and its examples; data/moods.yaml explains each. */
export type TraitExamples = z.infer<typeof traitSchema>;
/** By name. */
export type TraitFile = z.infer<typeof traitsSchema>;

/** Reads data/moods.yaml or another file like it. @throws Error naming the file and what to mend */
export async function readTraitExamples(file: string): Promise<TraitFile> {
  return traitExamplesFrom(await readFile(file, "utf8"), file);
}

/** @param where named in the error */
export function traitExamplesFrom(yaml: string, where: string): TraitFile {
  const result = traitsSchema.safeParse(parse(yaml));
  if (result.success) return result.data;
  throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
}

export interface FoundExamples {
  readonly rows: readonly number[];
  /** Names for which the catalogue has no one movie of that year, or a year beside it. */
  readonly unknown: readonly string[];
}

/** The rows of movies named with their year: "Heat (1995)". */
export function findExamples(catalog: Catalog, examples: readonly string[]): FoundExamples {
  const rows = new Set<number>();
  const unknown: string[] = [];
  for (const example of examples) {
    const year = Number(/\((\d{4})\)$/.exec(example)?.[1]);
    const match = catalog.find(example);
    const near = match.kind === "one" && Math.abs((match.movie.year ?? Number.NaN) - year) <= 1;
    if (near) rows.add(catalog.rowOf(match.movie.id)!);
    else unknown.push(example);
  }
  return { rows: [...rows], unknown };
}
