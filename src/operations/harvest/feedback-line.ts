/**
 * What one person made of one film, as `feedback.jsonl` has it: a line of JSON each, for exchange with others.
 *
 * A line has a verdict, what was shown, or both. Of a film somebody spoke of again the latest opinion stands.
 */
import { z } from "zod";
import { VERDICTS } from "../../recommender/feedback.ts";

const milliseconds = z.int().nonnegative();

export const feedbackLineSchema = z
  .strictObject({
    /** The same on each of a person's lines, and of no other meaning. */
    person: z.string().min(1).max(100),
    /** The IMDb id, or Matinee's own where there is none. */
    movie: z.string().min(1).max(100),
    verdict: z.enum(VERDICTS).optional(),
    /** As given; absent where it was not said in stars. */
    stars: z.number().min(0.5).max(5).multipleOf(0.5).optional(),
    /** Milliseconds since 1970: of the verdict, else of what was shown. */
    atMs: milliseconds,
    /** How the verdict came about: in answer to a suggestion, or unasked. */
    source: z.enum(["favourites", "suggestion", "title"]).optional(),
    /** When it was suggested last, and by which model: null where that is not known. */
    shown: z
      .strictObject({ atMs: milliseconds, model: z.string().nullable(), turn: z.int().positive().nullable() })
      .optional(),
  })
  .refine(
    ({ verdict, shown }) => verdict !== undefined || shown !== undefined,
    "Expected a verdict, shown, or both.",
  )
  .refine(
    ({ verdict, stars }) => stars === undefined || verdict !== undefined,
    "Expected a verdict beside stars.",
  );
export type FeedbackLine = z.infer<typeof feedbackLineSchema>;
