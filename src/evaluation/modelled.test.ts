import { expect, test } from "vitest";
import type { FittedModel, History } from "../models/fitted-model.ts";
import { modelled } from "./modelled.ts";

/** Scores a movie by the stars it was given, and the others by half their number. */
const byStars: FittedModel<History> = {
  name: "by stars",
  foldIn: (history) => history,
  score({ rows, stars }) {
    const scores = Float64Array.from({ length: 10 }, (_, row) => row / 2);
    rows.forEach((row, at) => {
      scores[row] = stars[at]!;
    });
    return scores;
  },
};

test("a verdict counts as stars from the next suggestion on, a skip as nothing", () => {
  const encounter = modelled(byStars).meet([0]);
  const best = () => encounter.best(3, (row) => row < 8);
  expect(best()).toEqual([0, 7, 6]);
  encounter.observe(7, "dislike");
  encounter.observe(6, "skip");
  expect(best()).toEqual([0, 6, 5]);
  encounter.observe(1, "like");
  expect(best()).toEqual([0, 1, 6]);
});

test("nobody hears what another said", () => {
  const contender = modelled(byStars);
  contender.meet([0]).observe(1, "like");
  expect(contender.meet([2]).best(2, (row) => row < 3)).toEqual([2, 1]);
});
