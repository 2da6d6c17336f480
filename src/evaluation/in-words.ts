import { type Score, standing } from "./bootstrap.ts";

/** "0.443 (0.425-0.461)", the mean and its interval; with the product's lead over the row, also "product ahead". */
export function inWords({ mean, interval: [low, high] }: Score, digits: number, lead?: Score): string {
  const figure = `${mean.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`;
  return lead ? `${figure} product ${standing(lead)}` : figure;
}
