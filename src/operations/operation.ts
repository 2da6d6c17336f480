/** What whoever runs Matinee can look at and do, from one place. */
import type { World } from "../conversation/world.ts";
import type { IntentParser } from "../intent/parser.ts";
import { type Count, type Day, dayOf } from "../store/figures.ts";
import type { Coverage, Store, UnreadWord } from "../store/store.ts";
import { type DatabaseFacts, databaseFacts } from "./database-facts.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { type MachineFigures, machineFigures } from "./machine.ts";
import type { OperatorSettings } from "./settings.ts";
import { FEWEST } from "./told.ts";
import { readTraining, type Trained } from "./training.ts";
import { readCases } from "./understanding/cases.ts";
import { type Checks, createChecks } from "./understanding/checks.ts";

/** As it stands just now in this process. */
export interface LanguageModel {
  readonly name: string;
  readonly circuit: "closed" | "open" | "halfOpen";
  /** One that knows no answer of before. */
  afresh(): IntentParser;
}

export interface Overview {
  readonly from: Day;
  readonly to: Day;
  readonly atMs: number;
  readonly figures: Figures;
  readonly machine: MachineFigures;
  /** Of all movies there are; null where fewer than five people came on each day. */
  readonly coverage: (Coverage & { readonly catalogue: number }) | null;
  /** Written by five people or more, none of whom was understood. */
  readonly unread: readonly UnreadWord[];
  readonly trained: Trained | null;
  readonly model: { readonly name: string; readonly circuit: LanguageModel["circuit"] } | null;
  readonly database: DatabaseFacts;
  readonly versions: { readonly matinee: string; readonly node: string; readonly model: string };
  /** Since when this process runs, in milliseconds since 1970. */
  readonly sinceMs: number;
}

export interface Operation {
  /** @param days up to now, this one included */
  look(days: number): Promise<Overview>;
  readonly checks: Checks;
}

export interface OperationOptions {
  readonly world: World;
  readonly store: Store;
  readonly rules: IntentParser;
  /** Absent: texts are read by rules alone. */
  readonly model?: LanguageModel;
  readonly settings: OperatorSettings;
  readonly database: string;
  readonly artifactsFolder: string;
  /** The sentences of the tests of understanding. */
  readonly casesFile: string;
  /** Of Matinee. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const DAY_MS = 86_400_000;

/** @throws where the sentences cannot be read */
export async function openOperation(options: OperationOptions): Promise<Operation> {
  const { world, store, rules, model, settings, now } = options;
  const sinceMs = now();
  const trained = (await readTraining(options.artifactsFolder)) ?? null;
  const checks = createChecks({
    cases: await readCases(options.casesFile),
    rules,
    store,
    now,
    ...(model && { model }),
  });
  const versions = {
    matinee: options.version,
    node: process.version,
    model: world.recommender.model.version,
  };

  return {
    checks,
    async look(days) {
      const atMs = now();
      const [from, to] = [dayOf(atMs - (days - 1) * DAY_MS), dayOf(atMs)];
      const counts: readonly Count[] = await store.figures(from, to);
      const figures = figuresOf(counts, from, to);
      const isTold = figures.days.length > 0;
      const coverage = isTold ? await store.coverage(from) : undefined;
      return {
        from,
        to,
        atMs,
        figures,
        machine: machineFigures(counts, settings.price),
        coverage: coverage ? { ...coverage, catalogue: world.catalog.movies.length } : null,
        unread: await store.unreadWords(from, FEWEST),
        trained,
        model: model ? { name: model.name, circuit: model.circuit } : null,
        database: await databaseFacts(options.database, settings.backups),
        versions,
        sinceMs,
      };
    },
  };
}
