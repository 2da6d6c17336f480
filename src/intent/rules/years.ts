import type { Words } from "../words.ts";
import { anyOf, NUMBER, numberOf } from "./numbers.ts";
import type { Span } from "./spans.ts";

/** Both inclusive; 0 for no bound. */
export interface YearsRead {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}

interface Point extends Span {
  readonly from: number;
  readonly to: number;
}

const PART = String.raw`(?:(?<part>early|mid|middle|late|beginning of the|end of the|anfang|ende|mitte|principios de|finales de|debut|fin|inicio|final)[\s-]*(?:der |des |dos |de |to )?(?:los )?(?:the )?)?`;
const ARTICLE = `(?:the |los |las |les |der |den |die |de los |dos |os |des |del |year |years |films? of |ano |anos |annees |jahre[ns]? )*`;
const YEAR = String.raw`(?<![\d$#])(?<year>(?:18[89]|19\d|20[0-4])\d)(?!\d|\s?(?:minutes|mins|people|dollars))`;
const DECADES: readonly string[] = [
  String.raw`(?<![\d$])'?(?<full>(?:18|19|20)\d0)\s?'?s\b`,
  String.raw`(?<!\d)'?(?<short>\d0)\s?'?s\b`,
  String.raw`(?<!\d)(?<german>(?:(?:19|20))?\d0)\s?er[ns]?\b(?: jahren?)?`,
  String.raw`\b(?:anos|annees|decada de(?: los| 19)?|los|des annees|dos anos|les annees|decada)\s+'?(?<latin>(?:19|20)?\d0)\b(?!\s?(?:min|%))`,
  String.raw`(?<!\d)(?<japanese>(?:19|20)?\d0)\s?年代`,
];

/**
 * Years of release in a text: "the late 80s", "1990-1999", "since 2005", "last ten years".
 * Alternatives are read as one span from the first to the last.
 */
export function createYearReader({ years }: Words, thisYear: number): (plain: string) => YearsRead {
  const decadeOfWord = new Map(
    Object.entries(years.decades).flatMap(([year, words]) =>
      (words ?? []).map((word) => [anyOf([word]), Number(year)] as const),
    ),
  );
  const decadeWords = `\\b(?<word>${anyOf(Object.values(years.decades).flatMap((words) => words ?? []))})\\b`;
  const point = new RegExp(`${PART}(?:${[...DECADES, decadeWords, YEAR].join("|")})(?:年)?`, "gu");
  const before = (words: readonly string[]) =>
    new RegExp(`(?:^|[^\\p{L}])(?:${anyOf(words)})[\\s-]*(?:in |of )?${ARTICLE}$`, "u");
  const [beforeWords, afterWords, sinceWords, untilWords] = [
    before(years.before),
    before(years.after),
    before(years.since),
    before(years.until),
  ];
  const notFrom =
    /(?:\bnot|\bno|n't|\bnon|\bexcept|\bavoid|\bpas|\bnicht|\bhate)(?: (?:from|in|the|of|movies|films|des|aus|den|any|anything|made))*\s*$/u;
  const joins = new RegExp(`^\\s*,?\\s*(?:-|–|—|~|${anyOf(years.to)})\\s*(?:the )?${ARTICLE}$`, "u");
  const onwards =
    /^(?:\s*\+|\s*(?:films |movies )?(?:(?:and|or) )?(?:onwards?|on\b|later|newer|up\b|after|forward|beyond|present|today|younger)|\s*(?:-|to|until|till)\s*(?:now|today|the present|present)|\s*(?:以降|以後|から)|\s+o (?:mas|posterior))/u;
  const backwards = /^(?:\s*(?:and|or) (?:earlier|older|before|prior)|\s*(?:以前|まで))/u;
  const recent = new RegExp(`(?<!\\p{L})(?:${anyOf(years.recent)})(?!\\p{L})`, "u");
  const spans = years.spans.map((span) => ({
    ...span,
    pattern: new RegExp(`(?<!\\p{L})(?:${anyOf(span.words)})(?!\\p{L})`, "u"),
  }));
  const relative = new RegExp(
    `\\b(?:in |within |during |over |from )?(?:the |los |les |den |der |ces |nos )?(?:last|past|previous|ultimos|ultimas|letzten|dernieres|derniers)\\s+(?:(?<count>${NUMBER})\\s+)?(?<unit>years?|decades?|anos|annees|jahren?|dekaden|decadas)\\b`,
    "u",
  );
  const ofThisYear = /\b(?:this year|este ano|cette annee|dieses jahr|diesem jahr)(?:'?s)?\b/u;
  const ago = new RegExp(`\\b(?<count>${NUMBER})\\s+years? ago\\b`, "u");

  const atMostOld = new RegExp(
    `\\b(?:no|not|less|nothing|newer|younger) ?(?:older|more)? than (?<count>${NUMBER}) years?(?: old)?\\b`,
    "u",
  );

  const endsOf = (from: number, to: number, part: string | undefined): [number, number] => {
    if (!part) return [from, to];
    if (/^(early|beginning|anfang|principios|debut|inicio)/.test(part)) return [from, from + 4];
    if (/^(mid|middle|mitte)/.test(part)) return [from + 3, from + 6];
    return [from + 5, to];
  };

  const pointOf = (match: RegExpExecArray): Point => {
    const { part, year, full, short, german, latin, japanese, word } = match.groups!;
    const span = { start: match.index, end: match.index + match[0].length };
    if (year) return { ...span, from: Number(year), to: Number(year) };
    const digits = full ?? short ?? german ?? latin ?? japanese;
    const decade = digits ? fourDigits(digits) : decadeOfWord.get(word!)!;
    const [from, to] = endsOf(decade, decade + 9, part);
    return { ...span, from, to };
  };

  return (plain) => {
    const found = [...plain.matchAll(point)].map((match) => pointOf(match));
    const read: Span[] = found.map(({ start, end }) => ({ start, end }));
    let [from, to] = [0, 0];
    const plainly: Point[] = [];
    const note = (match: RegExpExecArray | null): match is RegExpExecArray => {
      if (!match) return false;
      read.push({ start: match.index, end: match.index + match[0].length });
      return true;
    };
    const noteAfter = ({ end }: Span, match: RegExpExecArray | null): boolean => {
      if (match) read.push({ start: end, end: end + match[0].length });
      return match !== null;
    };
    for (let i = 0; i < found.length; i++) {
      const start = found[i]!;
      let end = start;
      while (i + 1 < found.length && joins.test(plain.slice(end.end, found[i + 1]!.start))) end = found[++i]!;
      const [left, right] = [plain.slice(0, start.start), plain.slice(end.end)];
      const first = Math.min(start.from, end.from);
      const last = Math.max(start.to, end.to);
      if (end !== start) plainly.push({ ...start, from: first, to: last });
      else if (note(sinceWords.exec(left))) from = first;
      else if (note(untilWords.exec(left))) to = last;
      else if (note(beforeWords.exec(left))) to = first - 1;
      else if (note(afterWords.exec(left))) from = last + 1;
      else if (noteAfter(end, onwards.exec(right))) from = first;
      else if (noteAfter(end, backwards.exec(right))) to = last;
      else if (!notFrom.test(left)) plainly.push({ ...start, from: first, to: last });
    }
    if (plainly.length > 0 && from === 0 && to === 0) {
      from = Math.min(...plainly.map((each) => each.from));
      to = Math.max(...plainly.map((each) => each.to));
    }
    const ruled = (match: RegExpExecArray): boolean => notFrom.test(plain.slice(0, match.index));
    const young = atMostOld.exec(plain);
    if (note(young)) from = thisYear - numberOf(young.groups!.count!);
    if (from === 0 && to === 0) {
      const back = relative.exec(plain);
      const now = ofThisYear.exec(plain);
      const then = ago.exec(plain);
      if (note(back)) {
        const { count, unit } = back.groups!;
        const isDecade = /^d/.test(unit!);
        const number = count ? numberOf(count) : 1;
        if (!count && !isDecade && back[0].includes("last")) [from, to] = [thisYear - 1, thisYear - 1];
        else from = thisYear - (isDecade ? 10 * number : number);
      } else if (note(now)) [from, to] = [thisYear, thisYear];
      else if (note(then)) to = from = thisYear - numberOf(then.groups!.count!);
      else {
        for (const span of spans) {
          const match = span.pattern.exec(plain);
          if (!match || !note(match)) continue;
          if (!ruled(match)) ({ from, to } = span);
          break;
        }
        const match = recent.exec(plain);
        if (from === 0 && to === 0 && match && note(match) && !ruled(match))
          from = thisYear - years.recentYears;
      }
    }
    return { from, to, spans: read };
  };
}

/** The decade somebody means by two digits: this century's first two, else the last century's. */
function fourDigits(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) < 20 ? 2000 + Number(digits) : 1900 + Number(digits);
}
