/** Summed from the first to the last; 0 of nothing. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** NaN of nothing. */
export const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;
