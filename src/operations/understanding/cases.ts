/** What people say and how it must be understood: data/understanding.yaml. */
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import type { LabelledText } from "../../intent/evaluation/labelled.ts";
import { emptyRequest, type MovieRequest, requestSchema } from "../../intent/request.ts";

/** "1990-1999", "1990-" and "-1999"; minutes alike. */
const range = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d*-\d*$|^\d+$/, "expected a range such as 1990-1999, 1990- or -1999"))
  .transform((text) => {
    const [from = "", to = from] = text.split("-");
    return { from: Number(from), to: Number(to) };
  });

const { shape } = requestSchema;
/** What may be wanted, and what may be ruled out. */
const either = {
  genres: shape.genresIn.optional(),
  moods: shape.moodsIn.optional(),
  people: shape.peopleIn.optional(),
  languages: shape.languages.optional(),
  countries: shape.countries.optional(),
  themes: shape.keywordsIn.optional(),
};
const caseSchema = z.strictObject({
  says: z.string().min(1),
  means: z.strictObject({
    ...either,
    kind: shape.kind.optional(),
    years: range.optional(),
    minutes: range.optional(),
    standing: shape.standings.optional(),
    /** Titles the suggestion should resemble. */
    like: shape.similarTo.optional(),
    loves: shape.favourites.optional(),
    for: shape.audience.optional(),
    goesOn: shape.refinement.optional(),
    shifts: shape.shifts.optional(),
    drops: shape.drops.optional(),
    not: z.strictObject({ ...either, titles: shape.titlesOut.optional() }).optional(),
  }),
});
type Case = z.infer<typeof caseSchema>;

/** Each holds a text to all that it means, and to nothing else; words that films are searched for by are left open. */
const HELD = new Set(
  requestSchema.keyof().options.filter((field) => !["about", "ideally", "howMany"].includes(field)),
);

/** @throws Error naming the file and what is wrong in it */
export async function readCases(file: string): Promise<LabelledText[]> {
  const checked = z
    .array(caseSchema)
    .min(1)
    .safeParse(parse(await readFile(file, "utf8")));
  if (!checked.success) throw new Error(`${file}: ${z.prettifyError(checked.error)}`);
  return checked.data.map(({ says, means }) => ({ text: says, expected: requestOf(means), labelled: HELD }));
}

function requestOf({ not = {}, years, minutes, ...means }: Case["means"]): MovieRequest {
  const empty = emptyRequest(means.kind);
  return {
    ...empty,
    genresIn: means.genres ?? [],
    genresOut: not.genres ?? [],
    moodsIn: means.moods ?? [],
    moodsOut: not.moods ?? [],
    peopleIn: means.people ?? [],
    peopleOut: not.people ?? [],
    languages: means.languages ?? [],
    languagesOut: not.languages ?? [],
    countries: means.countries ?? [],
    countriesOut: not.countries ?? [],
    keywordsIn: means.themes ?? [],
    keywordsOut: not.themes ?? [],
    titlesOut: not.titles ?? [],
    similarTo: means.like ?? [],
    favourites: means.loves ?? [],
    yearFrom: years?.from ?? 0,
    yearTo: years?.to ?? 0,
    runtimeFrom: minutes?.from ?? 0,
    runtimeTo: minutes?.to ?? 0,
    standings: means.standing ?? [],
    audience: means.for ?? empty.audience,
    refinement: means.goesOn ?? empty.refinement,
    shifts: means.shifts ?? [],
    drops: means.drops ?? [],
  };
}
