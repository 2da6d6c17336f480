import type { Catalog } from "../catalog/catalog.ts";
import type { LearnedTrait } from "../training/traits/learn-trait.ts";
import { findExamples, type NamedExamples } from "../training/traits/trait-examples.ts";
import { meanOf } from "./mean.ts";
import { areaUnderCurve, balancedAccuracy } from "./separation.ts";

/** How well good films are told from bad ones. */
export interface Separation {
  readonly good: number;
  readonly bad: number;
  readonly areaUnderCurve: number;
  /** With those that rather have the trait than not taken for good. */
  readonly balancedAccuracy: number;
}

export interface TraitReport {
  readonly name: string;
  /** "moods", "contexts", "themes" */
  readonly group: string;
  /** On examples, each while it was left out of the training. */
  readonly leftOut: Separation;
  /** On films that no training sees; absent where none were named. */
  readonly unseen?: Separation;
  /** Of all movies, those that rather have the trait than not. */
  readonly share: number;
}

type Means = Pick<Separation, "areaUnderCurve" | "balancedAccuracy">;

export interface GroupReport {
  readonly group: string;
  readonly traits: number;
  readonly leftOut: Means;
  readonly unseen?: Means;
}

const LIKELY = 0.5;

/** @param unseen films that were named to measure by */
export function reportTraits(
  learned: ReadonlyMap<string, LearnedTrait>,
  { examples, unseen, catalog }: { examples: NamedExamples; unseen: NamedExamples; catalog: Catalog },
): TraitReport[] {
  return [...learned].map(([name, { fits, heldOut }]) => {
    const films = unseen.get(name);
    const fitsOf = (names: readonly string[]) => findExamples(catalog, names).rows.map((row) => fits[row]!);
    return {
      name,
      group: examples.get(name)!.group,
      leftOut: separationOf(heldOut.good, heldOut.bad),
      ...(films && { unseen: separationOf(fitsOf(films.good), fitsOf(films.bad)) }),
      share: rounded(fits.filter((fit) => fit >= LIKELY).length / fits.length),
    };
  });
}

/** The means over the traits of each group. */
export function reportGroups(reports: readonly TraitReport[]): GroupReport[] {
  return [...new Set(reports.map(({ group }) => group))].map((group) => {
    const own = reports.filter((report) => report.group === group);
    const unseen = own.flatMap((report) => report.unseen ?? []);
    return {
      group,
      traits: own.length,
      leftOut: meansOf(own.map(({ leftOut }) => leftOut)),
      ...(unseen.length > 0 && { unseen: meansOf(unseen) }),
    };
  });
}

const rounded = (value: number) => Number(value.toFixed(4));

const separationOf = (good: readonly number[], bad: readonly number[]): Separation => ({
  good: good.length,
  bad: bad.length,
  areaUnderCurve: rounded(areaUnderCurve(good, bad)),
  balancedAccuracy: rounded(balancedAccuracy(good, bad, LIKELY)),
});

const meansOf = (parts: readonly Separation[]): Means => ({
  areaUnderCurve: rounded(meanOf(parts.map((part) => part.areaUnderCurve))),
  balancedAccuracy: rounded(meanOf(parts.map((part) => part.balancedAccuracy))),
});
