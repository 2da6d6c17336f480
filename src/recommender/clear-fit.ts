/** Fits, of 255, from which on a movie has a trait clearly, the clearest first. */
const CLEAR_FITS = [230, 192, 160] as const;

/** A trait that fewer of all movies have clearly is rare: sharks, chess, boxing. */
const RARE_SHARE = 0.005;

/**
 * Tells the movies that clearly have all the wanted traits: those that have them by the highest of the clear fits that
 * leaves a choice. Where none does, all the rows count as clear, unless a wanted trait is rare. Many a movie has a
 * little of a trait; who asks for zombies means Zombieland, and who asks for dinosaurs, of which few movies tell, would
 * rather have those few first.
 *
 * @param rows what may be suggested and has the traits
 * @param choice how many movies are one
 */
export function clearFit(
  rows: Int32Array,
  wanted: readonly Uint8Array[],
  choice: number,
): (row: number) => boolean {
  const hasAll = (least: number) => (row: number) => wanted.every((fits) => fits[row]! >= least);
  if (wanted.length === 0) return () => true;
  for (const least of CLEAR_FITS) {
    const isClear = hasAll(least);
    let count = 0;
    for (const row of rows) if (isClear(row)) count++;
    if (count >= choice) return isClear;
  }
  return wanted.some(isRare) ? hasAll(CLEAR_FITS.at(-1)!) : () => true;
}

function isRare(fits: Uint8Array): boolean {
  let count = 0;
  for (const fit of fits) if (fit >= CLEAR_FITS.at(-1)!) count++;
  return count < RARE_SHARE * fits.length;
}
