import { expect, test } from "vitest";
import { readArtifacts } from "../artifacts/read-artifacts.ts";
import { readKnowledge } from "../artifacts/read-knowledge.ts";
import type { Movie } from "../catalog/movie.ts";
import { keyOf, withoutArticle, wordsOf } from "../catalog/normalise.ts";
import { titleWithYear } from "../catalog/title-with-year.ts";

const { movies } = await readArtifacts("artifacts");
const { factsOf } = await readKnowledge("artifacts");

/** Films of one name, article or not, that are a year apart at the most. */
function namesakes(): (readonly [Movie, Movie])[] {
  const byName = new Map<string, Movie[]>();
  for (const movie of movies) {
    const key = keyOf(withoutArticle(wordsOf(movie.title)));
    byName.set(key, [...(byName.get(key) ?? []), movie]);
  }
  return [...byName.values()].flatMap((films) =>
    films.flatMap((one, at) =>
      films
        .slice(at + 1)
        .filter(({ year }) => Math.abs((year ?? 0) - (one.year ?? 0)) <= 1)
        .map((other) => [one, other] as const),
    ),
  );
}

test("no film has the facts of a namesake of about its year", () => {
  const told = ({ id }: Movie) => {
    const { directors, cast, runtimeMinutes } = factsOf(id) ?? {};
    return directors && runtimeMinutes && JSON.stringify([directors, cast, runtimeMinutes]);
  };
  const alike = namesakes().filter(([one, other]) => told(one) !== undefined && told(one) === told(other));
  expect(alike.map((pair) => pair.map(titleWithYear))).toEqual([]);
  expect(namesakes().length).toBeGreaterThan(50);
});
