import { randomUUID } from "node:crypto";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { isAnswered } from "../../../src/conversation/away.ts";
import { TMDB_NOTICE } from "../../../src/conversation/wording.ts";
import { written } from "../../../src/history/written.ts";
import type { UserKey } from "../../../src/store/store.ts";
import { eventStream } from "../event-stream.ts";
import { namedPerson, userIn } from "../persons.ts";
import { Problem } from "../problem.ts";
import { shownCardSchema } from "../schemas/conversation.ts";
import { exportSchema, ownPersonIdSchema, personSchema, welcomedSchema } from "../schemas/people.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { mustBeAllowed, newPersonId, personOf, remember, unremember, userOf } from "../who.ts";

const tags = ["people"];

/** Who is known, and what is kept of them. */
export const peopleRoutes =
  ({ world, store, desk, limits, streams, details }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    const notices = details ? [TMDB_NOTICE] : [];
    const describe = async (user: UserKey) => {
      const known = await desk.see(user, ({ dialogue, person: { away, taste } }, world) => ({
        phase: dialogue.phase.kind,
        answers: world.catalog.movies.filter((_, row) => isAnswered(away, row)).length,
        favourites: taste.evidence.filter(({ verdict }) => verdict === "favourite").length,
      }));
      return { id: personOf(user), knownSinceMs: (await store.knownSince(user)) ?? null, ...known };
    };

    app.post(
      "/people",
      {
        schema: {
          tags,
          summary: "Makes a person, and greets them",
          description:
            "In a browser it sets the cookie that names them from then on; who has one already stays who they are. A program may give an id of its own.",
          body: z.strictObject({ id: ownPersonIdSchema.optional() }).nullish(),
          response: { 200: welcomedSchema, 201: welcomedSchema, ...problems() },
        },
      },
      async (request, reply) => {
        mustBeAllowed(request, "answer");
        const { caller } = request;
        const id = request.body?.id;
        if (id !== undefined && caller.kind === "anonymous")
          throw new Problem(422, "Leave id out: only programs name their people.");
        const known = caller.kind === "anonymous" ? caller.person : id;
        const user = userOf(caller, known ?? newPersonId());
        const isNew = (await store.revision(user)) === null;
        if (isNew) await limits.newcomer(request);
        if (caller.kind === "anonymous") remember(request, reply, user.id);
        const { cards, table } = isNew
          ? await desk.turn(user, randomUUID(), { kind: "opened" })
          : { cards: [], table: await desk.table(user) };
        return reply.code(isNew ? 201 : 200).send({ person: await describe(user), cards, table, notices });
      },
    );

    app.get(
      "/people/:person",
      {
        schema: {
          tags,
          summary: "A person",
          params: namedPerson,
          response: { 200: personSchema, ...problems(404) },
        },
      },
      async (request) => describe(await userIn(store, request, "read")),
    );

    app.delete(
      "/people/:person",
      {
        schema: {
          tags,
          summary: "Forgets a person: every row about them is deleted, for good",
          params: namedPerson,
          response: { 200: z.object({ cards: z.array(shownCardSchema) }), ...problems(404) },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "answer");
        const cards = await desk.forget(user, randomUUID());
        unremember(request, reply);
        return { cards: [...cards] };
      },
    );

    app.get(
      "/people/:person/export/:service",
      {
        schema: {
          tags,
          summary: "What a person has watched and rated, as another service reads it",
          params: namedPerson.extend({ service: z.enum(["letterboxd", "imdb"]) }),
          response: {
            200: { description: "A table", content: { "text/csv": { schema: z.string() } } },
            ...problems(404),
          },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "read");
        const file = written(world.catalog, await store.export(user), request.params.service);
        reply.header("content-disposition", `attachment; filename="${file.name}"`);
        reply.type(`${file.mediaType}; charset=utf-8`);
        return reply.serializer(String).send(file.text);
      },
    );

    app.get(
      "/people/:person/export",
      {
        schema: {
          tags,
          summary: "Everything that is kept about a person",
          params: namedPerson,
          response: { 200: exportSchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "read");
        reply.header("content-disposition", 'attachment; filename="matinee-export.json"');
        return JSON.parse(written(world.catalog, await store.export(user), "json").text);
      },
    );

    app.get(
      "/people/:person/events",
      {
        schema: {
          tags,
          summary: "What happens to a person meanwhile, as server-sent events",
          description:
            "An event `turn` for everything that is done in another page or program, with a Turn as its data; `forgotten` when everything about the person was deleted.",
          produces: ["text/event-stream"],
          params: namedPerson,
          response: {
            200: {
              description: "A stream that stays open",
              content: { "text/event-stream": { schema: z.string() } },
            },
            ...problems(404),
          },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "read");
        streams.add(user.id, eventStream(reply));
      },
    );
  };
