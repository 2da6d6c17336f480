import type { FastifyPluginAsync } from "fastify";
import { documentationOf } from "../documentation.ts";
import { STYLE } from "../documentation-style.ts";

/** What the API is, for people to read: made from what describes it to programs, with nothing from elsewhere. */
export const documentationRoutes: FastifyPluginAsync = async (app) => {
  let page: string | undefined;
  app.get("/docs", { schema: { hide: true } }, async (_request, reply) => {
    page ??= documentationOf(app.swagger());
    return reply.type("text/html; charset=utf-8").serializer(String).send(page);
  });
  app.get("/docs/style.css", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").serializer(String).send(STYLE),
  );
};
