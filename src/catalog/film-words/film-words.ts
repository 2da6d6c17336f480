/** What is written here about films, data/films/words/*.yaml: a line to show, tags, and phrases to search by. */
import { z } from "zod";
import { readYaml } from "../../files/yaml.ts";

/** What is written about any film. */
export const wordsSchema = z.strictObject({
  line: z.string(),
  tags: z.array(z.string()),
  phrases: z.array(z.string()),
});

const filmSchema = z.strictObject({
  /** MovieLens' own. */
  id: z.int().positive(),
  title: z.string().regex(/^.+ \(\d{4}\)$/, 'a title with its year, "Up (2009)"'),
  ...wordsSchema.shape,
});

const fileSchema = z.strictObject({
  films: z.array(filmSchema),
  /** Those that the writer did not know. */
  skipped: z.array(z.int().positive()).default([]),
});

export type FilmWords = z.infer<typeof filmSchema>;
export type FilmWordsFile = z.infer<typeof fileSchema>;

/**
 * @param file where the text is from, for the errors
 * @throws Error naming the file, what is wrong and where
 */
export function readFilmWords(yaml: string, file: string): FilmWordsFile {
  const result = fileSchema.safeParse(readYaml(yaml, file));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}
