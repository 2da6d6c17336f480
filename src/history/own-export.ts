/**
 * Matinee's own export: everything that is kept about a person, with the names of the films. Another Matinee takes up from
 * it what was said of films, and comes to the same taste.
 */
import { z } from "zod";
import type { Catalog } from "../catalog/catalog.ts";
import { type LastingWishes, lastingAfter, lastingWishesSchema } from "../conversation/lasting-log.ts";
import { type LogEntry, listedSince, type SaidEntry, standing } from "../conversation/log.ts";
import { VERDICTS } from "../recommender/feedback.ts";
import type { HistoryRow, NamedFilm } from "./row.ts";

export const FORMAT = "matinee-export";
/** Raised where what was written before can no longer be read as it was meant. */
export const VERSION = 1;

const filmSchema = z.object({
  title: z.string(),
  year: z.int().optional(),
  imdbId: z.string().optional(),
  tmdbId: z.int().optional(),
});
const about = { id: z.string(), movie: z.string(), atMs: z.number(), source: z.string() };
const entrySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("feedback"),
    ...about,
    verdict: z.enum(VERDICTS),
    rating: z.object({ stars: z.number().min(0.5).max(5), points: z.string().optional() }).optional(),
    suggestion: z.string().optional(),
  }),
  z.object({ kind: z.literal("listing"), ...about, isOn: z.boolean() }),
  z.object({ kind: z.literal("retraction"), id: z.string(), atMs: z.number(), retracts: z.string() }),
]);

/** What is read of an export; whatever else is in it is for the person. Those of before version 1 name no films. */
export const ownExportSchema = z.object({
  format: z.literal(FORMAT).optional(),
  version: z.literal(VERSION).optional(),
  /** By the id that the log calls them. */
  films: z.record(z.string(), filmSchema).default({}),
  /** All that was said and taken back, oldest first. */
  log: z.array(entrySchema),
  /** What was refused for good and allowed again, oldest first. */
  refusals: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(["refused", "allowed"]),
        atMs: z.number(),
        what: lastingWishesSchema,
      }),
    )
    .default([]),
});
export type OwnExport = z.infer<typeof ownExportSchema>;

/** What is kept about a person, with the names of all films in it. */
export function withFilms<
  Kept extends {
    readonly log: readonly LogEntry[];
    readonly suggestions: readonly { readonly movie: string }[];
  },
>(catalog: Pick<Catalog, "byId">, kept: Kept) {
  const ids = [
    ...kept.log.flatMap((entry) => ("movie" in entry ? [entry.movie] : [])),
    ...kept.suggestions.map(({ movie }) => movie),
  ];
  const films = Object.fromEntries(
    [...new Set(ids)].sort().flatMap((id) => {
      const film = catalog.byId(id);
      if (!film) return [];
      const { title, year, imdbId, tmdbId } = film;
      return [
        [
          id,
          {
            title,
            ...(year !== undefined && { year }),
            ...(imdbId && { imdbId }),
            ...(tmdbId !== undefined && { tmdbId }),
          },
        ],
      ];
    }),
  );
  return { format: FORMAT, version: VERSION, films, ...kept } as const;
}

/** What stands of what was refused for good. */
export const refusedInOwn = ({ refusals }: OwnExport): LastingWishes => lastingAfter(refusals);

/** What stands of what was said, in its order; what is on the list at the end comes last. */
export function rowsOfOwn({ films, log }: OwnExport): HistoryRow[] {
  const said = standing(log as readonly LogEntry[]);
  const byMovie = new Map<string, SaidEntry[]>();
  for (const entry of said) byMovie.set(entry.movie, [...(byMovie.get(entry.movie) ?? []), entry]);
  const filmOf = (id: string): NamedFilm => {
    const film = films[id];
    return {
      id,
      ...(film && { title: film.title, ...(film.year !== undefined && { year: film.year }) }),
      ...(film?.imdbId && { imdbId: film.imdbId }),
      ...(film?.tmdbId !== undefined && { tmdbId: film.tmdbId }),
    };
  };
  const opinions = said.flatMap((entry): HistoryRow[] =>
    entry.kind === "listing"
      ? []
      : [
          {
            film: filmOf(entry.movie),
            at: entry.id,
            verdict: entry.verdict,
            ...(entry.rating && { rating: entry.rating }),
            atMs: entry.atMs,
          },
        ],
  );
  const listed = [...byMovie].flatMap(([movie, entries]): HistoryRow[] => {
    const since = listedSince(entries);
    return since === undefined ? [] : [{ film: filmOf(movie), at: movie, wanted: true, atMs: since }];
  });
  return [...opinions, ...listed];
}
