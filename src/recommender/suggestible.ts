import type { Model } from "../artifacts/model.ts";
import type { Policy } from "./policy.ts";

/** Whether the movie in a row may be suggested unasked: its embedding rests on enough to mean something. */
export const suggestible = (
  { trainedOn }: Pick<Model, "trainedOn">,
  { candidates }: Pick<Policy, "candidates">,
): ((row: number) => boolean) => {
  const least = candidates.min_ratings;
  return (row) => trainedOn[row]! >= least;
};
