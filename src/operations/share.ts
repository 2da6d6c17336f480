/** A share of counted cases, with its 95 % interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, for 95 %. */
const Z = 1.96;

/**
 * The score interval of Wilson, J. Am. Stat. Assoc. 22(158), 1927: of use for few trials and for shares near 0 and 1.
 *
 * @param of at least one, and no less than are counted
 */
export function shareOf(count: number, of: number): Share {
  const share = count / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
