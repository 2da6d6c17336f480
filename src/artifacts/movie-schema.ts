import { z } from "zod";
import type { Movie } from "../catalog/movie.ts";

/** A movie as a line of movies.json. */
export const movieSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  alternativeTitles: z.array(z.string()),
  year: z.int().exactOptional(),
  genres: z.array(z.string()),
  imdbId: z.string().exactOptional(),
  tmdbId: z.int().exactOptional(),
  ratingCount: z.int().nonnegative(),
  meanStars: z.number(),
}) satisfies z.ZodType<Movie>;
