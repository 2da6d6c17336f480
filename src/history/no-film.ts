/** What is listed among films and is none: a series, an episode, a game. */

/** Types of titles as services call them, and people in their own tables; a "Spielfilm" is a film. */
const NO_FILM =
  /series|s[ée]ries?\b|episode|épisode|folge|season|staffel|temporada|saison|\bshows?\b|sitcom|game|spiel(?!film)|juego|\bjeu|gioco|podcast|mus[ia][ck] ?-?video|^(?:tv|television|fernsehen|book|buch|album|song)$/i;
/** "2014-", "2014–2020", "2014 - present": what ran for years was no film. */
const RAN_FOR_YEARS = /^\(?\d{4}\s?[-–—]\s?(?:\d{4}|present|now|today|heute|\.{3}|…)?\s?\)?$/i;
/** "Fargo (TV Series 2014)", "Fargo (2014– )" */
const IN_BRACKETS = /\(([^()]{4,40})\)$/;
const SERIES = /^(?:tv|mini|television|web)[ -]?(?:mini[ -]?)?s(?:eries?|how)\b/i;

export const isTypeOfNoFilm = (type: string): boolean => NO_FILM.test(type);

export function isNoFilm({
  title = "",
  year = "",
  type = "",
}: Partial<Record<"title" | "year" | "type", string>>) {
  const behind = IN_BRACKETS.exec(title)?.[1] ?? "";
  return (
    isTypeOfNoFilm(type) || RAN_FOR_YEARS.test(year) || RAN_FOR_YEARS.test(behind) || SERIES.test(behind)
  );
}
