import { ratingTable } from "../../dataset/testing/table.ts";
import type { FitData } from "../fit.ts";

const GROUPS = 3;
const MOVIES_PER_GROUP = 12;
const USERS = 180;
const GENRES = ["Comedy", "Horror", "Western"];
const FIRST_SECOND = 946_684_800; // 2000-01-01

export const MOVIES = GROUPS * MOVIES_PER_GROUP;
export const groupOf = (number: number) => number % GROUPS;

/** The one movie of their own group that a user has not rated. */
export const withheldFrom = (user: number) =>
  groupOf(user) + GROUPS * (Math.floor(user / GROUPS) % MOVIES_PER_GROUP);

/**
 * A world with one right answer. User u and movie m are of one taste where u = m modulo 3. Everybody has rated
 * all movies of the own group but one, with 4.5 or 5 stars, and half of each other group's, with 1 or 1.5: the
 * one withheld must come before all others not rated.
 */
export function toyWorld(): FitData {
  const rows: [number, number, number, number][] = [];
  for (let user = 0; user < USERS; user++) {
    for (let movie = 0; movie < MOVIES; movie++) {
      const isOwn = groupOf(movie) === groupOf(user);
      const isRated = isOwn ? movie !== withheldFrom(user) : (movie * 5 + user * 7) % 11 < 5;
      const stars = (isOwn ? 4.5 : 1) + ((user + movie) % 2) / 2;
      const atSeconds = FIRST_SECOND + 86_400 * ((user * 31 + movie * 17) % 97);
      if (isRated) rows.push([user, movie, stars, atSeconds]);
    }
  }
  const ratings = ratingTable(rows);
  const movies = ratings.movieIds.map((id, movie) => ({
    id,
    title: `Movie ${id}`,
    alternativeTitles: [],
    year: 1960 + 20 * groupOf(movie) + (Math.floor(movie / GROUPS) % 10),
    genres: [GENRES[groupOf(movie)]!],
  }));
  return { ratings, movies };
}
