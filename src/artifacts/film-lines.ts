/**
 * A text with a line a film, `"tt0113277":{...},`. A line is parsed when somebody asks for its film: the text takes a fifth
 * of the memory of what it says, and of most films nobody asks.
 */
import type { MovieId } from "../catalog/movie.ts";

/** What stands before the lines, and after them. */
const FILMS = ',"films":{\n';
const END = "\n}}\n";

export interface FilmLines<Head, Row> {
  /** What stands before the lines, for them to refer to. */
  readonly head: Head;
  /** What the film's line says; undefined where there is none. @throws Error naming a line that cannot be read */
  rowOf(id: MovieId): Row | undefined;
}

/** One JSON object in all, with the head under a name. */
export function writeFilmLines(
  name: string,
  head: unknown,
  rows: Iterable<readonly [MovieId, unknown]>,
): string {
  const lines = Array.from(rows, ([id, row]) => `${JSON.stringify(id)}:${JSON.stringify(row)}`);
  return `{${JSON.stringify(name)}:${JSON.stringify(head)}${FILMS}${lines.join(",\n")}${END}`;
}

/**
 * @param name of the head, as it was written
 * @param file for the errors
 * @throws Error where a text does not hold such lines
 */
export function readFilmLines<Head, Row>(name: string, text: Buffer, file: string): FilmLines<Head, Row> {
  const parsed = (start: number, end: number, line: number) => {
    try {
      return JSON.parse(text.toString("utf8", start, end));
    } catch (cause) {
      throw new Error(`${file}: line ${line} of its text is damaged: ${(cause as Error).message}`, { cause });
    }
  };
  const opening = `{${JSON.stringify(name)}:`;
  const films = Math.max(0, text.indexOf(FILMS));
  const head = parsed(opening.length, films, 1);
  const places = new Map<MovieId, number>();
  const starts: number[] = [];
  const ends: number[] = [];
  const last = text.length - END.length;
  for (let start = films + FILMS.length; start < last; ) {
    const next = text.indexOf("\n", start);
    const colon = text.indexOf('":', start) + 1;
    places.set(parsed(start, colon, starts.length + 2), starts.length);
    starts.push(colon + 1);
    ends.push(next < last ? next - 1 : next);
    start = next + 1;
  }
  return {
    head,
    rowOf(id) {
      const place = places.get(id);
      return place === undefined ? undefined : parsed(starts[place]!, ends[place]!, place + 2);
    },
  };
}
