import { randomUUID } from "node:crypto";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { lastingWishes } from "../../../src/conversation/lasting-list.ts";
import { hiddenAmong, latestAmong } from "../../../src/conversation/lists.ts";
import { type FeedbackEntry, standingFeedback } from "../../../src/conversation/person.ts";
import type { UserKey } from "../../../src/store/store.ts";
import { filmOf } from "../film-of.ts";
import { type Paging, pageOf, pagingSchema } from "../paging.ts";
import { namedPerson, userIn } from "../persons.ts";
import { notFound } from "../problem.ts";
import { profileOf } from "../profile-of.ts";
import { turnSchema } from "../schemas/conversation.ts";
import { filmIdSchema } from "../schemas/film.ts";
import { hiddenSchema, historySchema, opinionsSchema, profileSchema } from "../schemas/people.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { unlessKnown } from "../version.ts";

const tags = ["lists"];
const lists = ["favourites", "likes", "dislikes", "seen"] as const;
const VERDICTS_OF = {
  favourites: ["favourite"],
  likes: ["favourite", "like"],
  dislikes: ["dislike", "never"],
  seen: ["seen"],
} as const;

/** What a person can look up about themselves, the latest first. */
export const listRoutes =
  ({ world, store, desk, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    const { catalog } = world;
    const named = { params: namedPerson, querystring: pagingSchema };
    const namedFilm = namedPerson.extend({ film: filmIdSchema });

    const opinionsPage = (entries: readonly FeedbackEntry[], paging: Paging) => {
      const known = entries.flatMap((entry) => {
        const movie = catalog.byId(entry.movie);
        return movie ? [{ entry, movie }] : [];
      });
      const { items, next } = pageOf(known, paging, ({ entry }) => entry.id);
      return {
        items: items.map(({ entry: { verdict, rating, atMs }, movie }) => ({
          film: filmOf(world, movie),
          verdict,
          ...(rating && { rating }),
          atMs,
        })),
        next,
      };
    };
    const said = async (user: UserKey) => standingFeedback(await store.log(user));

    for (const list of lists) {
      const verdicts: readonly string[] = VERDICTS_OF[list];
      app.get(
        `/people/:person/${list}`,
        {
          schema: {
            tags,
            summary: `Films of which the latest word is: ${verdicts.join(" or ")}`,
            ...named,
            response: { 200: opinionsSchema, ...problems(404) },
          },
        },
        async (request, reply) => {
          const user = await userIn(store, request, "read");
          unlessKnown(request, reply, world.recommender.version, await store.revision(user));
          const entries = latestAmong(await said(user)).filter(({ verdict }) => verdicts.includes(verdict));
          return opinionsPage(entries, request.query);
        },
      );
    }

    app.put(
      "/people/:person/favourites/:film",
      {
        schema: {
          tags,
          summary: "Adds a favourite",
          params: namedFilm,
          response: { 200: turnSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "answer");
        const { film } = request.params;
        if (!catalog.byId(film))
          throw notFound(`There is no film ${film}: GET /films?title= finds films by title.`);
        const latest = latestAmong(await said(user)).find(({ movie }) => movie === film);
        if (latest?.verdict === "favourite") return nothingToDo(user);
        return desk.turn(user, randomUUID(), {
          kind: "commanded",
          command: { kind: "mark", verdict: "favourite", title: film },
        });
      },
    );

    for (const list of ["favourites", "hidden"] as const) {
      app.delete(
        `/people/:person/${list}/:film`,
        {
          schema: {
            tags,
            summary:
              list === "hidden"
                ? "Lets a film come up again"
                : "Takes a favourite back, and all that was said of it",
            params: namedFilm,
            response: { 200: turnSchema, ...problems(404) },
          },
        },
        async (request) => {
          const user = await userIn(store, request, "answer");
          const { film } = request.params;
          const given = (await said(user)).some(({ movie }) => movie === film);
          if (!given) return nothingToDo(user);
          return desk.turn(user, randomUUID(), {
            kind: "commanded",
            command: { kind: "restore", title: film },
          });
        },
      );
    }

    const nothingToDo = async (user: UserKey) => ({ event: "", cards: [], table: await desk.table(user) });

    app.get(
      "/people/:person/history",
      {
        schema: {
          tags,
          summary: "What was suggested, and how it was answered",
          ...named,
          response: { 200: historySchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "read");
        unlessKnown(request, reply, world.recommender.version, await store.revision(user));
        const verdicts = new Map((await said(user)).map(({ suggestion, verdict }) => [suggestion, verdict]));
        const made = (await store.suggestions(user)).toReversed().flatMap(({ id, movie, atMs }) => {
          const known = catalog.byId(movie);
          return known ? [{ id, movie: known, atMs }] : [];
        });
        const { items, next } = pageOf(made, request.query, ({ id }) => id);
        const listed = await desk.see(
          user,
          ({ person }, { recommender }) =>
            new Set([...person.away.listed.keys()].map((row) => recommender.movie(row).id)),
        );
        return {
          items: items.map(({ id, movie, atMs }) => ({
            suggestion: id,
            film: filmOf(world, movie),
            atMs,
            verdict: verdicts.get(id) ?? null,
            isKept: listed.has(movie.id),
          })),
          next,
        };
      },
    );

    app.get(
      "/people/:person/hidden",
      {
        schema: {
          tags,
          summary: "What is kept away from a person",
          ...named,
          response: { 200: hiddenSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "read");
        const refused = await desk.see(user, ({ person }, here) =>
          lastingWishes(here, person).map(({ label }) => label),
        );
        return { ...opinionsPage(hiddenAmong(world, await said(user), now()), request.query), refused };
      },
    );

    app.get(
      "/people/:person/profile",
      {
        schema: {
          tags,
          summary: "How a person is understood",
          params: namedPerson,
          response: { 200: profileSchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "read");
        unlessKnown(request, reply, world.recommender.version, await store.revision(user));
        return profileOf(catalog, latestAmong(await said(user)));
      },
    );
  };
