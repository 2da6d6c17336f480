/**
 * A pipeline as it is written down: steps, each of them a command of Matinee's, and what each goes by.
 *
 * In a step's command `{out}` stands for the folder that it writes to, `{begun}` for when the run began, `{name}` for a setting or
 * for the folder that the step of that name wrote: so it is told what a step needs.
 */
import { z } from "zod";
import { readYaml } from "../../files/yaml.ts";

const NAME = /^[a-z][a-z0-9-]*$/;
const PLACE = /\{([^{}]*)\}/g;
/** Names that stand for something in every pipeline, and for what. */
const RESERVED: Readonly<Record<string, string>> = {
  out: "a step's own folder",
  begun: "when a run began",
};

const stepSchema = z.strictObject({
  /** What it is for, for people. */
  does: z.string().min(1),
  /** The command, without "matinee". */
  run: z.string().min(1),
  /** Files and folders that it goes by, besides what other steps wrote. */
  reads: z.array(z.string()).default([]),
  /** Steps to wait for, of which nothing is read. */
  after: z.array(z.string()).default([]),
  /** Begins with a copy of what this step wrote. */
  copies: z.string().optional(),
  /** Goes by what no hash tells of, such as a database in use: done in every run. */
  always: z.boolean().default(false),
  /**
   * Holds what people said: deleted when the run has ended, and made anew where a killed one is gone on with, for whoever is forgotten
   * is to be gone from everywhere.
   */
  personal: z.boolean().default(false),
  /** How often it is tried again where it fails. */
  retries: z.int().min(0).max(10).default(0),
});

const pipelineSchema = z.strictObject({
  settings: z.record(z.string().regex(NAME), z.union([z.string(), z.number()]).transform(String)).default({}),
  steps: z.record(z.string().regex(NAME), stepSchema),
});

export interface Step extends z.infer<typeof stepSchema> {
  readonly name: string;
  /** Steps that have to be done before, in no particular order. */
  readonly needs: readonly string[];
}

export interface Pipeline {
  readonly settings: Readonly<Record<string, string>>;
  /** In an order in which each comes after all that it needs. */
  readonly steps: readonly Step[];
}

/** @param where names the text in what is thrown @throws Error with one sentence that says what to mend */
export function readPipeline(text: string, where: string): Pipeline {
  const result = pipelineSchema.safeParse(readYaml(text, where));
  if (!result.success) throw new Error(`${where}: ${z.prettifyError(result.error)}`);
  const { settings, steps: written } = result.data;
  const names = new Set(Object.keys(written));
  for (const name of names)
    if (name in settings) throw new Error(`${where}: "${name}" is a step and also a setting. Rename it.`);
  for (const name of [...names, ...Object.keys(settings)])
    if (name in RESERVED)
      throw new Error(
        `${where}: "${name}" is a ${names.has(name) ? "step" : "setting"} and also ${RESERVED[name]}. Rename it.`,
      );
  const steps = Object.entries(written).map(([name, step]): Step => {
    const placed = [...step.run.matchAll(PLACE), ...step.reads.flatMap((read) => [...read.matchAll(PLACE)])];
    const named = placed
      .map(([, place = ""]) => place)
      .filter((place) => !(place in RESERVED) && !(place in settings));
    const needs = [
      ...new Set([...named, ...step.after, ...(step.copies === undefined ? [] : [step.copies])]),
    ];
    const unknown = needs.find((need) => !names.has(need));
    if (unknown !== undefined)
      throw new Error(`${where}: step "${name}" speaks of "${unknown}", which is no step and no setting.`);
    return { ...step, name, needs };
  });
  return { settings, steps: inOrder(steps, where) };
}

/** Each step after all that it needs; those that need nothing of each other stay as they were written. */
function inOrder(steps: readonly Step[], where: string): Step[] {
  const ordered: Step[] = [];
  let left = [...steps];
  while (left.length > 0) {
    const next = left.find(({ needs }) => needs.every((need) => ordered.some(({ name }) => name === need)));
    if (!next)
      throw new Error(
        `${where}: ${left.map(({ name }) => name).join(", ")} wait for each other. Take one out of the circle.`,
      );
    ordered.push(next);
    left = left.filter((step) => step !== next);
  }
  return ordered;
}

/**
 * The steps of these names and all that they need, in order.
 *
 * @param given steps in whose place something is at hand: what they need is not needed for them
 * @throws Error naming a step that is not there
 */
export function stepsFor(
  { steps }: Pipeline,
  targets: readonly string[],
  given: readonly string[] = [],
): Step[] {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const wanted = new Set<string>();
  const want = (name: string): void => {
    const step = byName.get(name);
    if (!step) throw new Error(`There is no step "${name}". The steps are ${[...byName.keys()].join(", ")}.`);
    if (wanted.has(name)) return;
    wanted.add(name);
    if (!given.includes(name)) step.needs.forEach(want);
  };
  (targets.length > 0 ? targets : [...byName.keys()]).forEach(want);
  return steps.filter(({ name }) => wanted.has(name));
}

/** Words in which what stands for something is replaced: a folder with a space in its name stays one word. */
export const filledIn = (text: string, places: Readonly<Record<string, string>>): string[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(PLACE, (_, place: string) => places[place]!));
