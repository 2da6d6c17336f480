/** Judged likeness of films: data/likeness.yaml. */
import { z } from "zod";
import { fameOf } from "../../catalog/fame.ts";
import type { Movie } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { createTitleLookup } from "../about/questions.ts";

/** Rows of a film, of those that are like it, and of tempting ones that are not. */
export interface Judgement {
  readonly film: number;
  readonly alike: readonly number[];
  readonly unlike: readonly number[];
  /** Not looked at while likeness was built. */
  readonly held: boolean;
}

const title = z.string().regex(/ \(\d{4}\)$/, "a title with its year");
const fileSchema = z.array(
  z.strictObject({
    film: title,
    held: z.boolean().default(false),
    alike: z.array(title).min(1),
    unlike: z.array(title).min(1),
  }),
);

/**
 * @param file where the text is from, for the errors
 * @throws Error naming the file and what is wrong, titles that no movie has among it
 */
export function readJudgements(yaml: string, file: string, movies: readonly Movie[]): Judgement[] {
  const read = fileSchema.safeParse(readYaml(yaml, file));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const rowsOf = createTitleLookup(movies);
  /** Of several of one name and year the best known. */
  const rowOf = (name: string): number => {
    const [row] = [...rowsOf(name)].sort((a, b) => fameOf(movies[b]!) - fameOf(movies[a]!));
    if (row === undefined) throw new Error(`${file}: no film is called ${name}`);
    return row;
  };
  return read.data.map(({ film, held, alike, unlike }) => ({
    film: rowOf(film),
    held,
    alike: alike.map(rowOf),
    unlike: unlike.map(rowOf),
  }));
}
