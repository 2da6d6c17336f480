import type { z } from "zod";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Movie } from "../../src/catalog/movie.ts";
import type { FeedbackEntry } from "../../src/conversation/person.ts";
import type { Verdict } from "../../src/recommender/feedback.ts";
import { genreProfile } from "../../src/recommender/genre-profile.ts";
import type { profileSchema } from "./schemas/people.ts";

/** Before so many answers the taste was what it is compared with. */
const LATELY = 10;

interface Opinion {
  readonly movie: Movie;
  readonly verdict: Verdict;
}

/** @param latest what was said of each film last, the latest first */
export function profileOf(catalog: Catalog, latest: readonly FeedbackEntry[]): z.infer<typeof profileSchema> {
  const opinions = latest.flatMap(({ movie: id, verdict }): Opinion[] => {
    const movie = catalog.byId(id);
    return movie ? [{ movie, verdict }] : [];
  });
  const leanings = (of: readonly Opinion[]) => genreProfile(of.filter(isPraise).map(({ movie }) => movie));
  const now = leanings(opinions);
  const before = leanings(opinions.slice(LATELY));
  return {
    answers: Object.fromEntries(
      (["favourite", "like", "dislike", "skip", "seen", "never"] as const).map((verdict) => [
        verdict,
        opinions.filter((one) => one.verdict === verdict).length,
      ]),
    ) as Record<Verdict, number>,
    genres: counted(opinions, ({ genres }) => genres).map((one) => ({
      ...one,
      weight: now.get(one.name) ?? 0,
      before: before.get(one.name) ?? 0,
    })),
    decades: counted(opinions, ({ year }) => (year === undefined ? [] : [`${Math.floor(year / 10) * 10}s`])),
    countries: counted(opinions, ({ id }) => catalog.factsOf(id)?.countries?.value ?? []),
  };
}

const isPraise = ({ verdict }: Opinion): boolean => verdict === "favourite" || verdict === "like";
const isRefusal = ({ verdict }: Opinion): boolean => verdict === "dislike" || verdict === "never";

/** Most first. */
function counted(opinions: readonly Opinion[], namesOf: (movie: Movie) => readonly string[]) {
  const counts = new Map<string, { liked: number; disliked: number }>();
  for (const opinion of opinions) {
    for (const name of namesOf(opinion.movie)) {
      const count = counts.get(name) ?? { liked: 0, disliked: 0 };
      counts.set(name, count);
      if (isPraise(opinion)) count.liked++;
      if (isRefusal(opinion)) count.disliked++;
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, ...count }))
    .filter(({ liked, disliked }) => liked + disliked > 0)
    .sort((a, b) => b.liked - a.liked || a.disliked - b.disliked || (a.name < b.name ? -1 : 1));
}
