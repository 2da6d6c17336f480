import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { createFilms } from "../../../src/catalog/films.ts";
import type { Movie } from "../../../src/catalog/movie.ts";
import type { World } from "../../../src/conversation/world.ts";
import { filmOf } from "../film-of.ts";
import { pageOf, pagingSchema } from "../paging.ts";
import { notFound } from "../problem.ts";
import { filmIdSchema, filmSchema } from "../schemas/film.ts";
import { filmsSchema } from "../schemas/people.ts";
import { problems } from "../schemas/problem.ts";
import { unlessKnown } from "../version.ts";
import { mustBeAllowed } from "../who.ts";

const text = z.string().trim().min(1).max(250);
const MOST_SIMILAR = 50;

const foundSchema = z
  .object({
    items: z.array(z.object({ film: filmSchema, score: z.number(), reason: z.string() })),
    next: z.string().nullable(),
  })
  .meta({ id: "Found" });

const aboutSchema = foundSchema
  .extend({
    words: z.array(z.string()).meta({ description: "What the search went by" }),
    unknown: z.array(z.string()).meta({ description: "Words of which nothing is known" }),
    isSure: z.boolean().meta({ description: "Whether some film has to do with nearly all that was said" }),
  })
  .meta({ id: "FoundAbout" });

const byPersonSchema = foundSchema.extend({ name: z.string() }).meta({ id: "FoundWith" });

/** Films as they are asked for. All of it follows from the model and what is known of films. */
export const filmRoutes =
  (world: World): FastifyPluginAsyncZod =>
  async (app) => {
    const { catalog, recommender } = world;
    const films = createFilms(catalog);
    const { version } = recommender;
    const tags = ["films"];
    const found = <Item extends { readonly movie: Movie }>(item: Item, score: number, reason: string) => ({
      film: filmOf(world, item.movie),
      score,
      reason,
    });
    const idOf = ({ film }: { readonly film: { readonly id: string } }) => film.id;

    app.addHook("onRequest", async (request) => mustBeAllowed(request, "read"));

    app.get(
      "/films",
      {
        schema: {
          tags,
          summary: "Films by title",
          description:
            "With `title`, films that go by it or nearly so. With `begun`, what an unfinished title may become.",
          querystring: pagingSchema.extend({ title: text.optional(), begun: z.string().max(250).optional() }),
          response: { 200: foundSchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const { title, begun, ...paging } = request.query;
        unlessKnown(request, reply, version);
        const items =
          title === undefined
            ? catalog
                .search(begun ?? "", MOST_COMPLETED)
                .map((movie, place) => found({ movie }, 1 / (1 + place), "begins so"))
            : films.find(title).map((one) => found(one, one.score, one.reason));
        const { items: page, next } = pageOf(items, paging, idOf);
        return { items: [...page], next };
      },
    );

    app.get(
      "/films/about",
      {
        schema: {
          tags,
          summary: "Films by what they are about",
          querystring: pagingSchema.extend({ text: z.string().trim().min(1).max(1000) }),
          response: { 200: aboutSchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const { text: said, ...paging } = request.query;
        unlessKnown(request, reply, version);
        const { films: all, words, unknown, isSure } = films.about(said, { limit: MOST_ABOUT });
        const items = all.map((one) =>
          found({ movie: catalog.movies[one.row]! }, one.score, one.reason.words.join(", ")),
        );
        const { items: page, next } = pageOf(items, paging, idOf);
        return { items: [...page], next, words: [...words], unknown: [...unknown], isSure };
      },
    );

    app.get(
      "/films/with",
      {
        schema: {
          tags,
          summary: "Films of a person, the best known first",
          querystring: pagingSchema.extend({ person: text }),
          response: { 200: byPersonSchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const { person, ...paging } = request.query;
        const by = films.with(person);
        if (!by) throw notFound(`No film names ${person}: try the whole name.`);
        unlessKnown(request, reply, version);
        const items = by.films.map(({ movie, score, reason: { directed, isInIt } }) =>
          found(
            { movie },
            score,
            directed ? (isInIt ? "directed it and is in it" : "directed it") : "is in it",
          ),
        );
        const { items: page, next } = pageOf(items, paging, idOf);
        return { items: [...page], next, name: by.name };
      },
    );

    const named = z.object({ film: filmIdSchema });
    const movieOf = (id: string): Movie => {
      const movie = catalog.byId(id);
      if (!movie) throw notFound(`There is no film ${id}: GET /films?title= finds films by title.`);
      return movie;
    };

    app.get(
      "/films/:film",
      {
        schema: {
          tags,
          summary: "A film",
          params: named,
          response: { 200: filmSchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const movie = movieOf(request.params.film);
        unlessKnown(request, reply, version);
        return filmOf(world, movie);
      },
    );

    app.get(
      "/films/:film/similar",
      {
        schema: {
          tags,
          summary: "Films near a film, the nearest first",
          params: named,
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(MOST_SIMILAR).default(10) }),
          response: { 200: filmsSchema, ...problems(404) },
        },
      },
      async (request, reply) => {
        const movie = movieOf(request.params.film);
        unlessKnown(request, reply, version);
        const near = [recommender.rowOf(movie.id)!];
        const ranked = recommender.rank(recommender.taste([]), { near, limit: request.query.limit });
        return { films: ranked.map(({ row }) => filmOf(world, recommender.movie(row))) };
      },
    );
  };

/** As many titles as anybody goes through. */
const MOST_COMPLETED = 200;
const MOST_ABOUT = 200;
