/** An id or a link somebody pasted in place of a title. */
export type MovieLink =
  | { readonly site: "imdb"; readonly id: string }
  | { readonly site: "tmdb"; readonly id: number };

/** "tt0113277", https://www.imdb.com/title/tt0113277/ or https://www.themoviedb.org/movie/949-heat. */
export function movieLinkIn(text: string): MovieLink | undefined {
  const imdb = /(?:^|imdb\.com\/\S*)\b(tt\d{7,9})\b/i.exec(text.trim());
  if (imdb) return { site: "imdb", id: imdb[1]!.toLowerCase() };
  const tmdb = /\bthemoviedb\.org\/movie\/(\d{1,9})\b/i.exec(text);
  return tmdb ? { site: "tmdb", id: Number(tmdb[1]) } : undefined;
}
