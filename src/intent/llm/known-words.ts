import { GENRES } from "../../catalog/genres.ts";
import { COUNTRY, MOST_OF_A_LIST } from "../request.ts";
import { DROPPABLE, MOODS, SHIFTS, STANDINGS } from "../terms.ts";

/** The lists of a request that hold words of closed vocabularies, and where a word goes that is in none. */
const LISTS: Readonly<Record<string, Listed>> = {
  genresIn: { known: lookUpIn(GENRES), else: "keywordsIn" },
  genresOut: { known: lookUpIn(GENRES), else: "keywordsOut" },
  moodsIn: { known: lookUpIn(MOODS), else: "keywordsIn" },
  moodsOut: { known: lookUpIn(MOODS), else: "keywordsOut" },
  standings: { known: lookUpIn(STANDINGS) },
  shifts: { known: lookUpIn(SHIFTS) },
  drops: { known: lookUpIn(DROPPABLE) },
  languages: { known: (word) => /^[a-z]{2}$/.exec(word.toLowerCase())?.[0] },
  languagesOut: { known: (word) => /^[a-z]{2}$/.exec(word.toLowerCase())?.[0] },
  countries: { known: (word) => COUNTRY.exec(word.toUpperCase())?.[0] },
  countriesOut: { known: (word) => COUNTRY.exec(word.toUpperCase())?.[0] },
};

interface Listed {
  readonly known: (word: string) => string | undefined;
  readonly else?: "keywordsIn" | "keywordsOut";
}

/** What may be the name of a theme. */
const THEME = /^\p{L}[\p{L}\p{N} '&-]{1,39}$/u;

export interface InKnownWords {
  readonly answer: unknown;
  /** What is in no vocabulary and is no name of a theme either. */
  readonly leftOut: readonly string[];
}

/**
 * A model's answer with the words of each vocabulary as it spells them. One that is in none is looked for as a theme, or
 * left out: it does not cost the rest of the answer. What has another shape than a list of words is left as it is.
 */
export function inKnownWords(answer: unknown): InKnownWords {
  if (typeof answer !== "object" || answer === null) return { answer, leftOut: [] };
  const settled: Record<string, unknown> = { ...answer };
  const leftOut: string[] = [];
  for (const [key, { known, else: theme }] of Object.entries(LISTS)) {
    const words = settled[key];
    if (!isWords(words)) continue;
    settled[key] = unique(words.flatMap((word) => known(word) ?? []));
    for (const word of words.filter((word) => known(word) === undefined)) {
      const themes = theme && settled[theme];
      if (theme && isWords(themes) && THEME.test(word) && themes.length < MOST_OF_A_LIST)
        settled[theme] = unique([...themes, word.toLowerCase()]);
      else leftOut.push(word);
    }
  }
  return { answer: settled, leftOut };
}

/** Finds "Sci-Fi" by "sci fi". */
function lookUpIn(vocabulary: readonly string[]): Listed["known"] {
  const letters = (word: string) => word.toLowerCase().replace(/[^a-z]/g, "");
  const byLetters = new Map(vocabulary.map((word) => [letters(word), word]));
  return (word) => byLetters.get(letters(word));
}

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === "string");
const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];
