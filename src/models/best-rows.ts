/** The rows of the highest scores among those accepted, best first; ties go to the lower. */
export function bestRows(
  scores: Float64Array,
  limit: number,
  accepts: (row: number) => boolean = () => true,
): number[] {
  const best: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    if (best.length === limit && !(score > scores[best[limit - 1]!]!)) continue;
    if (!accepts(row)) continue;
    let place = Math.min(best.length, limit - 1);
    for (; place > 0 && scores[best[place - 1]!]! < score; place--) best[place] = best[place - 1]!;
    best[place] = row;
  }
  return best;
}
