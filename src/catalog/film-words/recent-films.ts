/**
 * Films newer than any ratings at hand, data/films/recent/*.yaml: all that is known of them is written by hand, the words
 * about them too.
 */
import { z } from "zod";
import { readYaml } from "../../files/yaml.ts";
import { GENRES } from "../genres.ts";
import { wordsSchema } from "./film-words.ts";

/** Films that MovieLens has no number for are numbered from here on; its own are far below. */
export const OWN_IDS_FROM = 900_000_000;

const name = z.string().trim().min(1);
const filmSchema = z.strictObject({
  /** MovieLens' own, else from OWN_IDS_FROM on; never given to another film. */
  id: z.int().positive(),
  title: name,
  year: z.int().min(2022).max(2030),
  /** Where it differs. */
  originalTitle: name.optional(),
  imdbId: z
    .string()
    .regex(/^tt\d{7,9}$/, 'an id of IMDb, "tt15398776"')
    .optional(),
  /** English names as in places.yaml, the first to be named first. */
  countries: z.array(name).min(1),
  /** Empty where nobody speaks. */
  languages: z.array(name).default([]),
  runtimeMinutes: z.int().min(40).max(400).optional(),
  directors: z.array(name).min(1),
  /** In the order of billing. */
  cast: z.array(name).max(8).default([]),
  genres: z.array(z.enum(GENRES)).min(1),
  /** MovieLens' numbers of other films of this title, of about the same year. */
  namesakes: z.array(z.int().positive()).default([]),
  /** How many have heard of it, for want of ratings: "very" as a film of the year, "well" in most countries, "some". */
  known: z.enum(["very", "well", "some"]),
  ...wordsSchema.shape,
});

export type RecentFilm = z.infer<typeof filmSchema>;

/** A film is checked on its own, so that an error can name it. */
const fileSchema = z.strictObject({ films: z.array(z.looseObject({ title: z.unknown() })) });

/**
 * @param file where the text is from, for the errors
 * @throws Error naming the file, the film and the field
 */
export function readRecentFilms(yaml: string, file: string): readonly RecentFilm[] {
  const list = fileSchema.safeParse(readYaml(yaml, file));
  if (!list.success) throw new Error(`${file}: ${z.prettifyError(list.error)}`);
  return list.data.films.map((film) => {
    const result = filmSchema.safeParse(film);
    if (!result.success) throw new Error(`${file}: ${film.title}: ${z.prettifyError(result.error)}`);
    return result.data;
  });
}
