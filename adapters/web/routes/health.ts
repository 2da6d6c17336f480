import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "../problem.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { PLATFORM } from "../who.ts";

const tags = ["operation"];
const healthSchema = z.object({ status: z.literal("ok"), model: z.string() }).meta({ id: "Health" });

/** For whoever keeps it running. */
export const healthRoutes =
  ({ world, store }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    const served = () => ({ status: "ok" as const, model: world.recommender.model.version });

    app.get(
      "/health/live",
      {
        schema: {
          tags,
          summary: "Whether the process answers",
          response: { 200: healthSchema, ...problems() },
        },
      },
      async () => served(),
    );

    app.get(
      "/health/ready",
      {
        schema: {
          tags,
          summary: "Whether people can be remembered just now",
          response: { 200: healthSchema, ...problems() },
        },
      },
      async () => {
        await store.revision({ platform: PLATFORM, id: "nobody" }).catch(() => {
          throw new Problem(503, "The database cannot be read just now.");
        });
        return served();
      },
    );
  };
