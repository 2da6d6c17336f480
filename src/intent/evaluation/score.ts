import type { MovieRequest } from "../request.ts";
import type { LabelledText } from "./labelled.ts";

/** Counts over all texts: values found rightly, found wrongly, and missed. */
export interface FieldScore {
  readonly field: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Failure {
  readonly text: string;
  readonly differences: readonly {
    readonly field: string;
    readonly expected: string;
    readonly got: string;
  }[];
}

export interface Scores {
  readonly texts: number;
  readonly fields: readonly FieldScore[];
  /** Share of texts whose kind is right; undefined where no kind is labelled, as below. */
  readonly kindAccuracy: number | undefined;
  /** Share of the texts that have a mood, wanted or not, for which all moods are right. */
  readonly moodAccuracy: number | undefined;
  readonly entirelyRight: number;
  readonly failures: readonly Failure[];
}

type Field = keyof MovieRequest;

/** Each reported field: the parts of a request that are compared together, value by value. */
const FIELDS: readonly (readonly [name: string, fields: readonly Field[]])[] = [
  ["genres", ["genresIn", "genresOut"]],
  ["moods", ["moodsIn", "moodsOut"]],
  ["years", ["yearFrom", "yearTo", "yearsOut"]],
  ["runtime", ["runtimeFrom", "runtimeTo"]],
  ["certificates", ["certificates"]],
  ["standings", ["standings"]],
  ["titles", ["similarTo", "titlesOut", "favourites"]],
  ["people", ["peopleIn", "peopleOut"]],
  ["audience", ["audience"]],
  ["origin", ["languages", "countries", "languagesOut", "countriesOut"]],
  ["keywords", ["keywordsIn", "keywordsOut"]],
  ["refinement", ["refinement", "shifts", "drops"]],
  ["medium", ["medium"]],
];

const EMPTY = new Set<unknown>([0, "any", "none", "film"]);

/** Compares what was read with the labels, text by text. Only labelled fields count. */
export function score(texts: readonly LabelledText[], read: readonly MovieRequest[]): Scores {
  const tally = new Map(FIELDS.map(([name]) => [name, { right: 0, wrong: 0, missed: 0 }]));
  const failures: Failure[] = [];
  let [withKind, kindsRight, withMood, moodsRight] = [0, 0, 0, 0];
  for (const [i, { text, expected, labelled }] of texts.entries()) {
    const got = read[i]!;
    const differences: { field: string; expected: string; got: string }[] = [];
    if (labelled.has("kind")) withKind++;
    if (labelled.has("kind") && expected.kind === got.kind) kindsRight++;
    else if (labelled.has("kind"))
      differences.push({ field: "kind", expected: expected.kind, got: got.kind });
    for (const [name, fields] of FIELDS) {
      const counted = fields.filter((field) => labelled.has(field));
      const wanted = new Set(counted.flatMap((field) => valuesOf(field, expected[field])));
      const found = new Set(counted.flatMap((field) => valuesOf(field, got[field])));
      const counts = tally.get(name)!;
      const right = [...found].filter((value) => wanted.has(value)).length;
      counts.right += right;
      counts.wrong += found.size - right;
      counts.missed += wanted.size - right;
      const same = right === found.size && right === wanted.size;
      if (!same)
        differences.push({ field: name, expected: [...wanted].join(", "), got: [...found].join(", ") });
      if (name === "moods" && wanted.size > 0) {
        withMood++;
        if (same) moodsRight++;
      }
    }
    if (differences.length > 0) failures.push({ text, differences });
  }
  return {
    texts: texts.length,
    fields: [...tally].map(([field, counts]) => ({ field, ...counts })),
    kindAccuracy: withKind === 0 ? undefined : kindsRight / withKind,
    moodAccuracy: withMood === 0 ? undefined : moodsRight / withMood,
    entirelyRight: (texts.length - failures.length) / texts.length,
    failures,
  };
}

/** What a field holds, each value with its sign or bound, case and accents aside; nothing where it is empty. */
function valuesOf(field: Field, value: MovieRequest[Field]): string[] {
  const sign = /Out$/.test(field) ? "not " : "";
  if (Array.isArray(value))
    return value.map(
      (each) => `${sign}${typeof each === "string" ? folded(each) : `${each.from}-${each.to}`}`,
    );
  return EMPTY.has(value) ? [] : [typeof value === "number" ? `${field} ${value}` : value];
}

const folded = (text: string): string => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

export const precision = ({ right, wrong }: FieldScore): number =>
  right + wrong === 0 ? 1 : right / (right + wrong);
export const recall = ({ right, missed }: FieldScore): number =>
  right + missed === 0 ? 1 : right / (right + missed);
/** Harmonic mean of precision and recall over all values (micro average). */
export const f1 = ({ right, wrong, missed }: FieldScore): number =>
  right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
