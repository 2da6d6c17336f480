import { z } from "zod";
import { CERTIFICATES } from "../catalog/certificates.ts";
import { GENRES } from "../catalog/genres.ts";
import { AUDIENCES, DROPPABLE, KINDS, MEDIA, MOODS, REFINEMENTS, SHIFTS, STANDINGS } from "./terms.ts";

/** Years of release outside these are a slip of the pen. */
export const FIRST_YEAR = 1888;
export const LAST_YEAR = 2100;
/** A day of film: nobody means more. */
export const LONGEST_MINUTES = 1440;
/** More than anybody means in one message, in any list. */
export const MOST_OF_A_LIST = 12;
/** Movies on one card: nobody reads more. */
export const MOST_AT_ONCE = 10;
/** Characters of a title, a name or a theme. */
export const LONGEST_NAME = 120;
/** Characters of one search for what films are about. */
export const LONGEST_ABOUT = 300;
/** Of a country or a region. */
export const COUNTRY = /^(?:[A-Z]{2}|\d{3})$/;

const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_OF_A_LIST);
const names = listOf(z.string().min(1).max(LONGEST_NAME));
const year = z
  .int()
  .refine((value) => value === 0 || (value >= FIRST_YEAR && value <= LAST_YEAR), "0 or a year of release");
const range = z
  .strictObject({
    from: z.int().min(FIRST_YEAR).max(LAST_YEAR),
    to: z.int().min(FIRST_YEAR).max(LAST_YEAR),
  })
  .refine(({ from, to }) => from <= to, "from comes before to");
const minutes = z.int().min(0).max(LONGEST_MINUTES);

/**
 * What somebody's words ask for, as every parser gives it. The file request-json-schema.ts says the same to
 * a language model. Nothing is optional: [] is an empty list, 0 no bound, "any" and "none" no wish.
 */
export const requestSchema = z.strictObject({
  kind: z.enum(KINDS),
  /** What is asked for; only "film" is in the catalogue. */
  medium: z.enum(MEDIA),

  genresIn: listOf(z.enum(GENRES)),
  genresOut: listOf(z.enum(GENRES)),
  moodsIn: listOf(z.enum(MOODS)),
  moodsOut: listOf(z.enum(MOODS)),

  /** Both inclusive. */
  yearFrom: year,
  yearTo: year,
  /** Stretches of years that are ruled out: "not from the 80s". A bound ("nothing before 1990") is none of these. */
  yearsOut: listOf(range),
  /** In minutes, both inclusive. */
  runtimeFrom: minutes,
  runtimeTo: minutes,
  /** Any of these, of the United States; a bound ("nothing above PG") is a list of all within it. */
  certificates: listOf(z.enum(CERTIFICATES)),
  standings: listOf(z.enum(STANDINGS)),

  /** Titles the suggestion should resemble. */
  similarTo: names,
  /** Titles not to be suggested. */
  titlesOut: names,
  /** Titles named as loved, in passing or as the whole message. */
  favourites: names,
  peopleIn: names,
  peopleOut: names,

  audience: z.enum(AUDIENCES),
  /** ISO 639-1, lower case: "fr". An adjective that names a language ("French films") is one. */
  languages: listOf(z.string().regex(/^[a-z]{2}$/)),
  languagesOut: listOf(z.string().regex(/^[a-z]{2}$/)),
  /** ISO 3166-1 alpha-2, upper case: "AU"; or UN M49 of a region: "150" is Europe. Only where the word names no language. */
  countries: listOf(z.string().regex(COUNTRY)),
  countriesOut: listOf(z.string().regex(COUNTRY)),
  /** Themes in lower case, singular where usual: "time travel", "heist". */
  keywordsIn: names,
  keywordsOut: names,
  /** Words for what the film is about that are no themes by name, as they were said: "a house lifted by balloons". */
  about: listOf(z.string().min(1).max(LONGEST_ABOUT)),
  /** The same of what would be welcome, beside what is asked for. */
  ideally: listOf(z.string().min(1).max(LONGEST_ABOUT)),

  /** How many are asked for at once, "top 10"; 0 where it is not said. */
  howMany: z.int().min(0).max(MOST_AT_ONCE),

  /** How it stands to the request before it. */
  refinement: z.enum(REFINEMENTS),
  /** Against the suggestion before: "older", "something shorter". */
  shifts: listOf(z.enum(SHIFTS)),
  /** Parts of the request before that no longer hold: "drop the years", "anything goes". */
  drops: listOf(z.enum(DROPPABLE)),
});

export type MovieRequest = z.infer<typeof requestSchema>;

/** A request that asks for nothing in particular; lists are fresh ones. */
export const emptyRequest = (kind: MovieRequest["kind"] = "request"): MovieRequest => ({
  kind,
  medium: "film",
  genresIn: [],
  genresOut: [],
  moodsIn: [],
  moodsOut: [],
  yearFrom: 0,
  yearTo: 0,
  yearsOut: [],
  runtimeFrom: 0,
  runtimeTo: 0,
  certificates: [],
  standings: [],
  similarTo: [],
  titlesOut: [],
  favourites: [],
  peopleIn: [],
  peopleOut: [],
  audience: "any",
  languages: [],
  languagesOut: [],
  countries: [],
  countriesOut: [],
  keywordsIn: [],
  keywordsOut: [],
  about: [],
  ideally: [],
  howMany: 0,
  refinement: "none",
  shifts: [],
  drops: [],
});
