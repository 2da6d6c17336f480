import { z } from "zod";

const names = z.array(z.string()).readonly();

/** A film as programs and the page get it. What is absent is not known. */
export const filmSchema = z
  .object({
    id: z.string().meta({ description: "The IMDb id where there is one", examples: ["tt0113277"] }),
    title: z.string().meta({ examples: ["Heat"] }),
    year: z.int().exactOptional(),
    alternativeTitles: names,
    genres: names,
    line: z.string().exactOptional().meta({ description: "One sentence that gives nothing away" }),
    tags: names.meta({ description: "What it is about and how it is told, the most characteristic first" }),
    rating: z
      .object({ stars: z.number().min(0.5).max(5), ratings: z.int().min(1) })
      .exactOptional()
      .meta({ description: "The mean of what people gave it, in stars" }),
    minutes: z.int().exactOptional(),
    countries: names,
    languages: names,
    directors: names,
    cast: names,
    released: z.string().exactOptional().meta({ description: "A day, or a year alone" }),
    series: z.object({ name: z.string(), place: z.int() }).exactOptional(),
    oscars: z.object({ won: z.int(), nominated: z.int() }).exactOptional(),
    posters: z
      .array(
        z.object({ look: z.string(), alt: z.string(), svg: z.string().meta({ description: "A path here" }) }),
      )
      .meta({
        description:
          "Drawn posters, the one that suits best first; the second is for when the first is of the look shown just before",
      }),
    links: z.object({ imdb: z.url().exactOptional(), wikipedia: z.url().exactOptional() }),
  })
  .meta({ id: "Film" });
export type Film = z.infer<typeof filmSchema>;

export const filmIdSchema = z
  .string()
  .min(1)
  .max(64)
  .meta({ examples: ["tt0113277"] });
