import { z } from "zod";
import { ANSWERS } from "../../../src/operations/figures.ts";

export const shareSchema = z
  .object({ share: z.number(), low: z.number(), high: z.number() })
  .meta({ id: "Share", description: "With its 95 % interval (Wilson)" });

/** As values that nobody changes. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const answered = {
  suggestions: z.int(),
  answers: z
    .record(z.enum(ANSWERS), z.int())
    .meta({ description: "On suggestions, whenever those were made" }),
  unanswered: z.int().meta({ description: "Suggestions less answers" }),
  shares: z
    .record(z.enum([...ANSWERS, "unanswered"]), shareSchema)
    .nullable()
    .meta({ description: "Of all suggestions; null of none" }),
};
const platforms = list(z.string()).meta({
  description: "Several where some had fewer than five people on a day",
});
const day = z.iso.date().meta({ description: "In UTC" });

/** As src/operations tells them. */
export const figuresSchema = z
  .object({
    days: list(
      z.object({ day, to: day, platforms, people: z.int(), ...answered }).meta({ id: "DayFigures" }),
    ),
    hidden: list(day).meta({ description: "Days that are in no sum, for too few people came" }),
    all: z.object(answered).meta({ id: "Answered" }),
    platforms: list(z.object({ platforms, ...answered }).meta({ id: "PlatformFigures" })),
    turns: list(
      z
        .object({
          from: z.int(),
          to: z.int().nullable().meta({ description: "null: and all behind" }),
          ...answered,
        })
        .meta({ id: "TurnFigures" }),
    ).meta({ description: "By place in a session, the first suggestion being 1" }),
    sessions: z
      .object({
        sessions: z
          .int()
          .meta({ description: "With a suggestion; another begins after six hours of silence" }),
        well: shareSchema.meta({ description: "In which a suggestion was liked, or kept to watch later" }),
        seconds: z.object({ half: z.number(), most: z.number() }).nullable().meta({
          description: "From the first word until then: for half of them, and for nine in ten",
        }),
        within: list(z.object({ seconds: z.int(), sessions: z.int() })).meta({
          description: "Until then, from the bin before",
        }),
      })
      .nullable()
      .meta({ id: "Sessions" }),
    heard: z
      .record(z.enum(["rules", "model", "nothing"]), z.object({ texts: z.int(), share: shareSchema }))
      .nullable()
      .meta({ description: "By what texts were read, and those that nothing was made of" }),
    models: list(
      z.object({ versions: list(z.string()), from: day, to: day, ...answered }).meta({ id: "ModelFigures" }),
    ),
  })
  .meta({ id: "Figures" });
