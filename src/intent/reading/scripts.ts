/** Writing that nobody here reads: told from what is merely not understood. */
import type { Catalog } from "../../catalog/catalog.ts";
import { findTitle } from "../../catalog/naming.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";
import type { Act } from "../acts.ts";
import { titlesIn } from "./titles.ts";

/** As Unicode names scripts. Those of the word lists: the rest is what no list has a word of. */
const READ = /[\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}]/u;
/** Chinese has letters that Japanese has, and some that it never uses. */
const CHINESE = /[你们們这這吗嗎呢吧电爱么麼给給说說个個还歡欢怎哪她您啊啦剧荐]|片(?!\p{L})/u;
const NOT_CHINESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const HAN = /\p{Script=Han}/u;
const LETTER = /(?![\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** Scripts that people write messages in, to be called by name. */
const NAMED = [
  ...["Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Ethiopic", "Georgian", "Greek", "Gujarati"],
  ...["Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Sinhala", "Tamil", "Telugu"],
  ...["Thai", "Tibetan"],
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);

/**
 * The script that most letters of a text are of, where the rules have no word of it: by its English name, "" for one without a
 * name here. Undefined where the rules may read the text.
 */
export function unreadScript(text: string): string | undefined {
  const letters = [...text].filter((letter) => LETTER.test(letter));
  const strange = letters.filter((letter) => !READ.test(letter));
  const han = letters.filter((letter) => HAN.test(letter));
  if (han.length * 2 > letters.length && CHINESE.test(text) && !NOT_CHINESE.test(text)) return "Chinese";
  if (strange.length * 2 <= letters.length) return undefined;
  return NAMED.find(([, script]) => script.test(strange[0]!))?.[0] ?? "";
}

/**
 * What comes of a text in such a script: undefined where it is one of films by name, which are known in any. Of a film named
 * amid words that nobody reads it cannot be told what is said of it, so that it is only named.
 */
export function readStrangeScript(catalog: Catalog, text: string): Act[] | undefined {
  const script = unreadScript(text);
  if (script === undefined || titlesIn(catalog, text).every((title) => isFilm(catalog, title)))
    return undefined;
  const named = catalog
    .mentions(text)
    .filter(({ sureness }) => sureness === "sure")
    .flatMap(({ movies }) => movies.slice(0, 1));
  return [
    { kind: "strangeScript", script },
    ...named.slice(0, 1).map((movie): Act => ({ kind: "name", title: titleWithYear(movie) })),
  ];
}

function isFilm(catalog: Catalog, title: string): boolean {
  const found = findTitle(catalog, title);
  return found.kind === "one" ? !found.loosely : found.kind === "named";
}
