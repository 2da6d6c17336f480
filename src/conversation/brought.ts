/** What somebody brings along from another service, its films found: taken in as a whole, and undone as a whole. */
import { z } from "zod";
import { VERDICTS } from "../recommender/feedback.ts";
import type { LastingWishes } from "./lasting-log.ts";

const ratingSchema = z.object({ stars: z.number(), points: z.string().exactOptional() }).readonly();

/** What is said of a film by it, as the log has it. */
const wordSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("feedback"),
    verdict: z.enum(VERDICTS),
    rating: ratingSchema.exactOptional(),
    /** When it was done there, in milliseconds since 1970; absent where that is not known. */
    atMs: z.number().exactOptional(),
  }),
  /** It is on the list of what to watch later. */
  z.object({ kind: z.literal("listing"), atMs: z.number().exactOptional() }),
]);
export type BroughtWord = Readonly<z.infer<typeof wordSchema>>;

export const broughtFilmSchema = z.object({
  movie: z.string().min(1),
  /** In the order in which they were said. */
  words: z.array(wordSchema).min(1).readonly(),
});
export type BroughtFilm = Readonly<z.infer<typeof broughtFilmSchema>>;

/** A film that may be one of several: what is said of it, once the person has said which it is. */
export const broughtUnclearSchema = z.object({
  /** As the file calls it. */
  said: z.string(),
  movies: z.array(z.string().min(1)).min(1),
  words: z.array(wordSchema).min(1).readonly(),
});
export type BroughtUnclear = Readonly<z.infer<typeof broughtUnclearSchema>>;

export interface Brought {
  /** Whose files these are, as people write it. */
  readonly services: readonly string[];
  /** What is clear, each film once. */
  readonly films: readonly BroughtFilm[];
  /** What is refused for good there. */
  readonly forGood?: LastingWishes;
  /** Films to be asked about one by one: as many of them as anybody likes to be asked. */
  readonly unclear: readonly BroughtUnclear[];
  /** Rows whose film may be one of several; those of `unclear` are among them. */
  readonly toAsk: number;
  /** Of those, rows of films that are not asked about: nobody likes to be asked about so many. */
  readonly tooMany?: number;
  /** Rows whose film is not known here. */
  readonly unknown: number;
  /** Series, episodes, games. */
  readonly notFilms: number;
  readonly unreadable: number;
  /** Of the first of those: "line 2: ..." */
  readonly unreadableWhy?: string;
  /** What was not taken, as a table to keep, to put right and to bring again. */
  readonly leftOver?: { readonly name: string; readonly mediaType: string; readonly text: string };
}
