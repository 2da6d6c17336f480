/** What films must be where somebody wants some things for good, or never. */
import { languageNames } from "../catalog/place-names.ts";
import { MOODS } from "../intent/terms.ts";
import { type Filters, NO_FILTERS } from "../recommender/filters.ts";
import { heldAt, type Insisted, type LastingWishes } from "./lasting-log.ts";

/** When something is asked, and where it is what time unless the person has said so. */
export interface When {
  readonly atMs: number;
  readonly timeZone: string;
}

/** What is asked for, within what somebody wants for good or at this time, and less what they never want; who asks for something else after all gets it. */
export function heldTo(filters: Filters, lasting: LastingWishes, { atMs, timeZone }: When): Filters {
  const { out, insisted } = heldAt(lasting, atMs, timeZone);
  const less = <T>(all: readonly T[], asked: readonly T[]) => all.filter((one) => !asked.includes(one));
  const { minutesFrom, minutesTo, yearFrom, yearTo, languages, countries } = filters;
  const isTimed = minutesFrom + minutesTo > 0;
  const isFromSomewhere = languages.length + countries.length > 0;
  const held = insisted.filter((alternatives) => !alternatives.some((one) => isOtherwise(filters, one)));
  return {
    ...filters,
    ...(held.length > 0 && {
      insisted: held.map((alternatives) => alternatives.map((one) => ({ ...NO_FILTERS, ...one }))),
    }),
    genresOut: [...filters.genresOut, ...less(out.genresOut, filters.genresIn)],
    traitsOut: [...filters.traitsOut, ...less(out.traitsOut, filters.traitsIn)],
    peopleOut: [...filters.peopleOut, ...less(out.peopleOut, filters.peopleIn)],
    languagesOut: [...filters.languagesOut, ...out.languagesOut],
    countriesOut: [...filters.countriesOut, ...out.countriesOut],
    yearsOut: [...filters.yearsOut, ...(yearFrom + yearTo > 0 ? [] : out.yearsOut)],
    minutesTo: isTimed ? minutesTo : out.minutesTo,
    languages: lasting.subtitles === "never" && !isFromSomewhere ? [languageNames("en")] : languages,
  };
}

/** Whether it is asked for something of the same kind: who wants a western, or one film that they tell of, is after no comedy. */
function isOtherwise(asked: Filters, { standings: _, ...only }: Insisted): boolean {
  const isOrigin = (one: Pick<Filters, "languages" | "countries">) =>
    one.languages.length + one.countries.length > 0;
  const isMood = (trait: string) => MOODS.some((mood) => mood === trait);
  return (
    asked.about.length > 0 ||
    (asked.genresIn.length > 0 && only.genresIn.length > 0) ||
    (asked.peopleIn.length > 0 && only.peopleIn.length > 0) ||
    (asked.traitsIn.some(isMood) && only.traitsIn.some(isMood)) ||
    (isOrigin(asked) && isOrigin(only)) ||
    (asked.yearFrom + asked.yearTo > 0 && only.yearFrom + only.yearTo > 0) ||
    (asked.minutesFrom + asked.minutesTo > 0 && only.minutesFrom + only.minutesTo > 0)
  );
}
