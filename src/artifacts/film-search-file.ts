/**
 * The file that films are searched by: under the line that vouches for it, packed, a JSON text of the lists and then the
 * tables of numbers.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Postings } from "../catalog/about/postings.ts";
import type { SearchIndex } from "../catalog/about/search-index.ts";
import { sealBytes, unsealBytes } from "./sealed-json.ts";
import { countsOf, gapsOf, packNumbers, startsOf, unpackNumbers, withoutGaps } from "./varints.ts";

export const SEARCH_FILE = "film_search.bin";
const FORMAT = 3;

interface Lists {
  readonly ids: readonly string[];
  readonly terms: readonly string[];
  readonly concepts: readonly (readonly [phrase: string, tag: string])[];
  readonly plots: SearchIndex["plots"];
  /** Of the word vectors. */
  readonly stems: readonly string[];
  readonly ways: SearchIndex["ways"];
  /** Bytes of each table, in their order. */
  readonly bytes: readonly number[];
}

export function encodeFilmSearch(index: SearchIndex): Buffer {
  const { neighbours } = index;
  const tables = [
    packNumbers(countsOf(neighbours.starts)),
    packNumbers(neighbours.terms),
    neighbours.cosines,
    packNumbers(gapsOf(index.filmOfPhrase)),
    ...postingTables(index.films),
    ...postingTables(index.phrases),
    bytesOf(index.vectors.values),
    bytesOf(index.vectors.steps),
    bytesOf(index.middles),
  ];
  const lists: Lists = {
    ids: index.ids,
    terms: index.terms,
    concepts: [...index.concepts],
    plots: index.plots,
    stems: index.vectors.stems,
    ways: index.ways,
    bytes: tables.map(({ length }) => length),
  };
  const text = Buffer.from(JSON.stringify(lists));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return sealBytes(FORMAT, deflateRawSync(Buffer.concat([size, text, ...tables]), { level: 9 }));
}

/** The index, unpacked when first it is asked for. @throws Error at once, saying what is wrong with the bytes */
export function decodeFilmSearch(bytes: Buffer): () => SearchIndex {
  return unsealBytes(FORMAT, bytes, (body) => unpack(inflateRawSync(body)));
}

function unpack(bytes: Buffer): SearchIndex {
  const end = 4 + bytes.readUInt32LE(0);
  const {
    ids,
    terms,
    concepts,
    plots,
    stems,
    ways,
    bytes: lengths,
  } = JSON.parse(bytes.toString("utf8", 4, end)) as Lists;
  let [at, table] = [end, 0];
  const next = (): Uint8Array => {
    const from = at;
    at += lengths[table++]!;
    return bytes.subarray(from, at);
  };
  const postings = (documents: number): Postings => {
    const starts = startsOf(unpackNumbers(next()));
    return { documents, starts, docs: withoutGaps(unpackNumbers(next()), starts), impacts: next() };
  };
  const neighbours = {
    starts: startsOf(unpackNumbers(next())),
    terms: unpackNumbers(next()),
    cosines: next(),
  };
  const filmOfPhrase = withoutGaps(unpackNumbers(next()));
  return {
    ids,
    terms,
    concepts: new Map(concepts),
    plots,
    neighbours,
    filmOfPhrase,
    films: postings(ids.length),
    phrases: postings(filmOfPhrase.length),
    ways,
    vectors: {
      stems,
      values: new Int8Array(Uint8Array.from(next()).buffer),
      steps: new Float32Array(Uint8Array.from(next()).buffer),
    },
    middles: new Int8Array(Uint8Array.from(next()).buffer),
  };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const postingTables = ({ starts, docs, impacts }: Postings): Uint8Array[] => [
  packNumbers(countsOf(starts)),
  packNumbers(gapsOf(docs, starts)),
  impacts,
];
