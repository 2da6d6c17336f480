/** Figures for Prometheus: those of the process, and what is asked of the server. Nothing of what anybody said. */
import type { FastifyInstance } from "fastify";
import { Gauge, Histogram, type Registry } from "prom-client";
import { z } from "zod";
import { problems } from "./schemas/problem.ts";
import type { Streams } from "./streams.ts";
import { mustBeAllowed } from "./who.ts";

/** Seconds; the goals are 15 ms for the half of all and 50 ms for nearly all. */
const BUCKETS = [0.002, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * @param registry the figures of the process; those of the server are added
 * @param onRefused told of every request that was not served, by its status
 */
export function measure(
  app: FastifyInstance,
  registry: Registry,
  streams: Streams,
  onRefused: (status: number) => void,
): void {
  const durations = new Histogram({
    name: "matinee_http_request_duration_seconds",
    help: "How long requests took, by method, route and status.",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  new Gauge({
    name: "matinee_open_pages",
    help: "Pages that are open, and told what happens elsewhere.",
    registers: [registry],
    collect() {
      this.set(streams.open);
    },
  });

  app.addHook("onResponse", async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? "none", status: reply.statusCode };
    durations.observe(labels, reply.elapsedTime / 1000);
    if (reply.statusCode >= 400) onRefused(reply.statusCode);
  });

  app.get(
    "/metrics",
    {
      schema: {
        tags: ["operation"],
        summary: "Figures for Prometheus; with a key of the scope operate",
        response: {
          200: { description: "As Prometheus reads them", content: { "text/plain": { schema: z.string() } } },
          ...problems(),
        },
      },
    },
    async (request, reply) => {
      mustBeAllowed(request, "operate");
      reply.type(registry.contentType);
      return reply.serializer(String).send(await registry.metrics());
    },
  );
}
