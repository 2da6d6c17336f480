/** Four say enough for good first suggestions, and are still easy to think of. */
export const FAVOURITES_WANTED = 4;
