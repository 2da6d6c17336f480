import { z } from "zod";
import { runSchema, UNDERSTOOD_BY } from "../../../src/operations/understanding/run.ts";
import { figuresSchema, list } from "./figures.ts";

const times = { p50: z.number(), p95: z.number(), p99: z.number() };
const timesSchema = z.object(times).meta({ id: "Times", description: "Milliseconds" });
const estimateSchema = z
  .object({ mean: z.number(), low: z.number(), high: z.number() })
  .meta({ id: "Estimate", description: "With its 95 % interval" });

/** As src/operations tells it. */
export const overviewSchema = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    atMs: z.number(),
    figures: figuresSchema,
    machine: z.object({
      turns: list(z.object({ kind: z.string(), turns: z.int(), ...times }).meta({ id: "TurnTimes" })),
      failures: list(
        z
          .object({ platform: z.string(), doing: z.string(), code: z.string(), count: z.int() })
          .meta({ id: "Failure" }),
      ),
      refused: list(z.object({ status: z.int(), requests: z.int() })),
      calls: z
        .object({
          calls: z.int(),
          outcomes: list(z.object({ outcome: z.string(), calls: z.int() })),
          took: timesSchema.nullable(),
          promptTokens: z.int(),
          completionTokens: z.int(),
          cost: z
            .number()
            .nullable()
            .meta({ description: "By OPENAI_PRICE_PROMPT and OPENAI_PRICE_COMPLETION" }),
          unsent: list(z.object({ why: z.string(), texts: z.int() })),
        })
        .meta({ id: "Calls", description: "Of the language model" }),
    }),
    coverage: z
      .object({ movies: z.int(), suggestions: z.int(), ofTheFirstHundred: z.int(), catalogue: z.int() })
      .nullable(),
    unread: list(z.object({ word: z.string(), people: z.int() })).meta({
      description: "Words in common use that five people or more wrote without being understood",
    }),
    trained: z
      .object({
        dataset: z.string(),
        measures: list(
          z.object({
            name: z.enum(["knownPool", "openHits", "ndcg10"]),
            matinee: estimateSchema,
            popularity: estimateSchema,
          }),
        ),
      })
      .nullable(),
    model: z.object({ name: z.string(), circuit: z.enum(["closed", "open", "halfOpen"]) }).nullable(),
    database: z.object({
      bytes: z.number(),
      backup: z.object({ atMs: z.number(), bytes: z.number() }).nullable(),
    }),
    versions: z.object({ matinee: z.string(), node: z.string(), model: z.string() }),
    sinceMs: z.number(),
  })
  .meta({ id: "Overview" });

export const checksSchema = z
  .object({
    sentences: z.int(),
    by: list(z.enum(UNDERSTOOD_BY)),
    running: z.object({ by: z.enum(UNDERSTOOD_BY), done: z.int() }).nullable(),
    runs: list(runSchema),
    trouble: z.string().nullable(),
  })
  .meta({ id: "Understanding" });

export const operatorSchema = z
  .object({
    name: z.string().meta({ description: "Of the key" }),
    expiresMs: z.number().nullable(),
  })
  .meta({ id: "Operator" });
