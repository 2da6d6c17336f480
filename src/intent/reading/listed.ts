/** Movies that are spoken of by their place in the list shown last: "the second one", "number 3", "seen 1 and 4". */
import type { Movie } from "../../catalog/movie.ts";
import { titleWithYear } from "../../catalog/title-with-year.ts";

const ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth".split("|");
const ONE = "(?:one|movie|film|pick|option|suggestion|entry|title)s?";
const OF_THEM = "(?: (?:of|from|on|in) (?:them|these|those|(?:the|your|that|this) list))?";
/** What goes on tells of another: "the first film of Kubrick". */
const GOES_ON =
  "(?! (?:of|by|with|in|from|about\\b(?= \\S)|where|that|to|ever|time|part|half|season|night|date|evening|weekend|marathon|club|series)\\b)";
/** Behind "the second" where no "one" follows. */
const ENDS =
  "(?=\\s*(?:$|[,.;:!?)])| (?:is|was|looks?|sounds?|seems?|and|or|but|please|again|then|about|too)\\b)";

const PLACE = `(?<ordinal>${ORDINALS.join("|")})|(?<nth>\\d{1,2})(?:st|nd|rd|th)|(?<last>last)`;
/** "The second one", "the third", "last one" */
const BY_ORDINAL = new RegExp(
  `(?<!\\p{L})(?:the )?(?:${PLACE}) ${ONE}(?:${OF_THEM})${GOES_ON}(?!\\p{L})`,
  "giu",
);
const BY_BARE_ORDINAL = new RegExp(`(?<!\\p{L})the (?:${PLACE})${OF_THEM}${ENDS}`, "giu");
/** "Number 2", "#2", "no. 2" */
const BY_NUMBER =
  /(?<![\p{L}\p{N}])(?:the )?(?:number|nr\.?|no\.|option|#)\s?(?<nth>\d{1,2}|one|two|three|four|five)(?![\p{L}\p{N}])/giu;
/** "Seen 1 and 4", "more like 2", "info 3": numbers that nothing follows. */
const BY_DIGITS =
  /(?<=(?<!\p{L})(?:seen|watched|saw|know|loved?|liked?|hated?|disliked?|like|about|info|on|not|never|and|,)\s)(?<nth>\d{1,2})(?=\s*(?:$|[,.;!?]|(?:and|&|or|but|already|before)(?!\p{L})))/giu;
/** "All of them", "both of these", "seen both", "like those" */
const ALL =
  /(?<=(?<!\p{L})(?:seen|saw|watched|know|loved?|liked?|hated?) )(?:both|all)(?=\s*(?:$|[,.;!?]|(?:already|actually|before)(?!\p{L})))|(?<=(?<!\p{L})(?:like|near|similar to) )(?:them|those|these|both)(?= but(?!\p{L})|\s*(?:$|[,.;!?]))|(?<!\p{L})(?:all|both)(?: (?:of )?(?:them|these|those)| (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?: of (?:them|these|those))?)(?!\p{L})/giu;

const PATTERNS = [BY_ORDINAL, BY_BARE_ORDINAL, BY_NUMBER, BY_DIGITS];
const NUMBERS = ["one", "two", "three", "four", "five"];

/** Any such word begins or ends so: cheap, for most texts have none. */
const MAY_COUNT =
  /\d|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|number|all|both|them|those|these)\b/i;

/** The text with titles in place of such words, as far as the list has such a place. */
export function withTitlesListed(text: string, listed: readonly Movie[]): string {
  if (listed.length === 0 || !MAY_COUNT.test(text)) return text;
  const named = PATTERNS.reduce(
    (said, pattern) => said.replace(pattern, (...match) => titleAt(listed, match) ?? match[0]),
    text,
  );
  return named.replace(ALL, () => listed.map(titleWithYear).join(", "));
}

/** Whether it speaks of a place in some list; "the last one" is as often the one shown before. */
export const countsInAList = (text: string): boolean =>
  MAY_COUNT.test(text) &&
  [BY_ORDINAL, BY_NUMBER].some((pattern) => [...text.matchAll(pattern)].some(({ groups }) => !groups?.last));

/** @param match as a replacing function is given it, the groups last */
function titleAt(listed: readonly Movie[], match: readonly unknown[]): string | undefined {
  const { ordinal, nth, last } = match.at(-1) as Partial<Record<"ordinal" | "nth" | "last", string>>;
  const place = last
    ? listed.length - 1
    : ordinal
      ? ORDINALS.indexOf(ordinal.toLowerCase())
      : NUMBERS.includes(nth!.toLowerCase())
        ? NUMBERS.indexOf(nth!.toLowerCase())
        : Number(nth) - 1;
  const movie = listed[place];
  return movie && titleWithYear(movie);
}
