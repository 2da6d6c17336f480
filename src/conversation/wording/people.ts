/** What is said of the people of a film. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Card } from "../card.ts";
import type { PeopleAsked } from "../questions/people-asked.ts";
import { cut, list } from "./format.ts";
import { linked } from "./suggestions.ts";

/** @param movie the question was about; absent: only about somebody */
export function answerAboutPeople(catalog: Catalog, movie: Movie | undefined, asked: PeopleAsked): Card {
  return { ...(movie && { title: linked(movie) }), ...answer(catalog, movie, asked) };
}

function answer(
  catalog: Catalog,
  movie: Movie | undefined,
  asked: PeopleAsked,
): Pick<Card, "lines" | "actions"> {
  const { name } = asked;
  switch (asked.kind) {
    case "unknown":
      return { lines: [`I know nobody called ${name}.`] };
    case "isIn": {
      const cast = movie && catalog.factsOf(movie.id)?.cast?.value;
      const known = cast ? ` With ${list(cast)}.` : "";
      return { lines: [asked.holds ? `Yes: ${name}.` : `${name} is not among those I know in it.${known}`] };
    }
    case "films": {
      const films = list(asked.films.map(titleWithYear));
      if (asked.films.length === 0) return { lines: [`Of ${name} I know no other film of that kind.`] };
      return {
        lines: [asked.isGuess ? `If you mean ${name}: ${films}.` : `${name}: ${films}.`],
        actions: [{ label: `🎬 One with ${name}`, says: `a film with ${name}` }],
      };
    }
  }
}

/** Of a name that several people have. */
export const whichPerson = (said: string, names: readonly string[]): Card => ({
  lines: [
    `Which ${cut(said, 40)} do you mean?`,
    ...names.map((name, at) => `${at + 1}. ${name}`),
    "Answer with a number or a name, or 0 for none of these.",
  ],
  actions: [...names.map((name) => ({ label: name, says: name })), { label: "None of these", says: "0" }],
});
