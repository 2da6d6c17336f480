import { FIRST_YEAR, LAST_YEAR, type MovieRequest } from "../request.ts";

/** Bounds in their order, whichever way round a model gave them: what was meant is plain. */
export function inOrder(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null) return answer;
  const given = answer as Readonly<Record<string, unknown>>;
  const { yearsOut } = given;
  return {
    ...given,
    ...turnedRound(given, "yearFrom", "yearTo"),
    ...turnedRound(given, "runtimeFrom", "runtimeTo"),
    ...(Array.isArray(yearsOut) && {
      yearsOut: yearsOut.map((range) => ({ ...range, ...turnedRound(range ?? {}, "from", "to") })),
    }),
  };
}

function turnedRound(
  given: Readonly<Record<string, unknown>>,
  from: string,
  to: string,
): Record<string, number> {
  const [first, last] = [given[from], given[to]];
  const isTurned = typeof first === "number" && typeof last === "number" && last > 0 && first > last;
  return isTurned ? { [from]: last, [to]: first } : {};
}

const ASKED_AND_RULED_OUT = [
  ["genresIn", "genresOut"],
  ["moodsIn", "moodsOut"],
  ["keywordsIn", "keywordsOut"],
  ["peopleIn", "peopleOut"],
  ["languages", "languagesOut"],
  ["countries", "countriesOut"],
] as const;

/** How a request rules out what it asks for, in words for the model that gave it; undefined where it does not. */
export function contradictionIn(request: MovieRequest): string | undefined {
  for (const [asked, out] of ASKED_AND_RULED_OUT) {
    const ruledOut = new Set(request[out].map((word) => word.toLowerCase()));
    const both = request[asked].find((word) => ruledOut.has(word.toLowerCase()));
    if (both !== undefined) return `${asked} and ${out} both hold ${JSON.stringify(both)}`;
  }
  return leavesNoYear(request) ? "every year from yearFrom to yearTo is in yearsOut" : undefined;
}

function leavesNoYear({ yearFrom, yearTo, yearsOut }: MovieRequest): boolean {
  const last = yearTo || LAST_YEAR;
  let year = yearFrom || FIRST_YEAR;
  for (;;) {
    const range = yearsOut.find(({ from, to }) => from <= year && year <= to);
    if (!range) return false;
    year = range.to + 1;
    if (year > last) return true;
  }
}
