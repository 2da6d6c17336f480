import { z } from "zod";

/** Where TMDB is, who asks, and for which country. */
export interface TmdbSettings {
  /** An API key, or a read access token. */
  readonly key: string;
  /** With version, without trailing slash. */
  readonly url: string;
  /** Where films are watched, as two letters. */
  readonly country: string;
}

const TMDB_URL = "https://api.themoviedb.org/3";
const STANDARD_COUNTRY = "US";

/** A setting left empty in .env is a setting not made. */
const unset = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const schema = z.object({
  TMDB_API_KEY: unset,
  TMDB_API_URL: unset.pipe(
    z.url({ protocol: /^https?$/, error: "TMDB_API_URL is not a web address." }).default(TMDB_URL),
  ),
  MATINEE_COUNTRY: unset.pipe(
    z
      .string()
      .regex(/^[a-z]{2}$/i, "MATINEE_COUNTRY is not a country in two letters, such as GB.")
      .transform((country) => country.toUpperCase())
      .optional(),
  ),
});

/**
 * @param locale that of the machine, "en-GB": its country is taken where none is set
 * @returns undefined where there is no key: then nothing is asked anywhere
 * @throws with one sentence per problem
 */
export function readTmdbSettings(
  environment: Readonly<Record<string, string | undefined>>,
  locale = Intl.DateTimeFormat().resolvedOptions().locale,
): TmdbSettings | undefined {
  const result = schema.safeParse(environment);
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join("\n"));
  const { TMDB_API_KEY: key, TMDB_API_URL: url, MATINEE_COUNTRY: country } = result.data;
  if (key === undefined) return undefined;
  return { key, url: url.replace(/(?<!\/)\/+$/, ""), country: country ?? countryOf(locale) };
}

const countryOf = (locale: string): string => {
  const { region } = new Intl.Locale(locale);
  return region && /^[A-Z]{2}$/.test(region) ? region : STANDARD_COUNTRY; // some are continents: "es-419"
};
