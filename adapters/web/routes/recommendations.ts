import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { GENRES } from "../../../src/catalog/genres.ts";
import { NO_WISH } from "../../../src/conversation/wish.ts";
import { why } from "../../../src/conversation/wording.ts";
import { type Feedback, VERDICTS } from "../../../src/recommender/feedback.ts";
import { NO_FILTERS } from "../../../src/recommender/filters.ts";
import { filmOf } from "../film-of.ts";
import { Problem } from "../problem.ts";
import { filmIdSchema, filmSchema } from "../schemas/film.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { mustBeAllowed } from "../who.ts";

const MOST_ANSWERS = 1_000;
const MOST_RECOMMENDED = 100;
const MOST_OF_A_LIST = 12;

const genres = z.array(z.enum(GENRES)).max(MOST_OF_A_LIST).default([]);
const year = z.int().min(1888).max(2100);
const minutes = z.int().min(1).max(1440);

const askedSchema = z
  .strictObject({
    answers: z
      .array(
        z.strictObject({
          film: filmIdSchema,
          verdict: z.enum(VERDICTS),
          atMs: z
            .int()
            .min(0)
            .exactOptional()
            .meta({ description: "When it was said: a film that was skipped comes again after a while" }),
        }),
      )
      .max(MOST_ANSWERS)
      .default([])
      .meta({ description: "What somebody said of films, the oldest first" }),
    genres: genres.meta({ description: "All of these" }),
    notGenres: genres.meta({ description: "None of these" }),
    fromYear: year.exactOptional(),
    toYear: year.exactOptional(),
    fromMinutes: minutes.exactOptional(),
    toMinutes: minutes.exactOptional(),
    about: z
      .array(z.string().trim().min(1).max(300))
      .max(3)
      .default([])
      .meta({ description: 'What it is about: "a house lifted by balloons"' }),
    like: z.array(filmIdSchema).max(MOST_OF_A_LIST).default([]).meta({ description: "Near these films" }),
    limit: z.int().min(1).max(MOST_RECOMMENDED).default(10),
  })
  .meta({ id: "Asked" });

const recommendedSchema = z
  .object({
    items: z.array(
      z.object({
        film: filmSchema,
        score: z.number().meta({ description: "Orders the films of one answer, and no others" }),
        why: z.string(),
      }),
    ),
    unknown: z.array(z.string()).meta({ description: "Films among the answers of which nothing is known" }),
  })
  .meta({ id: "Recommended" });

/** Recommendations for a list of answers: nothing is kept of it. */
export const recommendationRoutes =
  ({ world, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    const { recommender } = world;

    app.post(
      "/recommendations",
      {
        schema: {
          tags: ["recommendations"],
          summary: "Films for a list of answers, of which nothing is kept",
          body: askedSchema,
          response: { 200: recommendedSchema, ...problems(404) },
        },
      },
      async (request) => {
        mustBeAllowed(request, "read");
        const { answers, like, limit, ...asked } = request.body;
        const atMs = now();
        const feedback = answers.map(
          ({ film, verdict, atMs: saidMs = atMs }): Feedback => ({ movie: film, verdict, atMs: saidMs }),
        );
        const unknown = feedback
          .map(({ movie }) => movie)
          .filter((id) => recommender.rowOf(id) === undefined);
        const near = like.map((id) => {
          const row = recommender.rowOf(id);
          if (row === undefined) throw new Problem(404, `There is no film ${id} to be like.`);
          return row;
        });
        const filters = {
          ...NO_FILTERS,
          genresIn: asked.genres,
          genresOut: asked.notGenres,
          yearFrom: asked.fromYear ?? 0,
          yearTo: asked.toYear ?? 0,
          minutesFrom: asked.fromMinutes ?? 0,
          minutesTo: asked.toMinutes ?? 0,
          about: asked.about,
        };
        const taste = recommender.taste(feedback);
        const ranked = recommender.rank(taste, { feedback, atMs, filters, near, limit });
        return {
          items: ranked.map(({ row, score }) => {
            const movie = recommender.movie(row);
            const reason = why(world, taste, movie, { ...NO_WISH, filters, near: like });
            return { film: filmOf(world, movie), score, why: reason };
          }),
          unknown: [...new Set(unknown)],
        };
      },
    );
  };
