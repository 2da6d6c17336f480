/** What people are in the mood for, in their own words: read by a parser before it comes here. */
import type { MovieRequest } from "../intent/request.ts";
import type { Genre, Mood } from "../intent/terms.ts";
import { type Filters, isUnfiltered, NO_FILTERS, passes, relaxed } from "../recommender/filters.ts";
import { standingFeedback } from "./person.ts";
import { findTitle, offer } from "./titles.ts";
import { inDialogue, say, suggestNext, type Turn, tell } from "./turn.ts";
import * as wording from "./wording.ts";

/** Whether a message asks for a movie in words that change what is suggested, or says why they cannot. */
export function isRequest(request: MovieRequest | undefined): request is MovieRequest {
  if (request?.kind !== "request") return false;
  return (
    request.medium !== "film" ||
    request.drops.length > 0 ||
    !isUnfiltered(filtersOf(request)) ||
    unmet(request).length > 0
  );
}

/** Moods that a genre of the catalogue stands for. */
const GENRE_OF_MOOD: Partial<Record<Mood, Genre>> = {
  funny: "Comedy",
  romantic: "Romance",
  scary: "Horror",
  tense: "Thriller",
  exciting: "Action",
};

/** Suggests what fits the words; where nothing does, what fits most of them, and says what was given up. */
export function request(turn: Turn, asked: MovieRequest): Turn {
  if (asked.medium !== "film") return tell(turn, wording.onlyFilms(asked.medium));
  const before = turn.state.dialogue;
  const filters =
    asked.refinement === "adjust" ? adjusted(before.filters ?? NO_FILTERS, asked) : filtersOf(asked);
  const fitting = satisfiable(turn, filters);
  const [similar] = asked.similarTo;
  const found = similar === undefined ? undefined : findTitle(turn.world, similar);
  const meant = found?.kind === "one" ? found.movie : undefined;
  const keepsNear =
    asked.refinement === "adjust" &&
    !asked.drops.some((part) => part === "everything" || part === "similarTo");
  const near = meant?.id ?? (keepsNear ? before.near : undefined);
  const nearMovie = near === undefined ? undefined : turn.world.catalog.byId(near);
  const read = say(
    inDialogue(turn, { filters: fitting, near }),
    wording.readAs({ filters, fitting, unmet: unmet(asked), ...(nearMovie && { near: nearMovie }) }),
  );
  return found?.kind === "several" ? offer(read, similar!, "moreLike", found.movies) : suggestNext(read);
}

const filtersOf = ({ genresIn, genresOut, moodsIn, yearFrom, yearTo }: MovieRequest): Filters => {
  const ofMoods = moodsIn.flatMap((mood) => GENRE_OF_MOOD[mood] ?? []);
  return { genresIn: [...new Set([...genresIn, ...ofMoods])], genresOut, yearFrom, yearTo };
};

/** The request before, less what was dropped, with what was added. */
function adjusted(before: Filters, asked: MovieRequest): Filters {
  const drops = new Set<string>(asked.drops);
  if (drops.has("everything")) return filtersOf(asked);
  const kept = {
    ...before,
    ...(drops.has("genres") && { genresIn: [], genresOut: [] }),
    ...(drops.has("years") && { yearFrom: 0, yearTo: 0 }),
  };
  const added = filtersOf(asked);
  const hasYears = asked.yearFrom > 0 || asked.yearTo > 0;
  return {
    genresIn: [...new Set([...kept.genresIn, ...added.genresIn])].filter(
      (genre) => !asked.genresOut.some((out) => out === genre),
    ),
    genresOut: [...new Set([...kept.genresOut, ...asked.genresOut])].filter(
      (genre) => !added.genresIn.includes(genre),
    ),
    yearFrom: hasYears ? asked.yearFrom : kept.yearFrom,
    yearTo: hasYears ? asked.yearTo : kept.yearTo,
  };
}

/** The filters, relaxed until some movie is left that may be suggested. */
function satisfiable({ world, state, event }: Turn, filters: Filters): Filters {
  const { recommender } = world;
  const away = recommender.excluded(standingFeedback(state.person.log), event.atMs);
  const least = recommender.policy.candidates.min_ratings;
  const isLeft = (wanted: Filters) =>
    world.catalog.movies.some(
      (movie) => movie.ratingCount >= least && !away.has(movie.id) && passes(movie, wanted),
    );
  let fitting = filters;
  while (!isLeft(fitting)) {
    const less = relaxed(fitting);
    if (!less) break;
    fitting = less;
  }
  return fitting;
}

/** What was understood, and cannot be gone by: the catalogue does not know it of its movies. */
function unmet({
  moodsIn,
  moodsOut,
  runtimeFrom,
  runtimeTo,
  peopleIn,
  peopleOut,
  audience,
  languages,
  countries,
  keywordsIn,
  keywordsOut,
  standings,
}: MovieRequest): string[] {
  return [
    ...moodsIn.filter((mood) => GENRE_OF_MOOD[mood] === undefined),
    ...moodsOut.map((mood) => `not ${mood}`),
    ...standings,
    ...(runtimeFrom > 0 || runtimeTo > 0 ? ["running time"] : []),
    ...peopleIn,
    ...peopleOut.map((person) => `not ${person}`),
    ...(audience === "any" ? [] : [audience]),
    ...languages,
    ...countries,
    ...keywordsIn,
    ...keywordsOut.map((keyword) => `not ${keyword}`),
  ];
}
