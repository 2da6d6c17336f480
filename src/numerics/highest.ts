/**
 * The accepted places of the highest scores, best first; of equal scores the lower place. Holds at most twice as many as
 * asked for, so one of 62,000 costs a pass and all of them a sort.
 */
export function highest(scores: Float64Array, limit: number, accepts: (at: number) => boolean): number[] {
  const bestFirst = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
  const held: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    if (scores[at]! <= floor || !accepts(at)) continue;
    held.push(at);
    if (held.length === 2 * limit) {
      held.sort(bestFirst).length = limit;
      floor = scores[held[limit - 1]!]!;
    }
  }
  return held.sort(bestFirst).slice(0, limit);
}
