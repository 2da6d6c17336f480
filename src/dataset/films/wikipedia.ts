/** American films as the English Wikipedia lists them: casts in the order of billing, and how their pages begin. */
import { z } from "zod";
import type { SourceFolder } from "../source-folder.ts";
import { FILM_FILES } from "./files.ts";
import { jsonLines } from "./lines.ts";
import type { SourceFilm } from "./source-film.ts";
import { withoutQualifier } from "./wikidata.ts";

const filmSchema = z.object({
  title: z.string(),
  year: z.int(),
  cast: z.array(z.string()),
  genres: z.array(z.string()).default([]),
  href: z.string().nullish(),
  extract: z.string().nullish(),
});

export async function readWikipediaFilms(folder: SourceFolder): Promise<SourceFilm[]> {
  const films: SourceFilm[] = [];
  for await (const { title, year, cast, genres, href, extract } of jsonLines(
    folder,
    FILM_FILES.wikipedia,
    filmSchema,
  )) {
    const page = href?.replaceAll("_", " ");
    films.push({
      titles: [...new Set([title, ...(page === undefined ? [] : [withoutQualifier(page)])])],
      year,
      directors: [],
      cast: cast.filter(isName),
      countries: [],
      languages: [],
      ...(page !== undefined && { wikipedia: page }),
      kinds: genres,
      ...(extract && { extract }),
    });
  }
  return films;
}

/** Lists of casts hold remarks as well: "(voices)", "Voices of", "and", "with". */
const isName = (text: string): boolean =>
  /^\p{Lu}/u.test(text) &&
  !/^(?:and|with|voices?|voice of|voices of|the voices?|narrat\p{L}*|introducing|cameo\p{L}*|various)\b/iu.test(
    text,
  ) &&
  !/[()[\]:;]|\bvoice/iu.test(text) &&
  /\p{Ll}/u.test(text);
