import type { Model, Traits } from "../artifacts/model.ts";
import type { Knowledge } from "../catalog/knowledge.ts";

/** How well a film fits a tag that is written of it, of 255: as surely as the best fits that are learned. */
const TAGGED = 240;
/** Of a theme that is learned, and not among what is written of a film, so much is left: the film rather has it not. */
const UNTAGGED = 0.5;

/**
 * The traits that a model has learned, put right by what is written of films: what a film is tagged with it has, and a
 * theme that it is not tagged with it rather has not. Moods that are not named are left as learned, for a film has more
 * of them than anybody writes down. Tags that the model has no trait of are traits of the films tagged with them alone.
 *
 * @param moods traits whose absence says nothing
 */
export function taggedTraits(
  { movies, traits }: Pick<Model, "movies" | "traits">,
  { wordsOf }: Pick<Knowledge, "wordsOf">,
  moods: ReadonlySet<string>,
): Traits {
  const written = movies.flatMap(({ id }, row) => {
    const words = wordsOf(id);
    return words ? [{ row, tags: words.tags }] : [];
  });
  const all = new Map<string, Uint8Array>();
  for (const [name, learned] of traits) {
    const values = learned.slice();
    if (!moods.has(name)) for (const { row } of written) values[row] = Math.floor(learned[row]! * UNTAGGED);
    all.set(name, values);
  }
  for (const { row, tags } of written) {
    for (const tag of tags) {
      const values = all.get(tag) ?? new Uint8Array(movies.length);
      values[row] = Math.max(traits.get(tag)?.[row] ?? 0, TAGGED);
      all.set(tag, values);
    }
  }
  return all;
}
