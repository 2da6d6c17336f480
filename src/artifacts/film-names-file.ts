/**
 * The file of films' names: titles of films that cannot be suggested, with a table of hashes by which they are found, so
 * that nobody waits for 60,000 titles to be taken apart; nicknames; and the words that titles are told from.
 *
 * Packed by gzip under a sealed first line. A line of JSON; u32 hashes of keys, ascending [keys]; u32 places of the films
 * with these keys [keys]; then a line a film, tabs between title, other names, year and number of ratings.
 */
import { gunzipSync, gzipSync } from "node:zlib";
import type { FilmNames, NamedFilm } from "../catalog/film-names.ts";
import { hashOfKey, type MayHold, mayHoldAny } from "../catalog/key-hash.ts";
import { keyOf, withoutArticle, wordsOf } from "../catalog/normalise.ts";
import { once } from "../catalog/once.ts";
import { sealBytes, unsealBytes } from "./sealed-json.ts";

export const NAMES_FILE = "film_names.bin";
const FORMAT = 1;

export interface FilmNamesContent {
  readonly completeTo: string;
  readonly films: readonly NamedFilm[];
  /** What each nickname stands for. */
  readonly nicknames: ReadonlyMap<string, string>;
  readonly ordinaryWords: readonly string[];
  /** Of people. */
  readonly peoplesNicknames: ReadonlyMap<string, string>;
  readonly smallWords: readonly string[];
  readonly wishWords: readonly string[];
  readonly announcements: readonly string[];
}

interface Head extends Omit<FilmNamesContent, "films" | "nicknames" | "peoplesNicknames"> {
  readonly peoplesNicknames: readonly (readonly [string, string])[];
  readonly nicknames: readonly (readonly [string, string])[];
  readonly keys: number;
  readonly films: number;
}

interface Table {
  readonly hashes: Uint32Array;
  readonly mayHold: MayHold;
  readonly places: Uint32Array;
  /** Of the lines, one more than films. */
  readonly starts: Uint32Array;
  readonly lines: Buffer;
}

const keyOfName = (name: string): string => keyOf(withoutArticle(wordsOf(name)));

const keysOfFilm = ({ title, alternativeTitles }: NamedFilm): Set<string> =>
  new Set([title, ...alternativeTitles].map(keyOfName).filter((key) => key !== ""));

export function encodeFilmNames({ films, nicknames, peoplesNicknames, ...rest }: FilmNamesContent): Buffer {
  const entries = films
    .flatMap((film, place) => [...keysOfFilm(film)].map((key) => ({ hash: hashOfKey(key), place })))
    .sort((a, b) => a.hash - b.hash || a.place - b.place);
  const head: Head = {
    ...rest,
    nicknames: [...nicknames],
    peoplesNicknames: [...peoplesNicknames],
    keys: entries.length,
    films: films.length,
  };
  const lines = films.map(({ title, alternativeTitles, year, ratingCount }) =>
    [title, ...alternativeTitles, year ?? "", ratingCount].join("\t"),
  );
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    numbersAsBytes(entries.map(({ hash }) => hash)),
    numbersAsBytes(entries.map(({ place }) => place)),
    Buffer.from(lines.map((line) => `${line}\n`).join("")),
  ]);
  return sealBytes(FORMAT, gzipSync(body, { level: 9 }));
}

/** Unpacked when first a name is asked for. @throws Error saying what is wrong with the bytes */
export function decodeFilmNames(bytes: Buffer): FilmNames {
  const content = unsealBytes(FORMAT, bytes, unpack);
  const nicknames = once(
    () => new Map(content().head.nicknames.map(([name, meant]) => [keyOfName(name), meant])),
  );
  const people = once(
    () => new Map(content().head.peoplesNicknames.map(([name, meant]) => [wordsOf(name).join(" "), meant])),
  );
  const wishes = once(() => new Set(content().head.wishWords.map((phrase) => wordsOf(phrase).join(" "))));
  const plain = once(() => new Set([...wishes(), ...content().head.smallWords.flatMap(wordsOf)]));
  const ordinary = once(() => new Set([...plain(), ...content().head.ordinaryWords.flatMap(wordsOf)]));
  const announcements = once(
    () => new Set(content().head.announcements.map((phrase) => wordsOf(phrase).join(" "))),
  );

  const namedBy = (key: string): NamedFilm[] => {
    const { table } = content();
    const films: NamedFilm[] = [];
    const hash = hashOfKey(key);
    for (let at = firstAtLeast(table.hashes, hash); table.hashes[at] === hash; at++) {
      const film = filmAt(table, table.places[at]!);
      if (keysOfFilm(film).has(key)) films.push(film);
    }
    return films;
  };

  return {
    namedBy,
    mayBeNamed: (hash) => content().table.mayHold(hash),
    personNicknamed: (name) => people().get(name),
    nicknamed: (key) => nicknames().get(key),
    isOrdinary: (word) => ordinary().has(word),
    isWish: (word) => wishes().has(word),
    isPlain: (word) => plain().has(word),
    announces: (phrase) => announcements().has(phrase),
    get completeTo() {
      return content().head.completeTo;
    },
  };
}

function unpack(packed: Buffer): { readonly head: Head; readonly table: Table } {
  const body = gunzipSync(packed);
  const end = body.indexOf("\n") + 1;
  const head = JSON.parse(body.toString("utf8", 0, end)) as Head;
  const numbers = (from: number) =>
    new Uint32Array(body.buffer.slice(body.byteOffset + from, body.byteOffset + from + 4 * head.keys));
  const lines = Buffer.from(body.subarray(end + 8 * head.keys));
  const starts = new Uint32Array(head.films + 1);
  for (let film = 1; film <= head.films; film++) starts[film] = lines.indexOf("\n", starts[film - 1]) + 1;
  const hashes = numbers(end);
  const places = numbers(end + 4 * head.keys);
  return { head, table: { hashes, mayHold: mayHoldAny(hashes), places, starts, lines } };
}

function filmAt({ starts, lines }: Table, place: number): NamedFilm {
  const cells = lines.toString("utf8", starts[place], starts[place + 1]! - 1).split("\t");
  const [year, ratings] = cells.slice(-2);
  return {
    title: cells[0]!,
    alternativeTitles: cells.slice(1, -2),
    ...(year !== "" && { year: Number(year) }),
    ratingCount: Number(ratings),
  };
}

/** The place of the first number that is not below a value, in ascending numbers. */
function firstAtLeast(numbers: Uint32Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function numbersAsBytes(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * at);
  return bytes;
}
