/** How well the films that texts speak of are recognised: labelled texts, and what became of each film meant. */
import { z } from "zod";
import type { NamedFilm } from "../catalog/film-names.ts";
import type { Mention } from "../catalog/mentions.ts";
import type { Movie } from "../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../catalog/normalise.ts";
import { parseMovieLensTitle } from "../dataset/title.ts";

const labelledSchema = z.strictObject({
  text: z.string(),
  /** The films meant, with their years. */
  films: z.array(z.string()).min(1).exactOptional(),
  /** One film is meant, and nobody can tell which of these. */
  either: z.array(z.string()).min(2).exactOptional(),
});
export type LabelledText = z.infer<typeof labelledSchema>;

/** right: taken for the film meant. asked: that film is among those asked about. wrong: taken for another. */
export const OUTCOMES = ["right", "asked", "wrong", "missed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Recognition {
  /** Of each film meant. */
  readonly outcomes: readonly Outcome[];
  /** What was taken for a film, and is none. */
  readonly phantoms: readonly Mention[];
}

/** @throws Error naming the line that is not of the form */
export function readLabelledTexts(jsonl: string, where: string): LabelledText[] {
  return jsonl.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const result = labelledSchema.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(`${where}:${at + 1}: ${z.prettifyError(result.error)}`);
    return [result.data];
  });
}

/** @param isKnown whether a film is known at all: one that is not is rightly taken for nothing */
export function recognised(
  { films = [], either }: LabelledText,
  mentions: readonly Mention[],
  isKnown: (film: string) => boolean,
): Recognition {
  const left = [...mentions];
  const take = (fits: (mention: Mention) => boolean): boolean => {
    const at = left.findIndex(fits);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const meant = either ? [either] : films.map((film) => [film]);
  const outcomes: (Outcome | undefined)[] = meant.map((names) => {
    const isIt = (film: Movie | NamedFilm) => names.some((name) => isCalled(film, name));
    if (take((mention) => mention.sureness !== "likely" && isIt(takenFor(mention)))) return "right";
    if (take(({ sureness, movies, named }) => sureness === "likely" && [...movies, ...named].some(isIt)))
      return "asked";
    return undefined;
  });
  const settled = outcomes.map((outcome, at): Outcome => {
    if (outcome) return outcome;
    const known = meant[at]!.some(isKnown);
    if (left.length > 0) {
      left.shift();
      return "wrong";
    }
    return known ? "missed" : "right";
  });
  return { outcomes: settled, phantoms: left };
}

const takenFor = ({ sureness, movies, named }: Mention): Movie | NamedFilm =>
  sureness === "name only" ? named[0]! : movies[0]!;

/** Whether a film goes by a name and year, as MovieLens or people write them; data sets are often a year apart. */
export function isCalled(film: Movie | NamedFilm, name: string): boolean {
  const { title, alternativeTitles, year } = parseMovieLensTitle(name);
  const keys = [title, ...alternativeTitles].map(bareKey);
  const fits = year === undefined || film.year === undefined || Math.abs(film.year - year) <= 1;
  return fits && [film.title, ...film.alternativeTitles].some((other) => keys.includes(bareKey(other)));
}

const bareKey = (name: string): string => keyOf(withoutArticle(wordsOf(name)));
