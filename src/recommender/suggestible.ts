import type { Model } from "../artifacts/model.ts";
import type { Policy } from "./policy.ts";

/** Whether the movie in a row may be suggested unasked: its embedding rests on ratings enough, or was placed by what is known of it. */
export const suggestible = (
  { trainedOn, placement }: Pick<Model, "trainedOn" | "placement">,
  { candidates }: Pick<Policy, "candidates">,
): ((row: number) => boolean) => {
  const least = candidates.min_ratings;
  return (row) => trainedOn[row]! >= least || (placement?.deviation[row] ?? 0) > 0;
};
