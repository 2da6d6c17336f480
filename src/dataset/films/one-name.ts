/**
 * One name for each person, where sources write it differently: "Timothée Hal Chalamet" and "Timothée Chalamet". Two names are one
 * person's where two sources tell of the same film, each has one of them and lacks the other, and both have the same words, but
 * for accents and points, or the one only has more of them in the middle. Two people's they are where they stand on one list
 * anywhere, or where a source that has one name for everybody has both. The newest such source's name holds, else that on most films.
 */
import { keyOf, wordsOf } from "../../catalog/normalise.ts";
import type { SourceFilm } from "./source-film.ts";

/** Whom a source names of a film. */
export type Named = Pick<SourceFilm, "directors" | "cast">;

/**
 * @param films what each source says of it
 * @param editions sources that have one name for everybody, whole, the older ones first
 * @returns the name that holds, by each of the others
 */
export function oneNameEach(
  films: readonly (readonly Named[])[],
  editions: readonly (readonly Named[])[],
): Map<string, string> {
  const lists = films.map((tellings) => tellings.map(namesIn));
  const pairs = lists.flatMap((film) =>
    film.flatMap((one, at) => film.slice(at + 1).flatMap((other) => alikeIn(one, other))),
  );
  const paired = new Set(pairs.flat());
  const together = sideBySide(lists.flat(), paired);
  const known = editions.map((edition) => new Set(edition.flatMap((film) => [...namesIn(film)])));
  const isNew = (name: string): number => Number(known.at(-1)?.has(name) ?? false);
  const onFilms = countFilms(lists, paired);
  const areTwo = (a: string, b: string) =>
    together.has(pairKey(a, b)) || known.some((names) => names.has(a) && names.has(b));
  const isBetter = (a: string, b: string): boolean =>
    (isNew(a) - isNew(b) || onFilms.get(a)! - onFilms.get(b)! || b.length - a.length || (a < b ? 1 : -1)) > 0;
  const holds = new Map<string, string>();
  const nameOf = (name: string): string => {
    const other = holds.get(name);
    return other === undefined ? name : nameOf(other);
  };
  for (const [one, other] of pairs) {
    const [a, b] = [nameOf(one), nameOf(other)];
    if (a === b || areTwo(one, other) || areTwo(a, b)) continue;
    if (isBetter(a, b)) holds.set(b, a);
    else holds.set(a, b);
  }
  return new Map([...holds.keys()].map((name) => [name, nameOf(name)]));
}

const namesIn = ({ directors, cast }: Named): ReadonlySet<string> => new Set([...directors, ...cast]);

function countFilms(
  lists: readonly (readonly ReadonlySet<string>[])[],
  among: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const film of lists)
    for (const name of new Set(film.flatMap((names) => [...names])))
      if (among.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Names of one list that come near just one of the other, which they are not on themselves. */
function alikeIn(one: ReadonlySet<string>, other: ReadonlySet<string>): (readonly [string, string])[] {
  const ends = new Map<string, string[]>();
  for (const name of other)
    if (!one.has(name)) ends.set(endsOf(name), [...(ends.get(endsOf(name)) ?? []), name]);
  return [...one].flatMap((name) => {
    if (other.has(name)) return [];
    const [only, ...others] = (ends.get(endsOf(name)) ?? []).filter((near) => isAlike(name, near));
    return only !== undefined && others.length === 0 ? [[name, only] as const] : [];
  });
}

/** Its first and last word. */
function endsOf(name: string): string {
  const words = partsOf(name);
  return `${words[0]} ${words.at(-1)}`;
}

const partsOf = (name: string): string[] => wordsOf(name.replaceAll(/[-–]/g, " "));

/** Two people are named with "and" between them. */
const SEVERAL = /\b(?:and|und|et|y)\b|&/i;

function isAlike(one: string, other: string): boolean {
  if (SEVERAL.test(one) || SEVERAL.test(other)) return false;
  const [short, long] = [partsOf(one), partsOf(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (short.length < 2) return false;
  return keyOf(short) === keyOf(long) || (long.length > short.length && isWithin(short, long));
}

/** All words of the short one in the order of the long one. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Pairs of these names that stand on one list, where their ends are the same: others are never compared. */
function sideBySide(lists: readonly ReadonlySet<string>[], names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const list of lists) {
    const byEnds = new Map<string, string>();
    for (const name of list) {
      if (!names.has(name)) continue;
      const ends = endsOf(name);
      const other = byEnds.get(ends);
      if (other !== undefined) found.add(pairKey(name, other));
      byEnds.set(ends, name);
    }
  }
  return found;
}
