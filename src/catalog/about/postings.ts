/** For each term the documents that hold it, in flat arrays: those of term t are at starts[t] up to starts[t + 1]. */
export interface Postings {
  readonly documents: number;
  /** [terms + 1] */
  readonly starts: Uint32Array;
  /** [entries] ascending within a term */
  readonly docs: Uint32Array;
  /** [entries] of 255: how much the document is about the term, from its frequency and the document's length */
  readonly impacts: Uint8Array;
}

/** A document before it is indexed: what its terms weigh in it, by the term's number. */
export type TermWeights = ReadonlyMap<number, number>;

export interface Saturation {
  /** How soon more of a term adds no more. */
  readonly k1: number;
  /** How much longer documents are held to say less with a word: 0 not at all, 1 in proportion. */
  readonly b: number;
}

/**
 * BM25's part of a document, w / (w + k1 (1 - b + b length / mean length)), which lies in [0, 1).
 *
 * Source: Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; fields weighted as in its BM25F.
 */
export function createPostings(
  documents: readonly TermWeights[],
  termCount: number,
  { k1, b }: Saturation,
): Postings {
  const lengths = documents.map((weights) => [...weights.values()].reduce((sum, weight) => sum + weight, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  const starts = new Uint32Array(termCount + 1);
  for (const weights of documents) for (const term of weights.keys()) starts[term + 1]!++;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice(0, termCount);
  const docs = new Uint32Array(starts[termCount]!);
  const impacts = new Uint8Array(starts[termCount]!);
  documents.forEach((weights, doc) => {
    const half = k1 * (1 - b + (b * lengths[doc]!) / mean);
    for (const [term, weight] of weights) {
      const place = next[term]!++;
      docs[place] = doc;
      impacts[place] = Math.round((255 * weight) / (weight + half));
    }
  });
  return { documents: documents.length, starts, docs, impacts };
}

/** How many documents hold the term. */
export const frequencyOf = ({ starts }: Postings, term: number): number => starts[term + 1]! - starts[term]!;
