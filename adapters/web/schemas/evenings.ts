import { z } from "zod";
import { filmSchema } from "./film.ts";

const place = z.int().min(0);

/** An evening of several, as one of them sees it: of votes only their own. */
export const eveningSchema = z
  .object({
    id: z.string(),
    phase: z.enum(["gathering", "voting", "closed", "stopped"]),
    title: z.string(),
    lines: z.array(z.string()).meta({ description: "What all of them are told" }),
    limits: z
      .string()
      .nullable()
      .meta({ description: "Of these lines the one that tells what films must be" }),
    turn: z.string().nullable().meta({ description: "Of these lines the one that tells whose turn it is" }),
    compared: z
      .array(z.string())
      .meta({ description: "How alike the tastes of two are, once both have agreed to be told" }),
    agreed: z.boolean().meta({ description: "Whether you have" }),
    members: z.array(z.string()).meta({ description: "Names of those who are in" }),
    ready: z.int().meta({ description: "How many have their votes ready" }),
    round: z.int(),
    isMatch: z.boolean().meta({ description: "The first film that all would watch ends it" }),
    endsMs: z.number().meta({ description: "When votes are counted at the latest; milliseconds since 1970" }),
    films: z
      .array(z.object({ film: filmSchema, for: z.array(z.string()) }))
      .meta({ description: "The short list, and whom each film is for more than for the others" }),
    pick: filmSchema.nullable().meta({ description: "What it came to" }),
    you: z
      .object({
        name: z.string(),
        approved: z.array(place),
        vetoed: place.nullable(),
        seen: z.array(place),
        isReady: z.boolean(),
      })
      .nullable()
      .meta({ description: "Your own votes, by places in the list; null where you are not in" }),
  })
  .meta({ id: "Evening" });
export type ShownEvening = z.infer<typeof eveningSchema>;
