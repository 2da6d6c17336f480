/** The file of what is written here about films: a line a film, of a sentence, tags by their place in the list, and phrases. */
import type { WordsOfFilm } from "../catalog/knowledge.ts";
import type { MovieId } from "../catalog/movie.ts";
import { readFilmLines, writeFilmLines } from "./film-lines.ts";
import { seal, unseal } from "./sealed-json.ts";

export const WORDS_FILE = "film_words.bin";
const FORMAT = 3;

type Row = readonly [
  line: string,
  tags: readonly number[],
  phrases: readonly string[],
  subjects: readonly number[],
];

export function encodeFilmWords(words: ReadonlyMap<MovieId, WordsOfFilm>): Buffer {
  const tags = [...new Set([...words.values()].flatMap((film) => film.tags))].sort();
  const placeOf = new Map(tags.map((tag, place) => [tag, place]));
  const rows = [...words].map(([id, film]): [MovieId, Row] => [
    id,
    [film.line, film.tags.map((tag) => placeOf.get(tag)!), film.phrases, film.subjects ?? []],
  ]);
  return seal(FORMAT, writeFilmLines("tags", tags, rows));
}

/** What is written of a film, by its id. @throws Error saying what is wrong with the bytes */
export function decodeFilmWords(bytes: Buffer): (id: MovieId) => WordsOfFilm | undefined {
  const content = unseal(FORMAT, bytes, (text) =>
    readFilmLines<readonly string[], Row>("tags", text, WORDS_FILE),
  );
  return (id) => {
    const { head: tags, rowOf } = content();
    const row = rowOf(id);
    if (!row) return undefined;
    const [line, places, phrases, subjects] = row;
    return {
      line,
      tags: places.map((place) => tags[place]!),
      phrases,
      ...(subjects.length > 0 && { subjects }),
    };
  };
}
