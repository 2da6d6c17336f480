import { readFile } from "node:fs/promises";
import { z } from "zod";
import { emptyRequest, type MovieRequest, requestSchema } from "../request.ts";

/** A text and what it asks for. Fields that a data set does not label are absent from `labelled`. */
export interface LabelledText {
  readonly text: string;
  readonly expected: MovieRequest;
  readonly labelled: ReadonlySet<keyof MovieRequest>;
}

/** Labels leave out what is empty. */
const row = z.strictObject({
  text: z.string(),
  expect: z.preprocess((part) => ({ ...emptyRequest(), ...(part as object) }), requestSchema),
});

/** One JSON object a line: the text, and the fields of the request that are not empty. */
export async function readLabelled(file: string): Promise<LabelledText[]> {
  return (await linesOf(file)).map((line, i) => {
    const result = row.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(`${file}, line ${i + 1}: ${z.prettifyError(result.error)}`);
    const { text, expect: expected } = result.data;
    return { text, expected, labelled: new Set(requestSchema.keyof().options) };
  });
}

const mitRow = z.object({
  text: z.string(),
  slots: z.array(z.tuple([z.string(), z.string()])),
  derived: z.object({
    genres: requestSchema.shape.genresIn.optional(),
    year_min: z.int().nullish(),
    year_max: z.int().nullish(),
    relative_year: z.boolean().optional(),
    alt_years: z.array(z.tuple([z.int().nullable(), z.int().nullable()])).optional(),
    people: z.array(z.string()).optional(),
  }),
});

/**
 * Queries of the MIT movie corpus with the fields derived from their slots: one JSON object a line. Genres are
 * labelled where the text was found to hold one; years that are relative count from the year it is now.
 */
export async function readMitQueries(file: string): Promise<LabelledText[]> {
  return (await linesOf(file)).map((line) => {
    const { text, slots, derived } = mitRow.parse(JSON.parse(line));
    const labelled = new Set<keyof MovieRequest>(["peopleIn"]);
    if (derived.genres || !slots.some(([slot]) => slot === "GENRE")) labelled.add("genresIn");
    const dated = derived.year_min !== undefined || derived.year_max !== undefined;
    if (dated || !slots.some(([slot]) => slot === "YEAR")) labelled.add("yearFrom").add("yearTo");
    const expected = {
      ...emptyRequest(),
      genresIn: derived.genres ?? [],
      peopleIn: derived.people ?? [],
      yearFrom: derived.year_min ?? 0,
      yearTo: derived.year_max ?? 0,
    };
    return { text, expected, labelled };
  });
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
}
