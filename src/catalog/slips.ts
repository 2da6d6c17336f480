/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment), infinite above `limit`.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let [twoBack, oneBack]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min(oneBack[j]! + 1, row[j - 1]! + 1, oneBack[j - 1]! + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, twoBack[j - 2]! + 1);
      row.push(slips);
    }
    [twoBack, oneBack] = [oneBack, row];
  }
  const slips = oneBack[b.length]!;
  return slips <= limit ? slips : Number.POSITIVE_INFINITY;
}
