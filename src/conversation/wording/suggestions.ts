/** What is said with and about suggestions. */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Verdict } from "../../recommender/feedback.ts";
import type { Taste } from "../../recommender/user-model.ts";
import type { Card, Field } from "../card.ts";
import type { Suggestion } from "../person.ts";
import type { Wish } from "../wish.ts";
import { partsOf } from "../wish-parts.ts";
import type { World } from "../world.ts";
import { count, list, percent, VERDICT_SIGN } from "./format.ts";
import { dropActions, reading } from "./requests.ts";

/** Reasons below this share are noise. */
const LEAST_SHARE = 0.01;

export interface Shown {
  /** What was asked for when it was suggested. */
  readonly wish?: Wish | undefined;
  /** What is to be said about it besides. */
  readonly notes?: readonly string[];
  /** What the person has said of it. */
  readonly answer?: Verdict;
}

export function suggestion(
  world: World,
  taste: Taste,
  { id, movie }: Suggestion,
  { wish, notes = [], answer }: Shown = {},
): Card {
  const shown = world.catalog.byId(movie)!;
  const parts = wish ? partsOf(world, wish) : [];
  const actions = answer ? [] : dropActions(parts);
  return {
    ...(parts.length > 0 && { reading: reading(parts) }),
    title: linked(shown),
    lines: [...notes, why(world, taste, shown), ...(answer ? [`Noted: ${VERDICT_SIGN[answer]}`] : [])],
    fields: factsOf(shown),
    suggestion: id,
    ...(actions.length > 0 && { actions }),
  };
}

/** A suggestion as others may see it. */
export function shared(movie: Movie, { id }: Suggestion): Card {
  return { title: linked(movie), lines: [], fields: factsOf(movie), suggestion: id };
}

/**
 * Everything known of a movie, and what the score is made of.
 *
 * @param wish what was asked for when it was suggested
 */
export function details(world: World, taste: Taste, movie: Movie, wish?: Wish): Card {
  const row = world.recommender.rowOf(movie.id)!;
  const { because, fits, uncertainty } = world.recommender.explain(taste, row, wish?.filters);
  const reasons = because
    .filter(({ share }) => share >= LEAST_SHARE)
    .map(
      ({ row, verdict, share }) =>
        `${titleWithYear(world.recommender.movie(row))}, ${VERDICT_SIGN[verdict]}: ${percent(share)}`,
    );
  return {
    title: linked(movie),
    lines: [why(world, taste, movie)],
    fields: [
      ...factsOf(movie),
      ...(movie.alternativeTitles.length > 0
        ? [{ name: "Also known as", value: movie.alternativeTitles.join("; ") }]
        : []),
      ...(movie.tmdbId !== undefined
        ? [{ name: "TMDB", value: `https://www.themoviedb.org/movie/${movie.tmdbId}` }]
        : []),
      ...(fits.length > 0
        ? [
            {
              name: "How it fits",
              value: fits.map(({ trait, fit }) => `${trait}: ${percent(fit)}`).join("\n"),
            },
          ]
        : []),
      ...(reasons.length > 0 ? [{ name: "What speaks for it", value: reasons.join("\n") }] : []),
      { name: "How sure I am", value: `± ${uncertainty.toFixed(2)} on a scale where 1 is a movie you like` },
    ],
  };
}

/** Why this movie, in one sentence, true to what the score is made of. */
export function why({ recommender }: World, taste: Taste, movie: Movie): string {
  const { because } = recommender.explain(taste, recommender.rowOf(movie.id)!);
  const liked = because.filter(({ verdict }) => verdict === "favourite" || verdict === "like");
  if (liked.length > 0)
    return `Because you liked ${list(liked.slice(0, 2).map(({ row }) => recommender.movie(row).title))}.`;
  return taste.evidence.length === 0
    ? "A safe first guess: people of all tastes like it. Your answers will make the next ones yours."
    : "Nothing you named speaks for it in particular: it is liked by people of all tastes.";
}

export function noted(verdict: Verdict, movie: Movie): string {
  const title = titleWithYear(movie);
  switch (verdict) {
    case "favourite":
      return `⭐ ${title} is one of your favourites.`;
    case "like":
      return `👍 Noted: ${title}.`;
    case "dislike":
      return `👎 Noted: not ${title}.`;
    case "skip":
      return `⏭️ ${title}: not now.`;
    case "seen":
      return `👁️ ${title}: seen, so it stays away.`;
    case "never":
      return `🚫 ${title} will never come up again.`;
  }
}

export function undone(verdict: Verdict, movie: Movie | undefined): string {
  return `Undone: ${VERDICT_SIGN[verdict]}, ${movie ? titleWithYear(movie) : "a movie this model does not know"}.`;
}

export function nothingToAnswer(): Card {
  return { lines: ["No suggestion is on the table."], actions: [{ label: "Suggest one", says: "next" }] };
}

export function nothingLeft(wished: boolean): Card {
  return wished
    ? {
        lines: [
          "Nothing like that is left which you have not answered. Say anything goes for suggestions from everything.",
        ],
        actions: [{ label: "Anything goes", says: "anything goes" }],
      }
    : {
        lines: [
          "I have nothing left that you have not answered. Skipped movies return after a while; to get others back, say hidden, then restore with a title.",
        ],
        actions: [{ label: "Hidden movies", says: "hidden" }],
      };
}

export function stillOnTheTable(movie: Movie): string {
  return `Still on the table: ${titleWithYear(movie)}.`;
}

/** What is known of every movie. */
export function factsOf(movie: Movie): Field[] {
  const rating = `★ ${movie.meanStars.toFixed(1)} of 5 from ${count(movie.ratingCount, "rating")}`;
  return [
    ...(movie.genres.length > 0 ? [{ name: "Genres", value: movie.genres.join(", ") }] : []),
    { name: "Rating", value: movie.ratingCount > 0 ? rating : "not rated yet" },
  ];
}

export function linked(movie: Movie): NonNullable<Card["title"]> {
  const text = titleWithYear(movie);
  return movie.imdbId === undefined ? { text } : { text, url: `https://www.imdb.com/title/${movie.imdbId}/` };
}
