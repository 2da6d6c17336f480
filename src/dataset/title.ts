export interface ParsedTitle {
  readonly title: string;
  readonly alternativeTitles: readonly string[];
  readonly year?: number;
}

/** "(1999)", "(2006–2007)", "(2009- )", and the "(V)" or "(TV)" that old sets put behind it. */
const YEAR_AT_END = /(?<!\s)\s*\((\d{4})(?:\s?[-–]\s?(?:\d{4})?)?\)+\s*(?:\((?:V|TV|VG)\)\s*)?$/;
/** The last pair of brackets, which may hold one more pair. */
const BRACKETS_AT_END = /(?<!\s)\s+\(((?:[^()]|\([^()]*\))+)\)$/;
const ALSO_KNOWN_AS = /^a\.?\s?k\.?\s?a\.?:?\s+/i;
/** Brackets that say what kind of film it is, and no other title of it: "Help (TV Movie)". */
const KIND =
  /^(?:TV|V|VG|(?:TV|video|short|mini)[- ]?(?:movie|film|special|episode|series|mini[- ]?series)?)$/i;
/** "Birdman: Or (The Unexpected Virtue of Ignorance)": brackets that finish a sentence name no other title. */
const UNFINISHED = /(?::|&|\b(?:or|and))$/i;

/** In the languages MovieLens moves to the end: English, the Romance and the Germanic ones. */
const ARTICLES = (
  "The A An " +
  "Le La Les L' L’ Un Une El Los Las Una Lo Il I Gli Uno O Os As Um Uma Els " +
  "Der Die Das Den Det De Ein Eine Het Een En Et Ett"
).split(" ");
/** At the end of the title, or of what stands before a subtitle: "Crow, The: Wicked Prayer". */
const ARTICLE_AT_END = new RegExp(`^([^:]+), (${ARTICLES.join("|")})(:.*)?$|^(.+), (${ARTICLES.join("|")})$`);

/**
 * Takes a MovieLens title apart: "City of Lost Children, The (Cité des enfants perdus, La) (1995)" is
 * "The City of Lost Children", also "La Cité des enfants perdus", of 1995.
 */
export function parseMovieLensTitle(text: string): ParsedTitle {
  const { title: withBrackets, year } = parseYear(text);
  const alternativeTitles: string[] = [];
  let title = withBrackets;
  for (;;) {
    const match = BRACKETS_AT_END.exec(title);
    if (match === null) break;
    const before = title.slice(0, match.index);
    if (UNFINISHED.test(before)) break;
    if (!KIND.test(match[1]!))
      alternativeTitles.unshift(articleInFront(match[1]!.replace(ALSO_KNOWN_AS, "").trim()));
    title = before;
  }
  title = articleInFront(title);
  return {
    title,
    alternativeTitles: [...new Set(alternativeTitles)].filter((other) => other !== title && other !== ""),
    ...(year !== undefined && { year }),
  };
}

/** The same put together, with articles in front: what `parseMovieLensTitle` takes apart again. */
export function movieLensTitle({ title, alternativeTitles, year }: ParsedTitle): string {
  const others = alternativeTitles.map((other) => ` (${other})`).join("");
  return `${title}${others}${year === undefined ? "" : ` (${year})`}`;
}

/** Takes the year off a title that is otherwise as people write it: "The Bank (1915)". */
export function parseYear(text: string): { readonly title: string; readonly year?: number } {
  const trimmed = text.trim();
  const match = YEAR_AT_END.exec(trimmed);
  if (match === null || match.index === 0) return { title: trimmed };
  return { title: trimmed.slice(0, match.index), year: Number(match[1]) };
}

function articleInFront(title: string): string {
  const match = ARTICLE_AT_END.exec(title);
  if (match === null) return title;
  const [, head, afterHead, subtitle = "", whole, afterWhole] = match;
  const [rest = "", article = ""] = head === undefined ? [whole, afterWhole] : [head, afterHead];
  return `${article}${/['’]$/.test(article) ? "" : " "}${rest.trimEnd()}${subtitle}`;
}
