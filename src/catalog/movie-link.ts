/** An id or a link somebody pasted in place of a title. */
export type MovieLink =
  | { readonly site: "imdb"; readonly id: string }
  | { readonly site: "tmdb"; readonly id: number }
  /** Letterboxd has no numbers: a title in small letters with dashes, where two films share it with a year. */
  | { readonly site: "letterboxd"; readonly title: string; readonly year?: number };

/**
 * "tt0113277", https://www.imdb.com/title/tt0113277/, https://www.themoviedb.org/movie/949-heat or
 * https://letterboxd.com/film/heat-1995/.
 */
export function movieLinkIn(text: string): MovieLink | undefined {
  const imdb = imdbIdIn(text.trim());
  if (imdb) return { site: "imdb", id: imdb };
  const tmdb = /\bthemoviedb\.org\/movie\/(\d{1,9})\b/i.exec(text);
  if (tmdb) return { site: "tmdb", id: Number(tmdb[1]) };
  const slug = /\bletterboxd\.com\/(?:\w{1,40}\/)?film\/([\w-]{1,200})/i.exec(text)?.[1];
  if (slug === undefined) return undefined;
  const dated = /^(.+)-((?:18|19|20)\d\d)$/.exec(slug);
  const [title, year] = dated ? [dated[1]!, { year: Number(dated[2]) }] : [slug, {}];
  return { site: "letterboxd", title: title.replaceAll("-", " "), ...year };
}

/** At the beginning, or in what stands behind the name of the site. */
function imdbIdIn(text: string): string | undefined {
  const path = /imdb\.com\/(\S*)/i.exec(text)?.[1];
  const id = /^tt\d{7,9}\b/i.exec(text) ?? /\btt\d{7,9}\b/i.exec(path ?? "");
  return id?.[0].toLowerCase();
}
