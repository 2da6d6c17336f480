import { setTimeout } from "node:timers/promises";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { createPngPosters, filmToDraw } from "../../../src/host/posters.ts";
import { LOOKS } from "../../../src/posters/looks.ts";
import { posterOf } from "../../../src/posters/poster.ts";
import { notFound } from "../problem.ts";
import { filmIdSchema } from "../schemas/film.ts";
import { pictureOf } from "../schemas/picture.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";

const tags = ["films"];
const named = z.object({ film: filmIdSchema });
const look = z
  .enum(LOOKS.map(({ name }) => name))
  .optional()
  .meta({
    description: "The composition: one of the film's, or any other; by default the one that suits best",
  });

/** A drawing changes with the program alone. */
const KEPT = "public, max-age=86400, stale-while-revalidate=604800";

/** What is drawn because nobody answered in time may be another picture soon. */
const KEPT_SHORTLY = "private, max-age=300";
const WITHIN_MS = 2000;

/** Undefined where nobody answers in time. */
async function within<Found>(asking: Promise<Found> | undefined): Promise<Found | undefined> {
  if (!asking) return undefined;
  const tooLong = new AbortController();
  const late = setTimeout(WITHIN_MS, undefined, { signal: tooLong.signal }).catch(() => undefined);
  const found = await Promise.race([asking, late]);
  tooLong.abort();
  return found;
}

/** Posters that are drawn: SVG for pages, PNG for whatever takes no SVG. */
export const posterRoutes =
  ({ world, details }: Pick<Served, "world" | "details">): FastifyPluginAsyncZod =>
  async (app) => {
    const posters = createPngPosters(world);
    const movieOf = (id: string) => {
      const movie = world.catalog.byId(id);
      if (!movie) throw notFound(`There is no film ${id}: GET /films?title= finds films by title.`);
      return movie;
    };
    app.get(
      "/films/:film/poster",
      {
        config: { countedAs: "poster" },
        schema: {
          tags,
          summary:
            "The film's poster: TMDB's where the operator has a key and it is at hand, else a drawn one",
          params: named,
          querystring: z.object({ look }),
          response: {
            200: pictureOf("image/svg+xml", "The poster"),
            302: z.null().describe("To the poster at TMDB"),
            ...problems(404),
          },
        },
      },
      async (request, reply) => {
        const movie = movieOf(request.params.film);
        const poster = await within(details?.posterOf(movie));
        reply.header("cache-control", KEPT_SHORTLY);
        if (poster) return reply.redirect(poster.url, 302);
        const { svg } = posterOf(filmToDraw(world, movie), request.query);
        return reply.type("image/svg+xml").send(svg);
      },
    );

    app.get(
      "/films/:film/poster.svg",
      {
        config: { countedAs: "poster" },
        schema: {
          tags,
          summary: "The film's drawn poster, 600 x 900",
          params: named,
          querystring: z.object({ look }),
          response: { 200: pictureOf("image/svg+xml", "The poster"), ...problems(404) },
        },
      },
      async (request, reply) => {
        const film = filmToDraw(world, movieOf(request.params.film));
        const { svg } = posterOf(film, request.query);
        return reply.header("cache-control", KEPT).type("image/svg+xml").send(svg);
      },
    );

    app.get(
      "/films/:film/poster.png",
      {
        config: { countedAs: "drawing" },
        schema: {
          tags,
          summary: "The same as PNG",
          params: named,
          querystring: z.object({ look, width: z.coerce.number().int().min(100).max(1200).default(600) }),
          response: { 200: pictureOf("image/png", "The poster"), ...problems(404) },
        },
      },
      async (request, reply) => {
        const movie = movieOf(request.params.film);
        const { png } = await posters.png(movie, request.query);
        return reply.header("cache-control", KEPT).type("image/png").send(png);
      },
    );
  };
