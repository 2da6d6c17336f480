/** What somebody shows others of themselves, where they ask for it: their list, or what they love. Nothing else of them is on it. */
import type { Movie } from "../catalog/movie.ts";
import type { Act, Shareable } from "../intent/acts.ts";
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

/** What a page shows of it that a link opens: what is kept for later, the latest first, or what is loved. */
export function sharedFilms(world: World, { person }: Pick<State, "person">, what: Shareable) {
  if (what === "taste") return loved(world, { person });
  const { recommender } = world;
  return [...person.away.listed]
    .sort(([, sinceMs], [, otherMs]) => otherMs - sinceMs)
    .map(([row]) => recommender.movie(row));
}

/** What they lean to, of what they love: nothing can be said of one film. */
export const leaning = (movies: readonly Movie[]): readonly string[] =>
  movies.length > 1 ? [...genreProfile(movies).keys()].slice(0, GENRES_SHOWN) : [];

export function shareOwn(turn: Turn, { what, by }: Extract<Act, { kind: "shareOwn" }>): Turn {
  const movies = what === "list" ? watchLater(turn) : loved(turn.world, turn.state);
  if (movies.length === 0) return say(turn, what === "list" ? wording.emptyList() : wording.nothingLoved());
  const { hasPage = false } = turn.event;
  if (by === "link")
    return hasPage
      ? { ...turn, effects: [...turn.effects, { kind: "sharePage", what }] }
      : say(turn, wording.noPage(what));
  const shown = movies.slice(0, SHOWN);
  const card = what === "list" ? wording.sharedList(shown) : wording.sharedTaste(shown, leaning(movies));
  return say(turn, hasPage ? { ...card, actions: [wording.asALink(what)] } : card);
}
