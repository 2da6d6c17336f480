/** What somebody shows others of themselves, where they ask for it: their list, or what they love. Nothing else of them is on it. */
import type { Movie } from "../catalog/movie.ts";
import { genreProfile } from "../recommender/genre-profile.ts";
import { latestAmong } from "./lists.ts";
import { allFeedback } from "./person.ts";
import { say, type Turn } from "./turn.ts";
import { watchLater } from "./watch-later.ts";
import * as wording from "./wording.ts";
import type { State, World } from "./world.ts";

const SHOWN = 10;
const GENRES_SHOWN = 3;

/** Films they love first, then those they like; the latest of each first. */
export function loved({ catalog }: World, { person }: Pick<State, "person">): readonly Movie[] {
  const latest = latestAmong(allFeedback(person));
  return (["favourite", "like"] as const).flatMap((verdict) =>
    latest.flatMap((entry) => (entry.verdict === verdict ? (catalog.byId(entry.movie) ?? []) : [])),
  );
}

export function shareOwn(turn: Turn, what: "list" | "taste"): Turn {
  if (what === "list") {
    const movies = watchLater(turn);
    return say(turn, movies.length === 0 ? wording.emptyList() : wording.sharedList(movies.slice(0, SHOWN)));
  }
  const movies = loved(turn.world, turn.state);
  const genres = [...genreProfile(movies).keys()].slice(0, GENRES_SHOWN);
  return say(turn, wording.sharedTaste(movies.slice(0, SHOWN), genres));
}
