/** Rows of the films that are about some words, with how well each fits in (0, 1], 1 for the best. */
export type FilmSearch = (words: string) => ReadonlyMap<number, number>;

/** Where nothing is known of what films are about. */
export const NO_SEARCH: FilmSearch = () => new Map();
