/**
 * Sums in which nothing is lost: every term is rounded once, to a multiple of one power of two that is small beside the
 * sum and yet large enough for the sum to fit into the 53 bits of a double. Adding such multiples up rounds nothing, so
 * the order of the terms does not matter, and a term taken away leaves no trace, to the last bit.
 *
 * Rounding is adding a large number and taking it away again. Source: Rump, Ogita & Oishi, "Accurate Floating-Point
 * Summation Part I: Faithful Rounding", SIAM Journal on Scientific Computing 31(1), 2008, algorithm 3.2, ExtractScalar.
 */

/**
 * The large number, sigma: (sigma + term) - sigma is the term as it goes into the sum.
 *
 * @param bound of the sum of the terms' magnitudes
 */
export function extractorFor(bound: number): number {
  return bound === 0 ? 0 : 1.5 * 2 ** (Math.ceil(Math.log2(bound)) + 1); // terms become multiples of bound / 2^51
}
