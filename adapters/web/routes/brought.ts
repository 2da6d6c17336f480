import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { BOUNDS } from "../../../src/history/files-in.ts";
import { bringing } from "../../../src/host/bring.ts";
import { namedEvent, userIn } from "../persons.ts";
import { turnSchema } from "../schemas/conversation.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";

const LONGEST_NAME = 200;

/** What somebody watched and rated elsewhere. */
export const broughtRoutes =
  ({ store, desk, limits }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    app.addContentTypeParser(
      "application/octet-stream",
      { parseAs: "buffer", bodyLimit: BOUNDS.bytes },
      (_request, body, done) => done(null, body),
    );

    app.put(
      "/people/:person/brought/:event",
      {
        bodyLimit: BOUNDS.bytes,
        schema: {
          tags: ["conversation"],
          summary: "Brings a file of another service: says what would be noted, and asks",
          description:
            "The file itself as application/octet-stream: the ZIP or a CSV of Letterboxd, of IMDb, Trakt, Simkl, TMDB, MovieLens or another Matinee. It is not kept. To say yes takes it in.",
          params: namedEvent,
          querystring: z.object({
            name: z.string().min(1).max(LONGEST_NAME).meta({ description: "What the file is called" }),
          }),
          response: { 200: turnSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "answer");
        await limits.words(request, user.id);
        const { body }: { readonly body: unknown } = request;
        const bytes = Buffer.isBuffer(body) ? body : new Uint8Array();
        return desk.turn(user, request.params.event, bringing({ name: request.query.name, bytes }));
      },
    );
  };
