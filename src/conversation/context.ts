/** What the next message is to be read in the light of. */
import type { Movie } from "../catalog/movie.ts";
import type { Context, OpenQuestion } from "../intent/reading/context.ts";
import { allSuggestions, suggestionMade } from "./person.ts";
import type { State, World } from "./world.ts";

export function contextOf(world: World, state: State): Context {
  const { phase, current, elsewhere, weighed, spokenOf, listed, named, noted, person, asked, wish } =
    state.dialogue;
  const [only, ...others] = wish?.filters.peopleIn ?? [];
  const isOfTable = (suggestion: string | undefined) => suggestion !== undefined && suggestion === current;
  return {
    phase: phase.kind,
    table: tableOf(world, state),
    shown: () => shownLately(world, state),
    listed: (listed ?? []).flatMap((id) => world.catalog.byId(id) ?? []),
    spokenOf: spokenOf?.during === current && spokenOf ? world.catalog.byId(spokenOf.movie) : undefined,
    named: named === undefined ? undefined : world.catalog.byId(named),
    noted: noted === undefined ? undefined : world.catalog.byId(noted),
    asked,
    person: person ?? (spokenOf || others.length > 0 ? undefined : only),
    question: openQuestion(world, state),
    isAsked: state.dialogue.wish !== undefined,
    isWeighed: isOfTable(weighed),
    isElsewhere: isOfTable(elsewhere),
  };
}

function tableOf(world: World, { person, dialogue: { current } }: State): Movie | undefined {
  const suggestion = current === undefined ? undefined : suggestionMade(person, current);
  return suggestion && world.catalog.byId(suggestion.movie);
}

/** After so long a silence another sitting begins. */
const SITTING_MS = 6 * 3_600_000;

function shownLately({ catalog }: World, { person }: State): Movie[] {
  const made = allSuggestions(person);
  const first = made.findLastIndex(({ atMs }, at) => at > 0 && atMs - made[at - 1]!.atMs > SITTING_MS);
  return made
    .slice(Math.max(0, first))
    .reverse()
    .flatMap(({ movie }) => catalog.byId(movie) ?? []);
}

function openQuestion(world: World, state: State): OpenQuestion | undefined {
  const { confirmingForget, choice, namesakes, offered, bringing, unclear } = state.dialogue;
  if (bringing) return { kind: "takeIn" };
  const [asked] = unclear ?? [];
  if (asked)
    return {
      kind: "which",
      movies: asked.movies.flatMap((id) => world.catalog.byId(id) ?? []),
      isList: false,
    };
  if (namesakes) return { kind: "who", names: namesakes.names };
  if (confirmingForget) return { kind: "forget" };
  if (choice) {
    const movies = choice.movies.flatMap((id) => world.catalog.byId(id) ?? []);
    return { kind: "which", movies, isList: choice.purpose === "show" };
  }
  return offered && { kind: "favourites", aside: offered.aside };
}
