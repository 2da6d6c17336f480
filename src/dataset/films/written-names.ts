import { z } from "zod";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import { readYaml } from "../../files/yaml.ts";
import { parseMovieLensTitle } from "../title.ts";

const phrases = z
  .string()
  .transform((list) => list.split(",").map((phrase) => phrase.trim()))
  .pipe(z.array(z.string().min(1, "a word between the commas")).min(1));
const namesSchema = z.strictObject({
  /** By the film or series, what it is called besides. */
  nicknames: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)),
  people: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)),
  announcements: phrases,
  smallWords: phrases,
});

export interface WrittenNames {
  /** What each nickname stands for: a title with its year, or the name of a series. */
  readonly nicknames: ReadonlyMap<string, string>;
  readonly peoplesNicknames: ReadonlyMap<string, string>;
  readonly announcements: readonly string[];
  readonly smallWords: readonly string[];
}

/** What is written by hand of how people name films. @throws Error naming the file and what to mend */
export function readWrittenNames(yaml: string, where: string): WrittenNames {
  const result = namesSchema.safeParse(readYaml(yaml, where));
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  const { announcements, smallWords, people } = result.data;
  const nicknames = byNickname(result.data.nicknames, where);
  for (const [name, film] of nicknames) nicknames.set(name, titleWithYear(parseMovieLensTitle(film)));
  return { nicknames, peoplesNicknames: byNickname(people, where), announcements, smallWords };
}

/** @throws Error where a nickname stands twice */
function byNickname(lists: Readonly<Record<string, readonly string[]>>, where: string): Map<string, string> {
  const meant = new Map<string, string>();
  for (const [whom, nicknames] of Object.entries(lists)) {
    for (const nickname of nicknames) {
      const other = meant.get(nickname);
      if (other !== undefined)
        throw new Error(`${where}: "${nickname}" is both "${other}" and "${whom}"; keep one`);
      meant.set(nickname, whom);
    }
  }
  return meant;
}
