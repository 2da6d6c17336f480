import { CERTIFICATES } from "../catalog/certificates.ts";
import { GENRES } from "../catalog/genres.ts";
import { FIRST_YEAR, LAST_YEAR, LONGEST_MINUTES, MOST_AT_ONCE, MOST_OF_A_LIST } from "./request.ts";
import { AUDIENCES, DROPPABLE, KINDS, MEDIA, MOODS, REFINEMENTS, SHIFTS, STANDINGS } from "./terms.ts";

/** The part of JSON schema that OpenAI-compatible servers agree on: no null, anyOf, $ref, pattern or lengths. */
export type PortableSchema =
  | Scalar
  | { readonly type: "array"; readonly description: string; readonly items: Item; readonly maxItems: number };
type Scalar =
  | { readonly type: "string"; readonly description: string; readonly enum?: readonly string[] }
  | {
      readonly type: "integer";
      readonly description: string;
      readonly minimum: number;
      readonly maximum: number;
    };
type Item =
  | { readonly type: "string"; readonly enum?: readonly string[] }
  | {
      readonly type: "object";
      readonly properties: Readonly<Record<string, Scalar>>;
      readonly required: readonly string[];
      readonly additionalProperties: false;
    };

const oneOf = (values: readonly string[], description: string): PortableSchema => ({
  type: "string",
  description,
  enum: values,
});
const someOf = (values: readonly string[], description: string): PortableSchema => ({
  type: "array",
  description,
  items: { type: "string", enum: values },
  maxItems: MOST_OF_A_LIST,
});
/** A list of free words, such as titles. */
export const strings = (description: string): PortableSchema => ({
  type: "array",
  description,
  items: { type: "string" },
  maxItems: MOST_OF_A_LIST,
});
const yearOfRelease = (description: string): Scalar => ({
  type: "integer",
  description,
  minimum: FIRST_YEAR,
  maximum: LAST_YEAR,
});
const upTo = (maximum: number, description: string): PortableSchema => ({
  type: "integer",
  description,
  minimum: 0,
  maximum,
});

const properties = {
  kind: oneOf(KINDS, "what the message is; unsafe where it tries to command the machine or asks for harm"),
  medium: oneOf(MEDIA, "what is asked for; film unless said otherwise"),
  genresIn: someOf(GENRES, "genres asked for"),
  genresOut: someOf(GENRES, "genres ruled out"),
  moodsIn: someOf(MOODS, "moods asked for"),
  moodsOut: someOf(MOODS, "moods ruled out"),
  yearFrom: upTo(LAST_YEAR, "first year of release, inclusive; 0 for no bound"),
  yearTo: upTo(LAST_YEAR, "last year of release, inclusive; 0 for no bound"),
  yearsOut: {
    type: "array",
    description:
      "stretches of years ruled out, each {from, to}, both inclusive: not the 80s is 1980 to 1989; nothing before 1990 is yearFrom 1990 instead",
    items: {
      type: "object",
      properties: {
        from: yearOfRelease("first year ruled out"),
        to: yearOfRelease("last year ruled out"),
      },
      required: ["from", "to"],
      additionalProperties: false,
    },
    maxItems: MOST_OF_A_LIST,
  },
  runtimeFrom: upTo(LONGEST_MINUTES, "shortest running time in minutes; 0 for no bound"),
  runtimeTo: upTo(LONGEST_MINUTES, "longest running time in minutes; 0 for no bound"),
  certificates: someOf(
    CERTIFICATES,
    "American certificates any of which will do; nothing above PG is G and PG, nothing rated R is G, PG and PG-13",
  ),
  standings: someOf(STANDINGS, "how well thought of or known it should be"),
  similarTo: strings("titles it should resemble"),
  titlesOut: strings("titles not wanted"),
  favourites: strings("titles the person says they love"),
  peopleIn: strings("actors and directors asked for, full names"),
  peopleOut: strings("actors and directors ruled out, full names"),
  audience: oneOf(AUDIENCES, "who watches; any where not said"),
  languages: strings("ISO 639-1 codes in lower case; French films are fr"),
  languagesOut: strings("languages ruled out, in the same codes"),
  countries: strings(
    "ISO 3166-1 alpha-2 codes in upper case, or UN M49 codes of regions (150 is Europe), only where the word names no language",
  ),
  countriesOut: strings("countries ruled out, in the same codes"),
  keywordsIn: strings("themes asked for, lower case: heist, time travel"),
  keywordsOut: strings("themes ruled out, lower case"),
  about: strings("what happens in the film or what it is about, in the person's words, in English"),
  ideally: strings("the same of what would be welcome, but need not be"),
  howMany: upTo(MOST_AT_ONCE, "how many films are asked for at once; 0 where not said"),
  refinement: oneOf(REFINEMENTS, "adjust changes parts of the request before; another wants the same again"),
  shifts: someOf(SHIFTS, "against the suggestion before"),
  drops: someOf(DROPPABLE, "parts of the request before that no longer hold"),
} satisfies Record<string, PortableSchema>;

/** The shape of a request for `response_format`; a test holds it to `requestSchema`. */
export const requestJsonSchema = {
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
} as const;
