/** The file of what is written here about films: by id, a line, tags by their place in the list, and phrases. */
import type { WordsOfFilm } from "../catalog/knowledge.ts";
import type { MovieId } from "../catalog/movie.ts";
import { seal, unseal } from "./sealed-json.ts";

export const WORDS_FILE = "film_words.bin";
const FORMAT = 2;

type Row = readonly [line: string, tags: readonly number[], phrases: readonly string[]];
interface Content {
  readonly tags: readonly string[];
  readonly films: Readonly<Record<MovieId, Row>>;
}

export function encodeFilmWords(words: ReadonlyMap<MovieId, WordsOfFilm>): Buffer {
  const tags = [...new Set([...words.values()].flatMap((film) => film.tags))].sort();
  const placeOf = new Map(tags.map((tag, place) => [tag, place]));
  const rows = [...words].map(([id, film]) => {
    const row: Row = [film.line, film.tags.map((tag) => placeOf.get(tag)!), film.phrases];
    return `${JSON.stringify(id)}:${JSON.stringify(row)}`;
  });
  return seal(FORMAT, `{"tags":${JSON.stringify(tags)},"films":{\n${rows.join(",\n")}\n}}\n`);
}

/** What is written of a film, by its id. @throws Error saying what is wrong with the bytes */
export function decodeFilmWords(bytes: Buffer): (id: MovieId) => WordsOfFilm | undefined {
  const content = unseal(FORMAT, bytes) as () => Content;
  return (id) => {
    const { tags, films } = content();
    const row = Object.hasOwn(films, id) ? films[id] : undefined;
    return row && { line: row[0], tags: row[1].map((place) => tags[place]!), phrases: row[2] };
  };
}
