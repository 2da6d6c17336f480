import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { VERDICTS } from "../../../src/recommender/feedback.ts";
import { dayOf } from "../../../src/store/figures.ts";
import { reported } from "../reported.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { mustBeAllowed } from "../who.ts";

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

const shareSchema = z
  .object({ share: z.number(), low: z.number(), high: z.number() })
  .meta({ id: "Share", description: "Of all suggestions of the day, with its 95 % interval (Wilson)" });

const dayFiguresSchema = z
  .object({
    day: z.iso.date(),
    platform: z.string().nullable().meta({ description: "null: all together, where on some there were few" }),
    people: z
      .int()
      .nullable()
      .meta({ description: "Who did anything; null where they were fewer than five" }),
    suggestions: z.int().nullable(),
    answers: z.record(z.enum(VERDICTS), z.int()).nullable(),
    unanswered: z.int().nullable().meta({ description: "Suggestions less answers" }),
    shares: z.record(z.enum([...VERDICTS, "unanswered"]), shareSchema).nullable(),
  })
  .meta({ id: "DayFigures" });

/** What whoever runs it asks: who comes, and is it good. Sums alone: nothing anybody wrote, and no names. */
export const operateRoutes =
  ({ store, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/operate/figures",
      {
        schema: {
          tags: ["operation"],
          summary: "People, suggestions and answers by day and platform; with a key of the scope operate",
          description: "Days are those of UTC. Nothing is broken down to fewer than five people.",
          querystring: z.object({ days: z.coerce.number().int().min(1).max(MOST_DAYS).default(30) }),
          response: {
            200: z.object({ days: z.array(dayFiguresSchema) }).meta({ id: "Figures" }),
            ...problems(),
          },
        },
      },
      async (request) => {
        mustBeAllowed(request, "operate");
        const atMs = now();
        const from = dayOf(atMs - (request.query.days - 1) * DAY_MS);
        return { days: reported(await store.figures(from, dayOf(atMs))) };
      },
    );
  };
