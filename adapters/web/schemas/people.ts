import { z } from "zod";
import { VERDICTS } from "../../../src/recommender/feedback.ts";
import { shownCardSchema, suggestionIdSchema, tableSchema } from "./conversation.ts";
import { filmIdSchema, filmSchema } from "./film.ts";

/** "me" is whom the cookie names. */
export const personIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ examples: ["me"] });

/** As a program may call one of its people. */
export const ownPersonIdSchema = z.string().regex(/^(?!me$)[A-Za-z0-9_-]{1,64}$/);

export const personSchema = z
  .object({
    id: z.string(),
    phase: z.enum(["new", "favourites", "suggesting"]),
    knownSinceMs: z.number().nullable(),
    answers: z.int().meta({ description: "Films of which something was said that stands" }),
    favourites: z.int(),
  })
  .meta({ id: "Person" });

export const welcomedSchema = z
  .object({
    person: personSchema,
    cards: z.array(shownCardSchema),
    table: tableSchema,
    notices: z
      .array(z.string())
      .meta({ description: "What those want said whose pictures are shown: empty where all are drawn" }),
  })
  .meta({ id: "Welcomed" });

/** "later" keeps it to be watched, and is no opinion: it stands beside a verdict. */
const answerVerdict = z.enum(["like", "dislike", "skip", "seen", "never", "later"]);
const filmVerdict = z.enum(["favourite", "like", "dislike", "seen", "never", "later"]);

/** An answer to a suggestion, or a word on any film. */
export const answerSchema = z
  .union([
    z.strictObject({ suggestion: suggestionIdSchema, verdict: answerVerdict }),
    z.strictObject({ film: filmIdSchema, verdict: filmVerdict }),
  ])
  .meta({ id: "Answer" });
export type Answer = z.infer<typeof answerSchema>;

const ratingSchema = z.object({
  stars: z.number().meta({ description: "As given, from 0.5 to 5 in halves" }),
  points: z.string().exactOptional().meta({ description: 'As said, where it was in another scale: "8/10"' }),
});

const opinionSchema = z.object({
  film: filmSchema,
  verdict: z.enum(VERDICTS),
  rating: ratingSchema.exactOptional(),
  atMs: z.number(),
});

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
  });

export const opinionsSchema = pageOf(opinionSchema).meta({ id: "Opinions" });
export const historySchema = pageOf(
  z.object({
    suggestion: suggestionIdSchema,
    film: filmSchema,
    atMs: z.number(),
    verdict: z.enum(VERDICTS).nullable(),
    isKept: z.boolean().meta({ description: "Whether it is on the list of what to watch later" }),
  }),
).meta({ id: "History" });
export const watchLaterSchema = pageOf(
  z.object({
    film: filmSchema,
    sinceMs: z.number().meta({ description: "When it was put on the list, in milliseconds since 1970" }),
  }),
).meta({ id: "WatchLater" });
/** What can be shown to others: what is kept for later, or what is loved. */
export const shareableSchema = z.enum(["list", "taste"]);
export const sharedPageSchema = z
  .object({
    id: z.string().meta({ description: "By which it is withdrawn; it opens nothing" }),
    what: shareableSchema,
    sinceMs: z.number().meta({ description: "When the link was made, in milliseconds since 1970" }),
  })
  .meta({ id: "SharedPage" });

export const hiddenSchema = pageOf(opinionSchema)
  .extend({ refused: z.array(z.string()).meta({ description: 'What never comes up besides: "not Horror"' }) })
  .meta({ id: "Hidden" });
export const filmsSchema = z.object({ films: z.array(filmSchema) }).meta({ id: "Films" });

const counted = { name: z.string(), liked: z.int(), disliked: z.int() };

export const profileSchema = z
  .object({
    answers: z.record(z.enum(VERDICTS), z.int()).meta({ description: "What was said of films, and stands" }),
    genres: z.array(
      z.object({
        ...counted,
        weight: z.number().meta({ description: "How much the taste leans to it, in [0, 1]" }),
        before: z.number().meta({ description: "The same, before the last ten answers" }),
      }),
    ),
    decades: z.array(z.object(counted)),
    countries: z.array(z.object(counted)),
  })
  .meta({ id: "Profile" });

const said = {
  id: z.string(),
  movie: z.string(),
  atMs: z.number(),
  source: z.string(),
  suggestion: z.string().exactOptional(),
};
const entrySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("feedback"),
    ...said,
    verdict: z.enum(VERDICTS),
    rating: ratingSchema.exactOptional(),
  }),
  z.object({
    kind: z.literal("listing"),
    ...said,
    isOn: z.boolean().meta({ description: "Put on the list of what to watch later, or taken off" }),
  }),
  z.object({ kind: z.literal("retraction"), id: z.string(), retracts: z.string(), atMs: z.number() }),
]);

/** Everything that is kept. */
export const exportSchema = z
  .looseObject({
    user: z.object({ platform: z.string(), id: z.string() }),
    log: z.array(entrySchema),
    suggestions: z.array(z.object({ id: z.string(), movie: z.string(), atMs: z.number() })),
    events: z.array(z.object({ id: z.string(), atMs: z.number() })),
  })
  .meta({ id: "Export" });
