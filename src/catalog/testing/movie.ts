import type { Movie } from "../movie.ts";

/** A film of which no more is known than how it is called, from when it is and how many rated it. */
export const movie = (id: string, title: string, year: number, ratingCount = 10): Movie => ({
  id,
  title,
  alternativeTitles: [],
  year,
  genres: [],
  ratingCount,
  meanStars: 3,
});
