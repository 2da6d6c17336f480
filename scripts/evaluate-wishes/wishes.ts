/** Requests as people write them, each with what decides whether a film fits: data/requests/wishes.jsonl. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { GENRES } from "../../src/catalog/genres.ts";
import { readJsonLines } from "../../src/files/json-lines.ts";
import { readYaml } from "../../src/files/yaml.ts";

const names = z.array(z.string().min(1)).min(1);
const genres = z.array(z.enum(GENRES)).min(1);
/** Any of some letters between "|", whatever the case; after "=" all of it. */
const pattern = z.string().transform((source) => source.toLowerCase().split("|"));

/** All that is given must hold. What is not known of a film decides nothing. */
const terms = {
  /** All of these, any of these, none of these, not all of these at once. */
  genre: genres.optional(),
  anyGenre: genres.optional(),
  notGenre: genres.optional(),
  notGenreAll: genres.optional(),
  /** Years of release, inclusive. */
  from: z.int().optional(),
  to: z.int().optional(),
  /** In it or behind it. */
  with: names.optional(),
  withAny: names.optional(),
  notWith: names.optional(),
  /** English names; any of them, none of them. */
  lang: names.optional(),
  notLang: names.optional(),
  country: names.optional(),
  notCountry: names.optional(),
  /** Minutes, inclusive. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Mean of its ratings. */
  stars: z.number().optional(),
  maxStars: z.number().optional(),
  /** By rank of its number of ratings: one of the first so many, none of them. */
  within: z.int().optional(),
  beyond: z.int().optional(),
  oscarsWon: z.int().optional(),
  oscarsNominated: z.int().optional(),
  /** In its title, line, tags or phrases; not in them. */
  about: pattern.optional(),
  notAbout: pattern.optional(),
  titleLike: pattern.optional(),
  notTitle: pattern.optional(),
  /** Films that fit, and that do not, of wish-films.yaml. */
  fits: z.string().optional(),
};
const termsSchema = z.strictObject(terms);
export type Terms = z.infer<typeof termsSchema>;

const wishSchema = z.strictObject({
  text: z.string().min(1),
  /** Said before it. */
  before: names.optional(),
  /** Nobody looks at how it is answered, while the hearing is worked on. */
  held: z.literal(true).optional(),
  ...terms,
  not: names.optional(),
  /** The one film that is meant. */
  titleIs: z.string().optional(),
  anyOf: z.array(termsSchema).min(1).optional(),
});
export type Wish = z.infer<typeof wishSchema>;

const filmsSchema = z.record(z.string(), z.strictObject({ fits: names.min(12), misfits: names.min(8) }));
/** By the name of a list. */
export type WishFilms = z.infer<typeof filmsSchema>;

/** The wishes of a file, and the lists of films of wish-films.yaml beside it. */
export async function readWishes(file: string): Promise<{ wishes: Wish[]; films: WishFilms }> {
  const wishes = await readJsonLines(file, wishSchema);
  const beside = join(dirname(file), "wish-films.yaml");
  const result = filmsSchema.safeParse(readYaml(await readFile(beside, "utf8"), beside));
  if (!result.success) throw new Error(`${beside}: ${z.prettifyError(result.error)}`);
  return { wishes, films: result.data };
}
