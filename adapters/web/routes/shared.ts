import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Movie } from "../../../src/catalog/movie.ts";
import { leaning, sharedFilms } from "../../../src/conversation/sharing.ts";
import { TMDB_NOTICE } from "../../../src/conversation/wording.ts";
import type { World } from "../../../src/conversation/world.ts";
import { newSharedPage, pathOf } from "../../../src/host/sharing.ts";
import { hashOf, type SharedPage } from "../../../src/store/shared-pages.ts";
import { filmOf } from "../film-of.ts";
import { namedPerson, userIn } from "../persons.ts";
import { notFound, Problem } from "../problem.ts";
import { shareableSchema, sharedPageSchema } from "../schemas/people.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { nothingSharedPage, type SharedFilm, sharedPageOf } from "../shared-page.ts";
import { SHARED_STYLE } from "../shared-style.ts";

const tags = ["shared"];
/** More on one page nobody looks at. */
const MOST_SHOWN = 200;
const html = (description: string) => ({ description, content: { "text/html": { schema: z.string() } } });

/** What people show others by links that they can withdraw, and what such a link opens. */
export const sharedRoutes =
  ({ store, desk, details, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    const told = ({ id, what, atMs: sinceMs }: SharedPage) => ({ id, what, sinceMs });

    app.get(
      "/people/:person/shared",
      {
        schema: {
          tags,
          summary: "What a person shows others by links, oldest first",
          description: "The links themselves are kept by a hash alone, and not told again.",
          params: namedPerson,
          response: { 200: z.object({ items: z.array(sharedPageSchema) }), ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "read");
        return { items: (await store.sharedPages.of(user)).map(told) };
      },
    );

    app.post(
      "/people/:person/shared",
      {
        schema: {
          tags,
          summary: "Makes a link by which others see something of a person",
          description:
            "Whoever has the link sees a list or what is loved as it then stands, without an account. It is told this once.",
          params: namedPerson,
          body: z.strictObject({ what: shareableSchema }),
          response: {
            201: sharedPageSchema.extend({
              path: z
                .string()
                .meta({ description: "Behind the address of the page", examples: [pathOf("3f...")] }),
            }),
            ...problems(404, 409),
          },
        },
      },
      async (request, reply) => {
        const user = await userIn(store, request, "answer");
        const { what } = request.body;
        const films = await desk.see(user, (state, here) => sharedFilms(here, state, what));
        if (films.length === 0) throw notFound("There is nothing to be shown yet.");
        const made = await newSharedPage(store, user, what, now());
        if (!made) throw new Problem(409, "There are as many links as one may have: withdraw one first.");
        return reply.code(201).send({ ...told(made.page), path: made.path });
      },
    );

    app.delete(
      "/people/:person/shared/:page",
      {
        schema: {
          tags,
          summary: "Withdraws a link: it opens nothing any more",
          description: "The same again changes nothing.",
          params: namedPerson.extend({ page: z.string().regex(/^[A-Z]{6}$/) }),
          response: { 200: z.object({ items: z.array(sharedPageSchema) }), ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "answer");
        await store.sharedPages.withdraw(user, [request.params.page]);
        return { items: (await store.sharedPages.of(user)).map(told) };
      },
    );

    app.get(
      pathOf(":token"),
      {
        schema: {
          tags,
          summary: "What a link shows: films with their posters, for whoever has it",
          description: "As it stands at each look. Not to be kept, nor to be found by search engines.",
          params: z.object({ token: z.string() }),
          security: [{}],
          response: { ...problems(), 200: html("The page"), 404: html("Withdrawn, or never shared") },
        },
      },
      async (request, reply) => {
        reply
          .header("cache-control", "no-store")
          .header("x-robots-tag", "noindex, nofollow")
          .type("text/html; charset=utf-8")
          .serializer(String);
        const hash = hashOf(request.params.token);
        const page = hash && (await store.sharedPages.find(hash));
        if (!page) return reply.code(404).send(nothingSharedPage());
        const { what, user } = page;
        return reply.send(
          await desk.visit(user, (state, here) => {
            const movies = sharedFilms(here, state, what);
            return sharedPageOf({
              what,
              films: shownOf(here, movies.slice(0, MOST_SHOWN), details === undefined),
              total: movies.length,
              genres: what === "taste" ? leaning(movies) : [],
              notices: details ? [TMDB_NOTICE] : [],
            });
          }),
        );
      },
    );

    app.get("/shared/style.css", { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type("text/css; charset=utf-8")
        .header("cache-control", "no-cache")
        .serializer(String)
        .send(SHARED_STYLE),
    );
  };

/** No two posters side by side are of one look where they are drawn. */
function shownOf(world: World, movies: readonly Movie[], areDrawn: boolean): SharedFilm[] {
  let before: string | undefined;
  return movies.map((movie) => {
    const { posters, line } = filmOf(world, movie);
    const { look, svg } = posters.find((poster) => poster.look !== before) ?? posters[0]!;
    before = look;
    return { movie, line, poster: areDrawn ? svg : svg.replace("/poster.svg?", "/poster?") };
  });
}
