import type { Model, Traits } from "../artifacts/model.ts";
import { type Knowledge, placeOfTag, type WordsOfFilm } from "../catalog/knowledge.ts";

/** How well a film fits a mood that is written of it, of 255: as surely as the best fits that are learned. */
const TAGGED = 240;
/** And a theme, by its place: what is written first of a film it is about, what is written last it has in passing. */
const TAGGED_FIRST = 255;
const TAGGED_LAST = 130;
/** Of a subject that it is listed under, so much less at each place of the list, and no less than this. */
const LISTED_STEP = 2;
const LISTED_LAST = 175;
/** What is left of the way between them at each place. */
const KEPT = 0.88;
/** Of a mood that is not written of a film of which others are: it has it less surely than those of which it is. */
const UNNAMED = 0.85;
/** Of a film of which nothing is written, nothing that is learned is taken for surer than this. */
const UNWRITTEN = 200;
/** Of a theme that is learned, and not among what is written of a film, so much is left: the film rather has it not. */
const UNTAGGED = 0.5;

/**
 * The traits that a model has learned, put right by what is written of films: what a film is tagged with it has, a theme the more the
 * earlier it is named or the earlier it stands in the list of that subject, and a theme that it is not tagged with it rather has not. Moods that are not named are left nearly as learned,
 * for a film has more of them than anybody writes down. Tags that the model has no trait of are traits of the films tagged with them alone.
 *
 * @param moods traits whose absence says nothing
 */
export function taggedTraits(
  { movies, traits }: Pick<Model, "movies" | "traits">,
  { wordsOf }: Pick<Knowledge, "wordsOf">,
  moods: ReadonlySet<string>,
): Traits {
  const isWritten = new Uint8Array(movies.length);
  const written = movies.flatMap(({ id }, row) => {
    const words = wordsOf(id);
    if (!words) return [];
    isWritten[row] = 1;
    return [{ row, words }];
  });
  const all = new Map<string, Uint8Array>();
  for (const [name, learned] of traits) {
    const values = learned.slice();
    const unnamed = moods.has(name) ? UNNAMED : UNTAGGED;
    // a loop over numbers alone: every start waits for it
    for (let row = 0; row < values.length; row++) {
      const fit = values[row]!;
      values[row] = isWritten[row] === 1 ? unnamed * fit : fit > UNWRITTEN ? UNWRITTEN : fit;
    }
    all.set(name, values);
  }
  for (const { row, words } of written) {
    for (const [place, tag] of words.tags.entries()) {
      const values = all.get(tag) ?? new Uint8Array(movies.length);
      values[row] = moods.has(tag) ? Math.max(TAGGED, traits.get(tag)?.[row] ?? 0) : fitOf(words, place);
      all.set(tag, values);
    }
  }
  return all;
}

function fitOf(words: WordsOfFilm, place: number): number {
  const listed = words.subjects?.[place];
  if (listed !== undefined) return Math.max(LISTED_LAST, TAGGED_FIRST - LISTED_STEP * listed);
  return Math.round(TAGGED_LAST + (TAGGED_FIRST - TAGGED_LAST) * KEPT ** placeOfTag(words, place));
}
