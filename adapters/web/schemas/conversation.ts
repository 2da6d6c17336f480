import { z } from "zod";
import { cardSchema } from "../../../src/conversation/card.ts";
import { GESTURES } from "../../../src/conversation/event.ts";
import { LONGEST_SAID } from "../../../src/intent/reading/read.ts";
import { filmSchema } from "./film.ts";

/** Made by whoever sends it, once for each thing that is done: the same again has effect once. */
export const eventIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ examples: ["0192f3c1-7b1e-7000-8000-3f2a9c5d1e11"] });

export const suggestionIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,24}$/);

const plainCardSchema = cardSchema.meta({ id: "PlainCard" });

/** What is shown, and of a suggestion the film. */
export const shownCardSchema = cardSchema.extend({ film: filmSchema.exactOptional() }).meta({ id: "Card" });
export type ShownCard = z.infer<typeof shownCardSchema>;

export const tableSchema = z
  .object({
    phase: z.enum(["new", "favourites", "suggesting"]),
    suggestion: z
      .object({
        id: suggestionIdSchema,
        film: filmSchema,
        atMs: z.number().meta({ description: "When it was made, in milliseconds since 1970" }),
        why: z.string(),
      })
      .nullable()
      .meta({ description: "What waits for an answer" }),
    card: plainCardSchema.nullable().meta({ description: "The same, as it was shown" }),
    question: plainCardSchema.nullable().meta({ description: "What was asked, and the next words answer" }),
    wish: z
      .array(z.object({ label: z.string(), says: z.string() }))
      .meta({ description: "What is asked for, part by part; to say those words takes the part away" }),
  })
  .meta({ id: "Table" });
export type ShownTable = z.infer<typeof tableSchema>;

export const turnSchema = z
  .object({
    event: z.string(),
    cards: z.array(shownCardSchema).meta({ description: "What is said to it, in order" }),
    table: tableSchema,
  })
  .meta({ id: "Turn" });
export type ShownTurn = z.infer<typeof turnSchema>;

const onSuggestion = { gesture: z.enum(GESTURES), suggestion: suggestionIdSchema };

export const didSchema = z
  .discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("opened") })
      .meta({ description: "Came in without a word: is greeted, or shown what lies on the table" }),
    z.strictObject({ kind: z.literal("said"), text: z.string().min(1).max(LONGEST_SAID) }),
    z
      .strictObject({ kind: z.literal("pressed"), ...onSuggestion })
      .meta({ description: "A button: the same again takes it back" }),
    z
      .strictObject({ kind: z.literal("gestured"), ...onSuggestion })
      .meta({ description: "A swipe: the same again changes nothing" }),
    z.strictObject({ kind: z.literal("takenBack"), ...onSuggestion }),
  ])
  .meta({ id: "Did" });
export type ToldDid = z.infer<typeof didSchema>;
