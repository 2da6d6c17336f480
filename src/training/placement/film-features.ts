/**
 * What is known of a film besides the ratings that are trained on, as numbers: for each kind of knowledge a row a film, of
 * length 1 where something of that kind is known, and 0 where nothing is; and what the crowd makes of it.
 */
import { fameOf } from "../../catalog/fame.ts";
import type { Knowledge } from "../../catalog/knowledge.ts";
import type { Movie } from "../../catalog/movie.ts";
import { wordsOf } from "../../catalog/normalise.ts";
import { type Csr, emptyCsr } from "../../numerics/csr.ts";
import { crowdColumns } from "./crowd-columns.ts";

/** In the order of the columns. */
export const KINDS = [
  "genre",
  "period",
  "country",
  "language",
  "director",
  "cast",
  "series",
  "tag",
  "word",
  "crowd",
] as const;
export type Kind = (typeof KINDS)[number];

type NamedKind = Exclude<Kind, "crowd">;
const NAMED = KINDS.filter((kind) => kind !== "crowd");

/** Kinds of which each value says as much as another; of the others it says the more, the rarer it is. */
const EVEN: ReadonlySet<NamedKind> = new Set(["genre", "period", "country", "language"]);

/** What films are described by. */
export type FilmKnowledge = Pick<Knowledge, "factsOf" | "wordsOf">;

export interface FilmFeatures {
  /** [n x columns] of all kinds, one after the other */
  readonly matrix: Csr;
  /** [columns] */
  readonly kindOf: readonly Kind[];
}

/** Words that say nothing of a film, and what is too short to. */
const SHORTEST_WORD = 3;
const SHORTEST_SERIES = 4;
const LONGEST_SERIES_WORDS = 3;
const COMMON = new Set(
  (
    "and are been but can did does for from get gets had has have her hers him himself his how into its itself " +
    "not off one only out own she some such than that the their them then there these they this those too two " +
    "until was were what when where which while who whose why will with without you your all any after again " +
    "against about before being both down each few more most other over same through under very may must just"
  ).split(" "),
);

/** What one film has of each kind. */
function namesOf(
  movie: Movie,
  { factsOf, wordsOf: writtenOf }: FilmKnowledge,
): Record<NamedKind, readonly string[]> {
  const facts = factsOf(movie.id);
  const written = writtenOf(movie.id);
  const { year } = movie;
  return {
    genre: movie.genres,
    period: year === undefined ? [] : [`${Math.floor(year / 10)}0s`, `from ${5 * Math.floor(year / 5)}`],
    country: facts?.countries?.value ?? [],
    language: facts?.languages?.value ?? [],
    director: facts?.directors?.value ?? [],
    cast: facts?.cast?.value ?? [],
    series: seriesNames(movie.title),
    tag: written?.tags ?? [],
    word: written ? spoken([written.line, ...written.phrases]) : [],
  };
}

/** What a title begins with: "toy", "toy story" of Toy Story 3. */
function seriesNames(title: string): string[] {
  const words = wordsOf(title);
  const first = words[0] === "the" || words[0] === "a" || words[0] === "an" ? 1 : 0;
  return Array.from({ length: LONGEST_SERIES_WORDS }, (_, at) => words.slice(first, first + at + 1))
    .filter((beginning, at) => beginning.length === at + 1)
    .map((beginning) => beginning.join(" "))
    .filter((beginning) => beginning.length >= SHORTEST_SERIES);
}

const spoken = (sentences: readonly string[]): string[] =>
  sentences
    .flatMap((sentence) => wordsOf(sentence))
    .filter((word) => word.length >= SHORTEST_WORD && !COMMON.has(word));

/** What a single film has, no other can learn from it: names that stand in two films at least become columns. */
export function filmFeatures(
  movies: readonly Movie[],
  knowledge: FilmKnowledge,
  fame: ArrayLike<number> = movies.map(fameOf),
): FilmFeatures {
  const known = movies.map((movie) => namesOf(movie, knowledge));
  const columnOf = new Map<string, number>();
  const kindOf: Kind[] = [];
  const weightOf: number[] = [];
  for (const kind of NAMED) {
    const counts = new Map<string, number>();
    for (const film of known)
      for (const name of new Set(film[kind])) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [name, count] of counts) {
      if (count < 2) continue;
      columnOf.set(`${kind}:${name}`, kindOf.length);
      kindOf.push(kind);
      weightOf.push(EVEN.has(kind) ? 1 : Math.log(movies.length / count));
    }
  }
  const crowd = crowdColumns(movies, fame);
  const firstOfCrowd = kindOf.length;
  kindOf.push(...crowd[0]!.map(() => "crowd" as const));
  const rows = known.map((film, row) => [
    ...entriesOf(film, columnOf, weightOf),
    ...crowd[row]!.map((value, at) => [firstOfCrowd + at, value] as const),
  ]);
  return { matrix: csrFrom(rows, kindOf.length), kindOf };
}

type Entry = readonly [column: number, value: number];

function entriesOf(
  film: Readonly<Record<NamedKind, readonly string[]>>,
  columnOf: ReadonlyMap<string, number>,
  weightOf: readonly number[],
): Entry[] {
  return NAMED.flatMap((kind) => {
    const columns = [...new Set(film[kind])].flatMap((name) => columnOf.get(`${kind}:${name}`) ?? []);
    const length = Math.hypot(...columns.map((column) => weightOf[column]!)) || 1;
    return columns.map((column) => [column, weightOf[column]! / length] as const);
  });
}

function csrFrom(rows: readonly (readonly Entry[])[], columns: number): Csr {
  const matrix = emptyCsr(
    rows.length,
    columns,
    rows.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const [row, entries] of rows.entries()) {
    for (const [column, value] of entries) {
      matrix.indices[at] = column;
      matrix.values[at++] = value;
    }
    matrix.starts[row + 1] = at;
  }
  return matrix;
}
