/** Labelled questions of what films are about: data/requests/about.jsonl. */
import { z } from "zod";
import type { Movie } from "../../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../../catalog/normalise.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";

const questionSchema = z
  .object({
    text: z.string().min(1),
    /** One film that is meant; many that fit a theme, or a post of some sentences; no question about films at all. */
    kind: z.enum(["film", "theme", "post", "none"]),
    /** "Up (2009)": the one that is meant, or those known to fit. */
    movies: z.array(z.string().regex(/ \(\d{4}\)$/, "a title with its year")).default([]),
    /** Of a film that few have heard of. */
    obscure: z.boolean().default(false),
    /** Not looked at while the search was built. */
    held: z.boolean().default(false),
  })
  .strict();
export type Question = z.infer<typeof questionSchema>;
export type QuestionKind = Question["kind"];

/** @throws Error naming the line */
export function readQuestions(jsonl: string): Question[] {
  return jsonl
    .split("\n")
    .filter((line) => line !== "")
    .map((line, at) => {
      const question = questionSchema.safeParse(JSON.parse(line));
      if (!question.success) throw new Error(`line ${at + 1}: ${z.prettifyError(question.error)}`);
      return question.data;
    });
}

/** The rows that a title with its year names, by any of a film's names. */
export function createTitleLookup(movies: readonly Movie[]): (title: string) => readonly number[] {
  const rows = new Map<string, number[]>();
  movies.forEach((movie, row) => {
    for (const title of new Set([movie.title, ...movie.alternativeTitles])) {
      const key = keyOfTitle(titleWithYear({ ...movie, title }));
      rows.set(key, [...(rows.get(key) ?? []), row]);
    }
  });
  return (title) => rows.get(keyOfTitle(title)) ?? [];
}

const keyOfTitle = (title: string): string => keyOf(withoutArticle(wordsOf(title)));
