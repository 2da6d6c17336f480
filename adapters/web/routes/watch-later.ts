import { randomUUID } from "node:crypto";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { loved } from "../../../src/conversation/sharing.ts";
import { keptForLater } from "../../../src/conversation/table.ts";
import { postersTogether } from "../../../src/host/posters.ts";
import { filmOf } from "../film-of.ts";
import { pageOf, pagingSchema } from "../paging.ts";
import { namedPerson, userIn } from "../persons.ts";
import { notFound } from "../problem.ts";
import { turnSchema } from "../schemas/conversation.ts";
import { filmIdSchema } from "../schemas/film.ts";
import { watchLaterSchema } from "../schemas/people.ts";
import { pictureOf } from "../schemas/picture.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";

const tags = ["lists"];
/** Three in a row. */
const MOST_PICTURED = 9;
const PICTURE_WIDTH = 1_200;

/** What a person keeps to watch later. */
export const watchLaterRoutes =
  ({ world, store, desk, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    const { catalog } = world;

    app.get(
      "/people/:person/watch-later",
      {
        schema: {
          tags,
          summary: "What is kept to watch later",
          description:
            "What fits what the person is after now comes first, and of that what fits their taste: the order changes with both.",
          params: namedPerson,
          querystring: pagingSchema,
          response: { 200: watchLaterSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "read");
        const kept = await desk.see(user, (state, here) => keptForLater(here, state, now()));
        const { items, next } = pageOf(kept, request.query, ({ movie }) => movie.id);
        return {
          items: items.map(({ movie, sinceMs }) => ({ film: filmOf(world, movie), sinceMs })),
          next,
        };
      },
    );

    app.get(
      "/people/:person/picture.png",
      {
        config: { countedAs: "drawing" },
        schema: {
          tags,
          summary:
            "Posters of what is kept to watch later, or of what they love, side by side: to be shown to others",
          params: namedPerson,
          querystring: z.object({ of: z.enum(["list", "taste"]) }),
          response: { 200: pictureOf("image/png", "The posters"), ...problems(404) },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "read");
        const { of } = request.query;
        const movies = await desk.see(user, (state, here) =>
          of === "taste" ? loved(here, state) : keptForLater(here, state, now()).map(({ movie }) => movie),
        );
        if (movies.length === 0) throw notFound("There is nothing to be drawn yet.");
        const png = await postersTogether(world, movies.slice(0, MOST_PICTURED), PICTURE_WIDTH);
        return reply.header("cache-control", "private, no-store").type("image/png").send(png);
      },
    );

    for (const [method, summary] of [
      ["PUT", "Keeps a film to be watched later"],
      ["DELETE", "Takes a film off the list of what to watch later"],
    ] as const) {
      app.route({
        method,
        url: "/people/:person/watch-later/:film",
        schema: {
          tags,
          summary,
          description: "The same again changes nothing.",
          params: namedPerson.extend({ film: filmIdSchema }),
          response: { 200: turnSchema, ...problems(404) },
        },
        handler: async (request) => {
          const user = await userIn(store, request, "answer");
          const { film } = request.params;
          if (!catalog.byId(film))
            throw notFound(`There is no film ${film}: GET /films?title= finds films by title.`);
          const kept = await desk.see(user, (state, here) => keptForLater(here, state, now()));
          const isKept = kept.some(({ movie }) => movie.id === film);
          if (isKept === (method === "PUT")) return { event: "", cards: [], table: await desk.table(user) };
          return desk.turn(user, randomUUID(), {
            kind: "commanded",
            command:
              method === "PUT" ? { kind: "saveNamed", titles: [film] } : { kind: "takeOff", title: film },
          });
        },
      });
    }
  };
