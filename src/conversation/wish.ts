import { z } from "zod";
import { CERTIFICATES } from "../catalog/certificates.ts";
import { STANDINGS } from "../intent/terms.ts";
import { isUnfiltered, NO_FILTERS } from "../recommender/filters.ts";
import { LEAST_OBVIOUS, MOST_OBVIOUS } from "../recommender/obviousness.ts";
import { isWithin } from "../recommender/standing.ts";

/** After this long a silence people have something else in mind. */
export const LAPSES_AFTER_MS = 6 * 3_600_000;

const names = z.array(z.string()).readonly();
const groups = z.array(names).readonly();
const movieIds = z.array(z.string().min(1)).readonly();
const range = z.object({ from: z.int(), to: z.int() }).readonly();

/** What a person asked for, in terms that movies can be ranked by. */
export const wishSchema = z
  .object({
    filters: z
      .object({
        genresIn: names,
        genresOut: names,
        yearFrom: z.int(),
        yearTo: z.int(),
        yearsOut: z.array(range).readonly(),
        traitsIn: names,
        traitsOut: names,
        standings: z.array(z.enum(STANDINGS)).readonly(),
        moviesOut: movieIds,
        peopleIn: names.default([]),
        peopleOut: names.default([]),
        languages: groups.default([]),
        countries: groups.default([]),
        languagesOut: groups.default([]),
        countriesOut: groups.default([]),
        about: names.default([]),
        ideally: names.default([]),
        minutesFrom: z.int().default(0),
        minutesTo: z.int().default(0),
        certificates: z.array(z.enum(CERTIFICATES)).readonly().default([]),
      })
      .readonly(),
    /** Suggestions come near these movies. */
    near: movieIds,
    /** They are what somebody loves: others like them were not asked for in so many words. */
    loved: z.boolean().optional(),
    /** How far less (below 0) or more obvious than usual they are to be. */
    obviousness: z.int().min(LEAST_OBVIOUS).max(MOST_OBVIOUS).optional(),
    /** What is not known to please is welcome. */
    surprise: z.boolean().optional(),
    /** Only what they keep for later. */
    isOfList: z.boolean().default(false),
  })
  .readonly();
export type Wish = z.infer<typeof wishSchema>;

/** A wish as it holds, from when it was said until it is changed, cleared or long past. */
export const wishInForceSchema = wishSchema
  .unwrap()
  .extend({
    /** When it became what it is now, and when a suggestion last followed from it: milliseconds since 1970. */
    sinceMs: z.number(),
    usedMs: z.number(),
  })
  .readonly();
export type WishInForce = z.infer<typeof wishInForceSchema>;

export const NO_WISH: Wish = { filters: NO_FILTERS, near: [], isOfList: false };

export const isNoWish = ({ filters, near, isOfList, obviousness, surprise }: Wish): boolean =>
  near.length === 0 && !isOfList && !obviousness && !surprise && isUnfiltered(filters);

export const hasLapsed = ({ usedMs }: WishInForce, atMs: number): boolean =>
  !isWithin(LAPSES_AFTER_MS, usedMs, atMs);
