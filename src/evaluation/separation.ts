/** How often a good one scores above a bad one, the area under the ROC curve; a tie counts half. */
export function areaUnderCurve(good: readonly number[], bad: readonly number[]): number {
  let above = 0;
  for (const a of good) for (const b of bad) above += a > b ? 1 : a === b ? 0.5 : 0;
  return above / (good.length * bad.length);
}

/** The mean of the shares of good ones at or above the threshold and of bad ones below it. */
export function balancedAccuracy(good: readonly number[], bad: readonly number[], threshold: number): number {
  const above = (values: readonly number[]) =>
    values.filter((value) => value >= threshold).length / values.length;
  return (above(good) + 1 - above(bad)) / 2;
}
