import { z } from "zod";
import { TOPICS } from "../intent/reading/questions/topics.ts";
import { broughtFilmSchema, broughtUnclearSchema } from "./brought.ts";
import { lastingWishesSchema } from "./lasting-log.ts";
import { wishInForceSchema } from "./wish.ts";

/** Four say enough for good first suggestions, and are still easy to think of. */
export const FAVOURITES_WANTED = 4;

const movieId = z.string().min(1);

/**
 * What a named movie is wanted for, while the person picks which of several they meant. "similar" adds to what is
 * asked for, "moreLike" replaces it; "show" puts it on the table, and a "mention" says nothing of it yet.
 */
const purpose = z.enum([
  "favourite",
  "moreLike",
  "similar",
  "like",
  "dislike",
  "seen",
  "never",
  "later",
  "offList",
  "remind",
  "restore",
  "show",
  "mention",
]);
export type Purpose = z.infer<typeof purpose>;

/**
 * Where one conversation of one person stands. Kept as JSON between messages, so it is checked when it
 * comes back: a newer program may meet what an older one wrote.
 */
export const dialogueSchema = z.object({
  phase: z.discriminatedUnion("kind", [
    /** Nothing said yet. */
    z.object({ kind: z.literal("new") }),
    /** Asked for favourite movies; how many are named so far follows from the log. */
    z.object({ kind: z.literal("favourites") }),
    /** Movies are being suggested. */
    z.object({ kind: z.literal("suggesting") }),
  ]),
  /** Several movies fitted a title; the next answer picks one. */
  choice: z
    .object({
      said: z.string(),
      purpose,
      movies: z.array(movieId).min(1),
      /** In which the verdict was said. */
      rating: z.object({ stars: z.number(), points: z.string().exactOptional() }).readonly().optional(),
      /** What else was named for it in the same message, by title or id: gone on with once it is settled. */
      others: z.array(z.string()).optional(),
    })
    .optional(),
  /** The movies of the list shown last, until another movie is suggested: "the second one" means that of it. */
  listed: z.array(movieId).optional(),
  /** Several people have a name that was said; the next answer picks one, for as many movies as were asked for. */
  namesakes: z.object({ names: z.array(z.string()).min(1), isOut: z.boolean(), howMany: z.int() }).optional(),
  /** "Forget me" was said and waits for its confirmation. */
  confirmingForget: z.boolean(),
  /** What was brought along from elsewhere, and waits to be taken in. */
  bringing: z.array(broughtFilmSchema).optional().catch(undefined),
  /** What is refused for good in it. */
  refusing: lastingWishesSchema.optional().catch(undefined),
  /** Films of it that may be one of several: asked about one by one when the rest is taken in; the first is asked about. */
  unclear: z.array(broughtUnclearSchema).optional().catch(undefined),
  /** The suggestion on the table: what "y" and "n" speak of. */
  current: z.string().optional(),
  /** The movie that was suggested last, answered or not, for what is asked for now. */
  shown: movieId.optional(),
  /** These movies were spoken of as loved; "yes" makes them favourites. */
  offered: z
    .object({
      movies: z.array(movieId).min(1),
      /** A suggestion was made with it: "y" answers that, and only "yes" this. */
      aside: z.boolean(),
    })
    .optional(),
  /** While this suggestion lay on the table something else was spoken of last: "it" may still mean that. */
  elsewhere: z.string().optional(),
  /** A film besides, answered about last, while `during` lay on the table: "it" in a question means that one. */
  spokenOf: z.object({ movie: movieId, during: z.string().optional() }).optional(),
  /** It was asked how this suggestion was: "yes" answers that. */
  weighed: z.string().optional(),
  /** The film that the person named last: "the older one" may mean another of that name. */
  named: movieId.optional(),
  /** Of which the last message gave a verdict: "no wait, I meant ..." takes that back. */
  noted: movieId.optional(),
  /** What was just asked of a film. */
  asked: z
    .object({
      topic: z.enum(TOPICS).exactOptional(),
      suits: z.object({ age: z.number().exactOptional() }).exactOptional(),
      inIt: z.string().exactOptional(),
      tags: z.array(z.string()),
    })
    .optional(),
  /** Whose films were told last. */
  person: z.string().optional(),
  /** What was said last that was no suggestion: it is said in other words the next time. */
  aside: z.string().optional(),
  /**
   * What held for good before something was said of that, the last at the end: undo goes back to it. When it was, by which event, and
   * behind which entry of what was said of films.
   */
  settled: z
    .array(
      z.object({
        atMs: z.number(),
        before: lastingWishesSchema,
        by: z.string().optional(),
        behind: z.string().optional(),
      }),
    )
    .optional()
    .catch(undefined),
  /** What suggestions must be. One that an other program wrote differently is as if it had lapsed. */
  wish: wishInForceSchema.optional().catch(undefined),
});
export type Dialogue = z.infer<typeof dialogueSchema>;

export const newDialogue: Dialogue = { phase: { kind: "new" }, confirmingForget: false };
