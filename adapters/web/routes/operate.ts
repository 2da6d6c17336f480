import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { figuresOf } from "../../../src/operations/figures.ts";
import { dayOf } from "../../../src/store/figures.ts";
import { figuresSchema } from "../schemas/figures.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { mustBeAllowed } from "../who.ts";

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

/** What whoever runs it asks: who comes, and is it good. Sums alone: nothing anybody wrote, and no names. */
export const operateRoutes =
  ({ store, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/operate/figures",
      {
        schema: {
          tags: ["operation"],
          summary: "People, suggestions and answers, by day, platform, place in a session and model",
          description:
            "With a key of the scope operate. Days are those of UTC. Nothing is broken down to fewer than five people.",
          querystring: z.object({ days: z.coerce.number().int().min(1).max(MOST_DAYS).default(30) }),
          response: { 200: figuresSchema, ...problems() },
        },
      },
      async (request) => {
        mustBeAllowed(request, "operate");
        const atMs = now();
        const from = dayOf(atMs - (request.query.days - 1) * DAY_MS);
        return figuresOf(await store.figures(from, dayOf(atMs)));
      },
    );
  };
