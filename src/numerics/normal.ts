/**
 * P(X <= x) for a standard normal X, to within 7.5e-8.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions, 1964, formula 26.2.17.
 */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const series =
    ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t;
  return x >= 0 ? 1 - density * series : density * series;
}
