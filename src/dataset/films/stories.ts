/** What films tell from beginning to end, data/films/stories/*.yaml: searched, never shown, for it gives the end away. */
import { z } from "zod";
import { readYaml } from "../../files/yaml.ts";

const fileSchema = z.strictObject({
  films: z.array(
    z.strictObject({
      /** MovieLens' own, or that of a film written by hand. */
      id: z.int().positive(),
      title: z.string().regex(/^.+ \(\d{4}\)$/, 'a title with its year, "Up (2009)"'),
      story: z.string().trim().min(1),
    }),
  ),
});

export type WrittenStory = z.infer<typeof fileSchema>["films"][number];

/**
 * @param file where the text is from, for the errors
 * @throws Error naming the file, what is wrong and where
 */
export function readStories(yaml: string, file: string): readonly WrittenStory[] {
  const result = fileSchema.safeParse(readYaml(yaml, file));
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
  return result.data.films;
}
