/** Films' certificates in the United States, as they are written here: by certificate the films, "Up (2009); Heat (1995)". */
import { z } from "zod";
import { CERTIFICATES, type Certificate } from "../../catalog/certificates.ts";
import type { FilmFacts } from "../../catalog/film-facts.ts";
import type { Movie, MovieId } from "../../catalog/movie.ts";
import { readYaml } from "../../files/yaml.ts";
import { namedFilmList, namedFilmsIn } from "./named-films.ts";

const certificatesSchema = z.partialRecord(z.enum(CERTIFICATES), namedFilmList);

/** By certificate its films, as "Iron Man (2008)". */
export type WrittenCertificates = ReadonlyMap<Certificate, readonly string[]>;

/** @throws Error naming the file and what to mend */
export function readCertificates(yaml: string, where: string): WrittenCertificates {
  const result = certificatesSchema.safeParse(readYaml(yaml, where) ?? {});
  if (!result.success) throw new Error(`${where}:\n${z.prettifyError(result.error)}`);
  return new Map(
    CERTIFICATES.flatMap((certificate) => {
      const films = result.data[certificate];
      return films ? [[certificate, films] as const] : [];
    }),
  );
}

/** The certificates, by movie, and the films that are not among the movies. */
export function certificatesOf(
  movies: readonly Movie[],
  written: WrittenCertificates,
): {
  readonly facts: ReadonlyMap<MovieId, Pick<FilmFacts, "certificate">>;
  readonly unknown: readonly string[];
} {
  const find = namedFilmsIn(movies);
  const facts = new Map<MovieId, Pick<FilmFacts, "certificate">>();
  const unknown: string[] = [];
  for (const [value, films] of written)
    for (const film of films) {
      const movie = find(film);
      if (movie) facts.set(movie.id, { certificate: { value, source: "by hand" } });
      else unknown.push(film);
    }
  return { facts, unknown };
}
