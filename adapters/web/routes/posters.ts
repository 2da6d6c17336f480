import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { World } from "../../../src/conversation/world.ts";
import { createPngPosters, filmToDraw } from "../../../src/host/posters.ts";
import { LOOKS } from "../../../src/posters/looks.ts";
import { posterOf } from "../../../src/posters/poster.ts";
import { notFound } from "../problem.ts";
import { filmIdSchema } from "../schemas/film.ts";
import { problems } from "../schemas/problem.ts";

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

/** Posters that are drawn: SVG for pages, PNG for whatever takes no SVG. */
export const posterRoutes =
  (world: World): FastifyPluginAsyncZod =>
  async (app) => {
    const posters = createPngPosters(world);
    const movieOf = (id: string) => {
      const movie = world.catalog.byId(id);
      if (!movie) throw notFound(`There is no film ${id}: GET /films?title= finds films by title.`);
      return movie;
    };
    const pictureOf = (type: string) => ({
      description: "The poster",
      content: { [type]: { schema: z.any() } },
    });

    app.get(
      "/films/:film/poster.svg",
      {
        schema: {
          tags,
          summary: "The film's drawn poster, 600 x 900",
          params: named,
          querystring: z.object({ look }),
          response: { 200: pictureOf("image/svg+xml"), ...problems(404) },
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
        schema: {
          tags,
          summary: "The same as PNG",
          params: named,
          querystring: z.object({ look, width: z.coerce.number().int().min(100).max(1200).default(600) }),
          response: { 200: pictureOf("image/png"), ...problems(404) },
        },
      },
      async (request, reply) => {
        const movie = movieOf(request.params.film);
        const { png } = await posters.png(movie, request.query);
        return reply.header("cache-control", KEPT).type("image/png").send(png);
      },
    );
  };
