import fc from "fast-check";
import { expect, test } from "vitest";
import { isMovie, movieSchema } from "./movie-schema.ts";
import { tinyModel } from "./testing/tiny-model.ts";

test("the quick check takes for a movie what the schema does, whatever is in it or missing from it", () => {
  const { movies } = tinyModel(1);
  const keys = Object.keys(movies[0]!);
  const odd = fc.oneof(
    fc.constantFrom(null, "", "tt1", 0, 1995, -1, 1.5, [], ["Comedy"], [1], {}, true),
    fc.anything(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...movies),
      fc.constantFrom(...keys),
      odd,
      fc.boolean(),
      (movie, key, value, without) => {
        const { [key]: _, ...rest } = { ...movie } as Record<string, unknown>;
        const changed: unknown = JSON.parse(JSON.stringify(without ? rest : { ...rest, [key]: value }));
        expect(isMovie(changed)).toBe(movieSchema.safeParse(changed).success);
      },
    ),
    { numRuns: 2_000 },
  );
  for (const value of [null, undefined, 7, "Heat", []]) expect(isMovie(value)).toBe(false);
  expect(movies.every(isMovie)).toBe(true);
});
