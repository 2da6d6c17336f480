/** How good the model was when it was made, as npm run evaluate has written it beside the artifacts. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const estimate = z.object({ mean: z.number(), interval: z.tuple([z.number(), z.number()]) });
const sessionsSchema = z.object({
  protocol: z.literal("sessions"),
  dataset: z.string(),
  rows: z.array(z.object({ name: z.string(), scores: z.record(z.string(), estimate.nullish()) })),
});
/** Other protocols measure other things. */
const evaluationSchema = z.object({
  comparisons: z.array(z.union([sessionsSchema, z.looseObject({ protocol: z.string() })])),
});

/** Of a person whom the model has not seen, on average, with its 95 % interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Trained {
  readonly dataset: string;
  readonly measures: readonly {
    readonly name: "knownPool" | "openHits" | "ndcg10";
    readonly matinee: Estimate;
    /** What suggesting the best known films to everybody would give. */
    readonly popularity: Estimate;
  }[];
}

const MEASURES = ["knownPool", "openHits", "ndcg10"] as const;
/** As the evaluation calls the product, and what it is compared with. */
const MATINEE = "Gaussian taste";
const POPULARITY = "popularity";

/** Undefined where the model was not evaluated, or no evaluation that can be read is beside it. */
export async function readTraining(artifactsFolder: string): Promise<Trained | undefined> {
  const text = await readFile(join(artifactsFolder, "evaluation.json"), "utf8").catch(() => "{}");
  const { comparisons = [] } = evaluationSchema.safeParse(jsonIn(text)).data ?? {};
  const sessions = comparisons.flatMap((one) => sessionsSchema.safeParse(one).data ?? [])[0];
  const scoresOf = (name: string) => sessions?.rows.find((row) => row.name === name)?.scores;
  const [matinee, popularity] = [scoresOf(MATINEE), scoresOf(POPULARITY)];
  if (!sessions || !matinee || !popularity) return undefined;
  return {
    dataset: sessions.dataset,
    measures: MEASURES.flatMap((name) => {
      const [ours, theirs] = [matinee[name], popularity[name]];
      return ours && theirs ? [{ name, matinee: told(ours), popularity: told(theirs) }] : [];
    }),
  };
}

const told = ({ mean, interval: [low, high] }: z.infer<typeof estimate>): Estimate => ({ mean, low, high });

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
