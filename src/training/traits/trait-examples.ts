import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Catalog, TitleMatch } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import type { Movie } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";

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
  titles: names.default([]),
  opposites: z.array(z.string()).default([]),
  rare: z.boolean().optional(),
  good: names,
  bad: names,
});

const fileSchema = z.record(z.string(), z.record(z.string(), traitSchema));

/** What is believed of a mood, an occasion or a theme before learning, and its examples; data/moods.yaml explains each. */
export interface TraitExamples extends z.infer<typeof traitSchema> {
  /** "moods", "contexts", "themes" */
  readonly group: string;
}

/** By name, in the order of the files. */
export type NamedExamples = ReadonlyMap<string, TraitExamples>;

/** The files that the model in artifacts/ is trained with. */
export const TRAIT_FILES: readonly string[] = ["data/moods.yaml", "data/themes.yaml"];

/** Films that no training sees, by which it is measured how well those of TRAIT_FILES are learned. */
export const HELD_OUT_FILES: readonly string[] = ["data/moods-heldout.yaml", "data/themes-heldout.yaml"];

/** Reads data/moods.yaml and other files like it. @throws Error naming the file and what to mend */
export async function readTraitExamples(files: readonly string[]): Promise<NamedExamples> {
  return traitExamplesFrom(
    new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const))),
  );
}

/** @param texts YAML by the name that an error calls it */
export function traitExamplesFrom(texts: ReadonlyMap<string, string>): NamedExamples {
  const named = new Map<string, TraitExamples>();
  for (const [where, yaml] of texts) {
    const result = fileSchema.safeParse(readYaml(yaml, where));
    if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
    for (const [group, traits] of Object.entries(result.data)) {
      for (const [name, trait] of Object.entries(traits)) {
        if (named.has(name))
          throw new Error(`${where}: ${group}.${name}: the name is taken; names are unique`);
        named.set(name, { group, rare: group === "themes", ...trait });
      }
    }
  }
  for (const [name, { opposites }] of named) {
    const unknown = opposites.filter((opposite) => !named.has(opposite));
    if (unknown.length > 0) {
      throw new Error(`${[...texts.keys()].join(", ")}: ${name}: no such opposite: ${unknown.join(", ")}`);
    }
  }
  return named;
}

export interface FoundExamples {
  readonly rows: readonly number[];
  /** Names for which the catalogue has no one movie of that year, or a year beside it. */
  readonly unknown: readonly string[];
}

/** Of films of one title and year the one is meant that so many times as many people know as the next. */
const CLEARLY = 10;

/** The rows of movies named with their year: "Heat (1995)". */
export function findExamples(catalog: Catalog, examples: readonly string[]): FoundExamples {
  const rows = new Set<number>();
  const unknown: string[] = [];
  for (const example of examples) {
    const year = Number(/\((\d{4})\)$/.exec(example)?.[1]);
    const movie = meantBy(catalog.find(example), year);
    if (movie) rows.add(catalog.rowOf(movie.id)!);
    else unknown.push(example);
  }
  return { rows: [...rows], unknown };
}

function meantBy(match: TitleMatch, year: number): Movie | undefined {
  if (match.kind === "one")
    return Math.abs((match.movie.year ?? Number.NaN) - year) <= 1 ? match.movie : undefined;
  if (match.kind !== "several") return undefined;
  const [best, next] = match.movies
    .filter((movie) => movie.year === year)
    .sort((a, b) => fameOf(b) - fameOf(a));
  return best && next && fameOf(best) >= CLEARLY * fameOf(next) ? best : undefined;
}
