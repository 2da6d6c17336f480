import { randomUUID } from "node:crypto";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { keptForLater } from "../../../src/conversation/table.ts";
import { filmOf } from "../film-of.ts";
import { pageOf, pagingSchema } from "../paging.ts";
import { namedPerson, userIn } from "../persons.ts";
import { notFound } from "../problem.ts";
import { turnSchema } from "../schemas/conversation.ts";
import { filmIdSchema } from "../schemas/film.ts";
import { watchLaterSchema } from "../schemas/people.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";

const tags = ["lists"];

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
