/** What films must be where somebody wants some things for good, or never. */
import { languageNames } from "../catalog/place-names.ts";
import type { Filters } from "../recommender/filters.ts";
import { outAt, type Refused } from "./refusal-log.ts";

/** When something is asked, and where it is what time unless the person has said so. */
export interface When {
  readonly atMs: number;
  readonly timeZone: string;
}

/** What is asked for, less what is refused for good or at this hour; who asks for that after all gets it. */
export function heldTo(filters: Filters, refused: Refused, { atMs, timeZone }: When): Filters {
  const out = outAt(refused, atMs, timeZone);
  const less = <T>(all: readonly T[], asked: readonly T[]) => all.filter((one) => !asked.includes(one));
  const { minutesFrom, minutesTo, yearFrom, yearTo, languages, countries } = filters;
  const isTimed = minutesFrom + minutesTo > 0;
  const isFromSomewhere = languages.length + countries.length > 0;
  return {
    ...filters,
    genresOut: [...filters.genresOut, ...less(out.genresOut, filters.genresIn)],
    traitsOut: [...filters.traitsOut, ...less(out.traitsOut, filters.traitsIn)],
    peopleOut: [...filters.peopleOut, ...less(out.peopleOut, filters.peopleIn)],
    languagesOut: [...filters.languagesOut, ...out.languagesOut],
    countriesOut: [...filters.countriesOut, ...out.countriesOut],
    yearsOut: [...filters.yearsOut, ...(yearFrom + yearTo > 0 ? [] : out.yearsOut)],
    minutesTo: isTimed ? minutesTo : out.minutesTo,
    languages: refused.subtitles === "never" && !isFromSomewhere ? [languageNames("en")] : languages,
  };
}
