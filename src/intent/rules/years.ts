import { FIRST_YEAR, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { Words } from "../words.ts";
import { ANY_NUMBER, anyOf, MORE, NUMBER, numberOf, wholeWord } from "./numbers.ts";
import { type Span, without } from "./spans.ts";

/** Years named in one place of a text, both inclusive; 0 for no bound. */
export interface YearMention extends Span {
  readonly from: number;
  readonly to: number;
  /** Beside other years, and not within them: "recent or from the 40s". */
  readonly isAlternative?: true;
}

/** Between what are alternatives: "the 70s or from the last ten years". */
const EITHER_OF =
  /^\s?,?\s?(?:or|oder|ou)(?: (?:else|maybe|from|of|in|the|anything|something|stuff|films?|movies?|ones|made|way|back|also|even)){0,6}\s?$/;

const PART = String.raw`(?:(?<part>early|mid|middle|late|beginning of the|end of the|anfang|ende|mitte|principios de|finales de|debut|fin|inicio|final|(?:primi|inizio|meta|fine)(?= (?:degli )?anni))[\s-]*(?:der |des |dos |de |to |degli )?(?:los )?(?:the )?)?`;
const ARTICLE = `(?:the |los |las |les |der |den |die |de los |dos |os |des |del |year |years |films? of |ano |anos |annees |anni |il |gli |degli |dal |dell' ?|jahre[ns]? ){0,4}`;
/** "From before I was born, I'm 45" */
const MY_AGE = /\b(?:i'?m|i am) (\d\d)\b(?! ?(?:min|%))/;
const BEFORE_BIRTH = /\b(?:older than me|before i was (?:even )?born|before my time)\b/;
/** What is called old is older: as "old movies" in the lists. */
const OLD_YEARS = 47;
/** "Adults in their thirties", "a woman in her 40s" */
const OF_AN_AGE = /\bin (?:their|his|her|my|our|your) (?:(?:early|mid|middle|late)[ -])?$/;
/** Characters in which the words around a year are looked for. */
const FARTHEST = 60;
const YEAR = String.raw`(?<![\d$#])(?<year>(?:18[89]|19\d|20[0-4])\d)(?!\d|\s?(?:minutes|mins|people|dollars))`;
/** "'94", and no decade. */
const SHORT_YEAR = String.raw`(?:(?<![\p{L}\d])'|(?<=\b(?:born in|im from|i'm from|i am from|released in|year) )(?=[3-9]))(?<shortYear>\d\d)(?!\d|\s?'?s\b|\s?ers?\b)`;
const DECADES: readonly string[] = [
  String.raw`(?<![\d$])'?(?<full>(?:18|19|20)\d0)\s?'?s\b`,
  String.raw`(?<!\d)'?(?<short>\d0)\s?'?s\b`,
  String.raw`(?<!\d)(?<german>(?:(?:19|20))?\d0)\s?er[ns]?\b(?: jahren?)?`,
  String.raw`\b(?:anos|annees|decada de(?: los| 19)?|los|des annees|dos anos|les annees|decada|anni)\s+'?(?<latin>(?:19|20)?\d0)\b(?!\s?(?:min|%))`,
  String.raw`(?<!\d)(?<asian>(?:19|20)?\d0)\s?(?:年代|년대)(?:\s?の?(?<partBehind>초반|중반|후반|초|말(?!고)|前半|半ば|後半))?`,
];

/** "I was born in 1982" tells an age, and asks for no year unless films are set against it. */
const BORN =
  /(?:\bborn|\bi'?m (?:only )?from|\bi am from|\bnacid?[oa]?|\bnaci|\bnee?|\bgeboren|\bnasci(?:d[oa])?)(?: (?:back )?(?:in|en|em|im jahr|on)(?: the)?)? $/;
const FROM_BIRTH =
  /\b(?:older than|before|younger than|newer than|my birth year|that year|from then|same year|year i was born|from the year)\b/;

/** "I've seen it three times this year" */
const OF_WHAT_WAS =
  /\b(?:times|seen|watched|rewatched|already|saw|far|met|moved|born|married|retired|graduated|started|started school|turned|turns|turning)(?: (?:it|them|him|her|all|again|out|here|up)){0,2} $/;

/** "Was a hit last year", "passed away last year" */
const WAS =
  /\b(?:was|were|had|did|saw|watched|died|away|hit|showed|went|read|loved|liked|hated|moved|got|broke|left|met|bought|lost|screened|played)\b[^.!?;,]{0,30}$/;

/** Where a text names years of release: "the late 80s", "1990-1999", "since 2005", "last ten years". */
export function createYearReader(
  { years }: Words,
  thisYear: number,
): (plain: string) => readonly YearMention[] {
  const decadeOfWord = new Map(
    Object.entries(years.decades).flatMap(([year, words]) =>
      (words ?? []).map((word) => [anyOf([word]), Number(year)] as const),
    ),
  );
  const decadeWords = `\\b(?<word>${anyOf(Object.values(years.decades).flatMap((words) => words ?? []))})\\b`;
  const point = new RegExp(
    `${PART}(?:${[...DECADES, decadeWords, YEAR, SHORT_YEAR].join("|")})(?:年|년)?`,
    "gu",
  );
  const before = (words: readonly string[]) =>
    new RegExp(
      `(?:^|[^\\p{L}])(?:${anyOf(words)})[\\s-]*(?:(?:in|of|like|about|around|maybe|say) )?${ARTICLE}$`,
      "u",
    );
  const [beforeWords, afterWords, sinceWords, untilWords] = [
    before(years.before),
    before(years.after),
    before(years.since),
    before(years.until),
  ];
  const joins = new RegExp(`^\\s*(?:,\\s*)?(?:-|–|—|~|${anyOf(years.to)})\\s*(?:the )?${ARTICLE}$`, "u");
  const onwards =
    /^(?:\s*\+|\s*(?:films |movies )?(?:(?:and|or) )?(?:onwards?|on\b|later|newer|up\b|after|forward|beyond|present|today|younger)|\s*(?:-|to|until|till)\s*(?:now|today|the present|present)|\s*(?:以降|以後|から|이후|부터)|\s+in (?:poi|avanti)|\s+o (?:mas|posterior))/u;
  const backwards =
    /^(?:\s*(?:and|or) (?:earlier|older|before|prior)|,? at (?:the )?latest|\s*(?:以前|まで|이전|까지))/u;
  // "I recently watched Bambi" is no wish for what is new
  const recent = new RegExp(
    wholeWord(years.recent, {
      before: MORE,
      behind: "| (?:watched|rewatched|saw|seen|finished|discovered|read|got|started|been|came)",
    }),
    "u",
  );
  const spans = years.spans.map((span) => ({
    ...span,
    pattern: new RegExp(wholeWord(span.words), "u"),
  }));
  const relative = new RegExp(
    `\\b(?:in |within |during |over |from )?(?:the |los |les |den |der |ces |nos |gli |negli |degli )?(?:last|past|previous|ultimos|ultimas|letzten|dernieres|derniers|ultimi)\\s+(?:(?<count>${ANY_NUMBER})(?:-?ish|\\s?odd|\\+| or so)?\\s+)?(?<unit>years?|yrs?|decades?|anos|annees|anni|jahren?|dekaden|decadas)\\b`,
    "u",
  );
  const relativeAsian = new RegExp(
    `(?:최근|지난|ここ|過去)\\s?(?<count>${ANY_NUMBER})\\s?(?:년|年)(?!대|代)`,
    "u",
  );
  const oldOnes =
    /\b(?<!good )old (?=(?:(?:black and white|english|british|french|german|italian|japanese|american|russian|spanish|swedish|school horror|scary|spooky|romantic|funny|sad|creepy) )*(?:movies?|films?|flicks?|myster(?:y|ies)|westerns?|comed(?:y|ies)|horrors?|thrillers?|musicals?|noirs?|romances?|dramas?|cartoons?|murder|detective|monster|spy|war|sci-?fi|gangster)\b)/;
  const ofThisYear =
    /\b(?:this year|este ano|cette annee|dieses jahr|diesem jahr|quest'anno)(?:'?s)?\b|올해|今年/u;
  const ago = new RegExp(
    `\\b(?<count>${NUMBER})(?:\\s+(?:(?:years?|yrs?) ago|anni fa)\\b|\\s?(?:년|年)\\s?(?:전|前))`,
    "u",
  );

  const atMostOld = new RegExp(
    `\\b(?:no|not|less|nothing|newer|younger) ?(?:older|more)? than (?<count>${NUMBER}) (?:years?|yrs?)(?: old)?\\b`,
    "u",
  );

  const endsOf = (from: number, to: number, part: string | undefined): [number, number] => {
    if (!part) return [from, to];
    if (/^(early|beginning|anfang|principios|debut|inicio|primi|inizio|초|前半)/.test(part))
      return [from, from + 4];
    if (/^(mid|middle|mitte|meta|중반|半ば)/.test(part)) return [from + 3, from + 6];
    return [from + 5, to];
  };

  const pointOf = (match: RegExpExecArray): YearMention => {
    const { part, partBehind, year, shortYear, full, short, german, latin, asian, word } = match.groups!;
    const span = { start: match.index, end: match.index + match[0].length };
    if (year || shortYear) {
      const single = year ? Number(year) : fourDigits(shortYear!);
      return { ...span, from: single, to: single };
    }
    const digits = full ?? short ?? german ?? latin ?? asian;
    const decade = digits ? fourDigits(digits) : decadeOfWord.get(word!)!;
    const [from, to] = endsOf(decade, decade + 9, part ?? partBehind);
    return { ...span, from, to };
  };

  const isAge = (plain: string, { start }: YearMention): boolean =>
    OF_AN_AGE.test(plain.slice(Math.max(0, start - FARTHEST), start));

  const isBirth = (plain: string, { start, end }: YearMention): boolean =>
    BORN.test(plain.slice(Math.max(0, start - FARTHEST), start)) &&
    !FROM_BIRTH.test(plain.slice(0, start)) &&
    !FROM_BIRTH.test(plain.slice(end));

  /** "Older than me, I'm from 84" */
  const thanOneself = (plain: string, mention: YearMention): YearMention => {
    if (!BORN.test(plain.slice(Math.max(0, mention.start - FARTHEST), mention.start))) return mention;
    if (/\b(?:older than|before) (?:me|(?:my|our) time|i (?:am|was)|us|we (?:are|were))\b/.test(plain))
      return { ...mention, from: 0, to: mention.from - 1 };
    if (/\b(?:younger|newer) than (?:me|i am|us|we are)\b/.test(plain))
      return { ...mention, from: mention.to + 1, to: 0 };
    return mention;
  };

  /** Words that only count where no year and no decade is named. */
  const relativeTo = (plain: string): YearMention | undefined => {
    const back = relative.exec(plain);
    if (back) {
      const { count, unit } = back.groups!;
      const isDecade = /^d/.test(unit!);
      const isOfWhatWas = WAS.test(plain.slice(Math.max(0, back.index - FARTHEST), back.index));
      if (!count && !isDecade && back[0].includes("last") && !isOfWhatWas)
        return { ...spanOf(back), from: thisYear - 1, to: thisYear - 1 };
      if (count || isDecade || !isOfWhatWas)
        return {
          ...spanOf(back),
          from: thisYear - (isDecade ? 10 : 1) * (count ? numberOf(count) : 1),
          to: 0,
        };
    }
    const backAsian = relativeAsian.exec(plain);
    if (backAsian)
      return { ...spanOf(backAsian), from: thisYear - numberOf(backAsian.groups!.count!), to: 0 };
    const now = ofThisYear.exec(plain);
    if (now && !OF_WHAT_WAS.test(plain.slice(Math.max(0, now.index - FARTHEST), now.index)))
      return { ...spanOf(now), from: thisYear, to: thisYear };
    const age = MY_AGE.exec(plain);
    if (age && BEFORE_BIRTH.test(plain))
      return { ...spanOf(age), from: 0, to: thisYear - Number(age[1]) - 1 };
    const old = oldOnes.exec(plain);
    if (old) return { ...spanOf(old), from: 0, to: thisYear - OLD_YEARS };
    const then = ago.exec(plain);
    if (then) {
      const year = thisYear - numberOf(then.groups!.count!);
      return { ...spanOf(then), from: year, to: year };
    }
    for (const { pattern, from, to } of spans) {
      const match = pattern.exec(plain);
      if (match) return { ...spanOf(match), from, to };
    }
    const match = recent.exec(plain);
    return match ? { ...spanOf(match), from: thisYear - years.recentYears, to: 0 } : undefined;
  };

  return (plain) => {
    const points = [...plain.matchAll(point)]
      .map((match) => pointOf(match))
      .filter((mention) => !isBirth(plain, mention) && !isAge(plain, mention))
      .map((mention) => thanOneself(plain, mention));
    const mentions: YearMention[] = [];
    for (let i = 0; i < points.length && mentions.length < MOST_OF_A_LIST; i++) {
      const first = points[i]!;
      let last = first;
      while (i + 1 < points.length && joins.test(plain.slice(last.end, points[i + 1]!.start)))
        last = points[++i]!;
      const { start, end } = { start: first.start, end: last.end };
      const [from, to] = [Math.min(first.from, last.from), Math.max(first.to, last.to)];
      if (last === first) mentions.push(boundedBy(plain, first) ?? first);
      else mentions.push({ start, end, from, to });
    }
    const young = atMostOld.exec(plain);
    if (young) mentions.push({ ...spanOf(young), from: thisYear - numberOf(young.groups!.count!), to: 0 });
    if (mentions.length > 0) return withAlternative(plain, mentions);
    const mention = relativeTo(plain);
    return mention ? [mention] : [];
  };

  /** "Recent or from the 40s": what is said by today beside years that are named. */
  function withAlternative(plain: string, mentions: readonly YearMention[]): readonly YearMention[] {
    const other = relativeTo(without(plain, mentions));
    const beside = mentions.find(
      (mention) =>
        other !== undefined &&
        EITHER_OF.test(plain.slice(Math.min(mention.end, other.end), Math.max(mention.start, other.start))),
    );
    return other && beside ? [...mentions, { ...other, isAlternative: true }] : mentions;
  }

  /** "Since 2005", "the 60s or earlier": what the words around a point make of it. */
  function boundedBy(plain: string, { start, end, from, to }: YearMention): YearMention | undefined {
    const left = plain.slice(Math.max(0, start - FARTHEST), start);
    const right = plain.slice(end, end + FARTHEST);
    for (const [words, bounds] of [
      [sinceWords, { from, to: 0 }],
      [untilWords, { from: 0, to }],
      [beforeWords, { from: 0, to: from - 1 }],
      [afterWords, { from: to + 1, to: 0 }],
    ] as const) {
      const match = words.exec(left);
      if (match) return { start: start - left.length + match.index, end, ...bounds };
    }
    for (const [words, bounds] of [
      [onwards, { from, to: 0 }],
      [backwards, { from: 0, to }],
    ] as const) {
      const match = words.exec(right);
      if (match) return { start, end: end + match[0].length, ...bounds };
    }
    return undefined;
  }
}

const BEFORE_YEARS =
  /\b(?:between|from|since|after|before|until|till|in|of|by|than|year) (?:the (?:year |films of )?)?$/;
const BEHIND_YEARS = /^\s?(?:-|–|to|and|until|till|through)\s?(?:18|19|20)\d\d(?!\d)/;

/** Whether a title that is a number is a year here: "between 2001 and 2005", and not "something like 2001". */
export function isYear(plain: string, { start, end }: Span): boolean {
  return (
    /^(?:18|19|20)\d\d$/.test(plain.slice(start, end)) &&
    (BEFORE_YEARS.test(plain.slice(Math.max(0, start - FARTHEST), start)) ||
      BEHIND_YEARS.test(plain.slice(end)))
  );
}

/**
 * What mentions of years ask for together. Alternatives are one span from the first to the last, bounds narrow
 * it; what is ruled out and has no end bounds it from the other side.
 */
export function settleYears(
  wanted: readonly YearMention[],
  ruledOut: readonly YearMention[],
): Pick<MovieRequest, "yearFrom" | "yearTo" | "yearsOut"> {
  if (wanted.some(({ isAlternative }) => isAlternative)) return eitherOf(wanted, ruledOut);
  const spans = wanted.filter(({ from, to }) => from > 0 && to > 0);
  const bounds = [
    ...wanted.filter(({ from, to }) => from === 0 || to === 0),
    ...ruledOut.flatMap(({ from, to }) =>
      from === 0 ? [{ from: to + 1, to: 0 }] : to === 0 ? [{ from: 0, to: from - 1 }] : [],
    ),
  ];
  const bound = { from: Math.max(0, ...bounds.map(({ from }) => from)), to: lowest(bounds) };
  const span = {
    from: spans.length === 0 ? 0 : Math.min(...spans.map(({ from }) => from)),
    to: Math.max(0, ...spans.map(({ to }) => to)),
  };
  const apart = bound.from > span.to || (bound.to > 0 && bound.to < span.from);
  const ranges = ruledOut.filter(({ from, to }) => from > 0 && to > 0);
  const distinct = new Map(
    ranges.map(({ from, to }) => [`${from}-${to}`, { from: possible(from), to: possible(to) }]),
  );
  return {
    yearFrom: possible(apart ? bound.from : Math.max(bound.from, span.from)),
    yearTo: possible(
      apart || span.to === 0 ? bound.to : bound.to === 0 ? span.to : Math.min(bound.to, span.to),
    ),
    yearsOut: [...distinct.values()].slice(0, MOST_OF_A_LIST),
  };
}

/** One span from the first to the last, and what lies between is ruled out. */
function eitherOf(
  wanted: readonly YearMention[],
  ruledOut: readonly YearMention[],
): Pick<MovieRequest, "yearFrom" | "yearTo" | "yearsOut"> {
  const inOrder = [...wanted].sort((a, b) => a.from - b.from);
  const yearsOut = ruledOut
    .filter(({ from, to }) => from > 0 && to > 0)
    .map(({ from, to }) => ({ from, to }));
  let last = endOf(inOrder[0]!);
  for (const next of inOrder.slice(1)) {
    if (next.from > last + 1) yearsOut.push({ from: last + 1, to: next.from - 1 });
    last = Math.max(last, endOf(next));
  }
  return {
    yearFrom: possible(inOrder[0]!.from),
    yearTo: Number.isFinite(last) ? last : 0,
    yearsOut: yearsOut.sort((a, b) => a.from - b.from).slice(0, MOST_OF_A_LIST),
  };
}

const endOf = ({ to }: YearMention): number => (to === 0 ? Number.POSITIVE_INFINITY : to);

/** Before the first film there is none to be asked for; 0 stays no bound. */
const possible = (year: number): number => (year === 0 ? 0 : Math.max(FIRST_YEAR, year));

/** 0 where none has an end. */
function lowest(bounds: readonly { readonly to: number }[]): number {
  const ends = bounds.map(({ to }) => to).filter((to) => to > 0);
  return ends.length === 0 ? 0 : Math.min(...ends);
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

/** The decade somebody means by two digits: this century's first three, else the last century's. */
function fourDigits(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) < 30 ? 2000 + Number(digits) : 1900 + Number(digits);
}
