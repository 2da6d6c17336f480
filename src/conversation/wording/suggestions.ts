/** What is said with and about suggestions. */
import type { Catalog } from "../../catalog/catalog.ts";
import { fameOf } from "../../catalog/fame.ts";
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Rating } from "../../intent/reading/command.ts";
import { MOODS } from "../../intent/terms.ts";
import type { Verdict } from "../../recommender/feedback.ts";
import type { Explanation } from "../../recommender/recommender.ts";
import type { Taste } from "../../recommender/user-model.ts";
import type { Card } from "../card.ts";
import type { SaidEntry, Suggestion } from "../person.ts";
import { isNoWish, type Wish } from "../wish.ts";
import { type Part, partsOf } from "../wish-parts.ts";
import type { World } from "../world.ts";
import { allFactsOf, factsOf, imdbPage, linksOf } from "./facts.ts";
import {
  capital,
  type Given,
  list,
  percent,
  signOf,
  signOfVerdict,
  starred,
  VERDICT_SIGN,
} from "./format.ts";
import { dropActions, reading } from "./requests.ts";
import { ON_YOUR_LIST } from "./watch-later.ts";

/** Standard deviations of a score, where 1 is the score of a movie one likes. */
const SURE_BELOW = 0.25;
const UNSURE_FROM = 0.45;

/** From here on a movie has a trait rather than not. */
const HALF = 0.5;

/** Reasons below this share are noise. */
const LEAST_SHARE = 0.01;

export interface Shown {
  /** What was asked for when it was suggested. */
  readonly wish?: Wish | undefined;
  /** What is to be said about it besides. */
  readonly notes?: readonly string[];
  /** What the person has said of it. */
  readonly answer?: Given;
  /** Whether it is on their list of what to watch later. */
  readonly isListed?: boolean;
  /** Whether it is told where it can be watched, besides. */
  readonly tellsWhere?: boolean;
  /** Whether it was asked for by name, which is reason enough where nothing else is known. */
  readonly isNamed?: boolean;
}

export function suggestion(
  world: World,
  taste: Taste,
  { id, movie }: Suggestion,
  { wish, notes = [], answer, isListed = false, isNamed = false, tellsWhere = false }: Shown = {},
): Card {
  const shown = world.catalog.byId(movie)!;
  const parts = wish ? partsOf(world, wish) : [];
  const actions = answer ? [] : dropActions(parts);
  return {
    ...(parts.length > 0 && { reading: reading(parts) }),
    title: linked(shown),
    lines: [
      ...notes,
      ...lineOf(world.catalog, shown),
      ...(isNamed && parts.length === 0 && taste.evidence.length === 0
        ? []
        : [why(world, taste, shown, wish)]),
      ...(answer ? [`Noted: ${signOfVerdict(answer)}`] : []),
      ...(isListed ? [ON_YOUR_LIST] : []),
    ],
    fields: factsOf(world.catalog, shown),
    links: linksOf(world.catalog, shown),
    elsewhere: {
      film: { movie },
      adds: ["poster", "watchLink", ...(tellsWhere ? (["watch"] as const) : [])],
    },
    suggestion: id,
    ...(answer && { answered: answer.verdict }),
    ...(actions.length > 0 && { actions }),
  };
}

interface ListOfMovies {
  /** Of what was asked for. */
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
  /** How many were asked for. */
  readonly wanted: number;
}

/** Several movies on one card, best first, each to be picked by its number or its button. */
export function severalSuggestions(
  { catalog }: World,
  movies: readonly Movie[],
  { parts, notes, wanted }: ListOfMovies,
): Card {
  const lines = movies.map((movie, at) =>
    [`${at + 1}. ${titleWithYear(movie)}`, ...lineOf(catalog, movie)].join(". "),
  );
  return {
    ...(parts.length > 0 && { reading: reading(parts) }),
    lines: [
      ...notes,
      ...(movies.length < wanted ? [`I know only ${movies.length} that fit.`] : []),
      ...lines,
      "Say a number for more about one, or next for another one.",
    ],
    actions: [
      ...movies.map((movie, at) => ({
        label: `${at + 1}. ${titleWithYear(movie)}`,
        says: `show ${movie.id}`,
      })),
      ...dropActions(parts),
    ],
  };
}

/** A suggestion as others may see it. */
export function shared({ catalog }: World, movie: Movie, { id }: Suggestion): Card {
  return {
    title: linked(movie),
    lines: lineOf(catalog, movie),
    fields: factsOf(catalog, movie),
    links: linksOf(catalog, movie),
    elsewhere: { film: { movie: movie.id }, adds: ["poster", "watchLink"] },
    suggestion: id,
  };
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
    lines: [...lineOf(world.catalog, movie), why(world, taste, movie, wish)],
    fields: [
      ...allFactsOf(world.catalog, movie),
      ...(fits.length > 0
        ? [
            {
              name: "How it fits",
              value: fits.map(({ trait, fit }) => `${trait}: ${percent(fit)}`).join("\n"),
            },
          ]
        : []),
      ...(reasons.length > 0 ? [{ name: "What speaks for it", value: reasons.join("\n") }] : []),
      { name: "How sure I am", value: sureness(uncertainty) },
    ],
    links: linksOf(world.catalog, movie),
    elsewhere: { film: { movie: movie.id }, adds: ["poster", "overview", "watch", "watchLink"] },
  };
}

/**
 * Why this movie, in a sentence or two, true to what the score is made of.
 *
 * @param wish what was asked for when it was suggested
 */
export function why(world: World, taste: Taste, movie: Movie, wish?: Wish): string {
  const { recommender } = world;
  const row = recommender.rowOf(movie.id)!;
  const { because, fits, fromPrior } = recommender.explain(taste, row, wish?.filters);
  const carried = (share: number) => share * (1 - fromPrior);
  const liked = because.filter(({ verdict, share }) => isPraise(verdict) && carried(share) >= LEAST_CARRIED);
  if (liked.length > 0 && fromPrior <= MOST_OF_ALL) {
    const titles = list(liked.slice(0, 2).map(({ row }) => recommender.movie(row).title));
    return [...traitsMet(fits), `Because you liked ${titles}.`].join(" ");
  }
  if (wish && !isNoWish(wish)) {
    const said = nearness(world, wish) ?? [...nearestOnly(world, row, wish), ...reception(world, movie)];
    return [...traitsMet(fits), ...said].join(" ") || BEST_GUESS;
  }
  if (taste.evidence.length === 0)
    return "A safe first guess: people of all tastes like it. Your answers will make the next ones yours.";
  if (fromPrior > MOST_OF_ALL && because.some(({ verdict }) => isPraise(verdict)))
    return "Nearly everybody likes it, and what you liked speaks for it a little, too.";
  return taste.evidence.some(({ verdict }) => isPraise(verdict))
    ? ["Nothing you liked speaks for it in particular.", ...reception(world, movie)].join(" ")
    : ["I know of nothing that you like yet.", ...reception(world, movie)].join(" ");
}

/** A film that speaks for less of the choice than this is no reason for it. */
const LEAST_CARRIED = 0.1;
/** Where people at large carry more of the choice than this, what somebody liked does not. */
const MOST_OF_ALL = 0.5;

const isPraise = (verdict: Verdict): boolean => verdict === "favourite" || verdict === "like";

/** From here on a movie is all that the trait says. */
const FULL = 0.8;

/** "Scary and heist, just as asked; rather funny; date night in part." */
function traitsMet(fits: Explanation["fits"]): string[] {
  const between = (from: number, to: number) =>
    fits.filter(({ fit }) => fit >= from && fit < to).map(({ trait }) => trait);
  const full = between(FULL, Number.POSITIVE_INFINITY);
  const said = [
    ...(full.length > 0 ? [`${list(full)}, just as asked`] : []),
    ...between(HALF, FULL).map((trait) => (isMood(trait) ? `rather ${trait}` : `${trait} in part`)),
    ...between(0, HALF).map((trait) => `a little ${trait}`),
  ];
  return said.length > 0 ? [`${capital(said.join("; "))}.`] : [];
}

const isMood = (trait: string): boolean => MOODS.some((mood) => mood === trait);

/** In words: the spread of what the answers so far leave open. */
function sureness(uncertainty: number): string {
  if (uncertainty < SURE_BELOW) return "rather sure: your answers say much about movies like it";
  return uncertainty < UNSURE_FROM
    ? "so so: your answers say something about movies like it"
    : "a guess: your answers say little about movies like it yet";
}

/** That it is like the movies named, where some were. */
function nearness({ catalog }: World, { near }: Wish): string[] | undefined {
  const named = near.flatMap((id) => catalog.byId(id)?.title ?? []);
  return named.length === 0 ? undefined : [`It comes near ${list(named)}.`];
}

/** Of what is searched for it has less than this share of what the best film has. */
const ONLY_NEAR = 0.7;

/** Behind the films that are just what was searched for come those that have something of it: whoever is shown one is told. */
function nearestOnly({ recommender }: World, row: number, { filters }: Wish): string[] {
  const isNear = filters.about.some((words) => (recommender.search(words).get(row) ?? 0) < ONLY_NEAR);
  return isNear ? ["Not quite what you said, but the nearest to it that I have left."] : [];
}

const BEST_GUESS = "Of those that fit your words, the one I would pick for you.";

/** Of a film that nearly everybody has heard of, with such stars, people of all tastes speak well; of one with so few ratings hardly anybody speaks. */
const PRAISED_FROM = 3.5;
const FEW_RATINGS = 50;

/** What people at large make of it, where there is something to be said. */
function reception({ catalog }: World, movie: Movie): string[] {
  if (fameOf(movie) < FEW_RATINGS) return ["Few have rated it."];
  return catalog.isWellKnown(movie) && movie.meanStars >= PRAISED_FROM
    ? ["People of all tastes like it."]
    : [];
}

export function noted(verdict: Verdict, movie: Movie, rating?: Rating): string {
  const title = [titleWithYear(movie), ...(rating ? [starred(rating)] : [])].join(", ");
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

export function undone(said: SaidEntry, movie: Movie | undefined): string {
  return `Undone: ${signOf(said)}, ${movie ? titleWithYear(movie) : "a movie this model does not know"}.`;
}

export function nothingToAnswer(): Card {
  return { lines: ["No suggestion is on the table."], actions: [{ label: "Suggest one", says: "next" }] };
}

/** Of a word on movies that lie side by side. */
export const sayANumber = (): Card => ({
  lines: ["Say the number of the one you mean, or next for another one."],
  actions: [{ label: "Another one", says: "next" }],
});

/** @param parts of what is asked for */
export function nothingLeft(parts: readonly Part[]): Card {
  return parts.length > 0
    ? {
        reading: reading(parts),
        lines: [
          "I know nothing more like that. Take a part of it away, or say anything goes for suggestions from everything.",
        ],
        actions: dropActions(parts),
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

/** What is written here about it. */
const lineOf = (catalog: Catalog, { id }: Movie): string[] => {
  const words = catalog.wordsOf(id);
  return words ? [words.line] : [];
};

export function linked(movie: Movie): NonNullable<Card["title"]> {
  const text = titleWithYear(movie);
  return movie.imdbId === undefined ? { text } : { text, url: imdbPage(movie.imdbId) };
}
