/** What of TMDB's answers is read. Unknown fields come and go; of those read, all but the first may be missing or empty. */
import { z } from "zod";
import type { Poster, WatchOffers } from "../catalog/film-details.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || undefined);
const id = z.int().positive();

/** A film among others. */
const hitSchema = z.object({
  id,
  title: z.string(),
  original_title: text,
  release_date: text,
  adult: z.boolean().default(false),
});
export type Hit = z.infer<typeof hitSchema>;

/** /find/{imdb id} */
export const findSchema = z.object({ movie_results: z.array(z.object({ id })) });
/** /search/movie */
export const searchSchema = z.object({ results: z.array(hitSchema) });

const provider = z.object({ provider_name: z.string(), display_priority: z.number().default(0) });
const providers = z
  .array(provider)
  .default([])
  .transform((all) =>
    [...all]
      .sort((a, b) => a.display_priority - b.display_priority)
      .map(({ provider_name }) => provider_name.trim()),
  );
const offersSchema = z.object({
  flatrate: providers,
  free: providers,
  ads: providers,
  rent: providers,
  buy: providers,
  link: z
    .url({ protocol: /^https$/, hostname: /^www\.themoviedb\.org$/ })
    .optional()
    .catch(undefined),
});

/** /movie/{id} with watch/providers appended. */
export const movieSchema = z.object({
  id,
  imdb_id: text,
  title: z.string(),
  release_date: text,
  overview: text,
  poster_path: text.pipe(
    z
      .string()
      .regex(/^\/[\w.-]+$/)
      .optional(),
  ),
  "watch/providers": z.object({ results: z.record(z.string(), z.unknown()) }).optional(),
});
export type TmdbMovie = z.infer<typeof movieSchema>;

/** /configuration */
export const configurationSchema = z.object({
  images: z.object({ secure_base_url: z.url({ protocol: /^https?$/ }), poster_sizes: z.array(z.string()) }),
});
export type ImageConfiguration = z.infer<typeof configurationSchema>["images"];

/** As it has been for years: where TMDB does not say. */
export const USUAL_IMAGES: ImageConfiguration = {
  secure_base_url: "https://image.tmdb.org/t/p/",
  poster_sizes: ["w92", "w154", "w185", "w342", "w500", "w780", "original"],
};

/** As it is kept: what may change sooner than that, such as where posters lie, is not in it. */
export const keptSchema = z.object({
  /** Absent where TMDB has no such film. */
  film: z
    .object({
      title: z.string(),
      year: z.int().exactOptional(),
      overview: z.string().exactOptional(),
      posterPath: z.string().exactOptional(),
      watch: z
        .object({
          country: z.string(),
          stream: z.array(z.string()),
          free: z.array(z.string()),
          rent: z.array(z.string()),
          buy: z.array(z.string()),
          url: z.string().exactOptional(),
        })
        .exactOptional(),
    })
    .exactOptional(),
  atMs: z.number(),
  country: z.string(),
});
export type Kept = z.infer<typeof keptSchema>;
export type KeptFilm = NonNullable<Kept["film"]>;

/** "1995-12-15" to 1995. */
export function yearOf(date: string | undefined): number | undefined {
  const year = Number(/^\d{4}/.exec(date ?? "")?.[0]);
  return Number.isNaN(year) ? undefined : year;
}

export function keptFilm(movie: TmdbMovie, country: string): KeptFilm {
  const year = yearOf(movie.release_date);
  const watch = offersIn(movie, country);
  return {
    title: movie.title,
    ...(year !== undefined && { year }),
    ...(movie.overview !== undefined && { overview: movie.overview }),
    ...(movie.poster_path !== undefined && { posterPath: movie.poster_path }),
    ...(watch && { watch: { ...watch } as NonNullable<KeptFilm["watch"]> }),
  };
}

/** A country that is not listed is one where nobody offers it; one whose list cannot be read is one of which nothing is known. */
function offersIn({ "watch/providers": listed }: TmdbMovie, country: string): WatchOffers | undefined {
  if (!listed) return undefined;
  const offers = offersSchema.safeParse(listed.results[country] ?? {}).data;
  if (!offers) return undefined;
  const { flatrate: stream, free, ads, rent, buy, link } = offers;
  const services = { stream, free: [...new Set([...free, ...ads])], rent, buy };
  return { country, ...services, ...(link !== undefined && { url: link }) };
}

/** Wide enough for a card, on a sharp screen too. */
const POSTER_WIDTH = 342;

export function posterAt(path: string, { secure_base_url, poster_sizes }: ImageConfiguration): Poster {
  const widths = poster_sizes.flatMap((size) => /^w(\d+)$/.exec(size)?.[1] ?? []).map(Number);
  const width = widths.filter((one) => one >= POSTER_WIDTH).sort((a, b) => a - b)[0] ?? POSTER_WIDTH;
  return { url: `${secure_base_url.replace(/\/?$/, "/")}w${width}${path}`, width };
}
