import { LONGEST_MINUTES } from "../request.ts";
import type { Words } from "../words.ts";
import { readClockWindow } from "./clock-windows.ts";
import { anyOf, MORE, numberOf, wholeWord } from "./numbers.ts";
import type { Span } from "./spans.ts";

/** In minutes, both inclusive; 0 for no bound. */
export interface RuntimeRead {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}

const COUNT = String.raw`\d{1,2}(?:[.,]\d)?|an|a|one|two|three|four|five|una?|deux|trois|dos|tres|zwei|drei|eine[rn]?|duas|une|half an|un'|due|tre|quattro|한|두|세|네`;
const HOURS = `(?:hours?|hrs?|h|horas?|heures?|stunden?|std|時間|ora|ore|시간)`;
const MINUTES = `(?:minutes?|mins?|minutos?|minuten|分|minuti|분)`;
const DURATION = new RegExp(
  [
    String.raw`(?<!\p{L}|\d)(?<hours>${COUNT})[\s-]?(?:and a (?<halfBefore>half)[\s-])?${HOURS}(?!\p{Script=Latin})(?:\s?(?:and |y |et |und |e )?(?:a )?(?<half>half|(?:three )?quarters?|media|demie?|halb|半|mezz[ao]|반)|\s?(?:and |y |et |und |e )?(?<more>\d{1,2}|ten|fifteen|twenty|thirty|forty|forty[ -]five|fifty)\s?(?:${MINUTES}|m)?(?![\p{L}\d]))?`,
    String.raw`(?<!\p{L}|\d)(?<andHalf>one|two|1|2) and a (?<andPart>half|quarter) hours?`,
    String.raw`(?<!\p{L}|\d)hour (?:and )?(?:a )?(?<pastHour>half|(?:three )?quarters?|ten|fifteen|twenty|thirty|forty[ -]five|forty|fifty)(?!\p{L})`,
    String.raw`(?<!\p{L}|\d)(?<minutes>\d{2,3}|ninety|sixty|eighty|a hundred|hundred|one hundred|fifty|novanta|sessanta|cento)[\s-]?${MINUTES}(?!\p{Script=Latin})`,
  ].join("|"),
  "gu",
);
const MINUTES_IN_WORDS: Readonly<Record<string, number>> = {
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  "forty five": 45,
  fifty: 50,
  sixty: 60,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  "a hundred": 100,
  "one hundred": 100,
  sessanta: 60,
  novanta: 90,
  cento: 100,
};
const HOURS_IN_WORDS: Readonly<Record<string, number>> = {
  "half an": 0.5,
  un: 1,
  una: 1,
  une: 1,
  eine: 1,
  einer: 1,
  einen: 1,
  deux: 2,
  dos: 2,
  zwei: 2,
  duas: 2,
  trois: 3,
  tres: 3,
  drei: 3,
  "un'": 1,
  due: 2,
  tre: 3,
  quattro: 4,
  한: 1,
  두: 2,
  세: 3,
  네: 4,
};
/** Characters in which what denies a length is looked for. */
const FARTHEST = 60;
/** What is so long, behind it: "no three hour slogs". */
const SO_LONG =
  /^[\s-]?(?:long )?(?:slogs?|epics?|marathons?|monsters?|films?|movies?|things?|ones?|jobs?|sagas?|beasts?|snooze ?fests?|bore ?fests?|behemoths?|nonsense|stuff)(?!\p{L})/u;
/** "Not 3 hours", "no 3-hour epics" */
const NOT_SO_LONG =
  /(?:^|[^\p{L}])(?:not|no|isn't|isnt|aren't|nothing|never|avoid|without|no more|kein|keine|keinen|nicht|pas|pas de|sin|nada de|non|não)\s(?:an? |another |any |some |these |those |like |that'?s |one of (?:those|these|the) )?$/u;
/** "At least 90 minutes but no more than 110" */
const OTHER_BOUND =
  /^,? ?(?:but |and )?(?:no (?:more|longer) than|not (?:more|longer|over)(?: than)?|under|less than|at most|up to|max) (?<minutes>\d{2,3})(?!\d|\s?\p{L})/u;
/** "A 12 hour flight", "three hours of people talking": so long something else takes; spaces are words read of a story. */
const OF_SOMETHING_ELSE =
  /^[\s-]?(?:long |straight )?(?:shifts?|hikes?|walks?|work ?days?|meetings?|nights?|of (?:sleep|work|driving|flying|waiting|people|men|women|them|him|her|nothing|misery|boredom|talk|dialogue|talking|screaming|crying|walking|staring|shouting|yelling|fighting|whining|moping|my (?:life|time))|at work|in (?:the |a )?(?:car|bus|train|plane)|on (?:the |a )?(?:bus|train|plane|road))\b|^ of {3}/;
const SPENT =
  /\b(?:stuck|stranded|waiting|delayed|worked|working|slept|drove|driving|flying|waited|cried|crying|sobbed|laughed|laughing|sat|argued|queued|scrolled|scrolling|searched|searching|walked|talked)\b[^,.;!?]{0,40}$/;
/** "A 2 hour flight", "the train takes 90 minutes": a film that is to be seen to its end is no longer; where it is very long any film is seen. */
const TRIP =
  "(?:flights?|drives?|commutes?|journeys?|layovers?|waits?|trips?|delays?|rides?|train(?: ride)?|bus(?: ride)?|plane|ferry|break|lunch(?: break| hour)?|naps?)";
const OF_A_TRIP = new RegExp(`^[\\s-]?(?:long )?${TRIP}\\b`);
const TRIP_TAKES = new RegExp(
  `\\b${TRIP}(?: home| back| there| in)?(?:'s| is| was| takes| lasts| will be| of)(?: only| about| just| roughly| around)? $`,
);
const TRIP_BEHIND = /\b(?:after|had|just did|did|survived|finished) (?:an? |my |our |the )?$/;

/** "Anything over 100 minutes and I'm asleep" */
const ANYTHING_OVER = /\banything (?:over|longer than|past|above|more than|beyond) $/;
const TIRES_BEHIND =
  /^[^.;!?]{0,24}\b(?:asleep|dozing|nod(?:ding)? off|snor\w+|zon\w+ out|gone|out cold|bored|fidget\w*|lose interest|lost me|too (?:long|much))\b/;
/** "A sub 90 thriller" */
const SUB = /(?<![\p{L}\d])sub[- ](?<minutes>[6-9]\d|1\d\d)(?![\d.,]|[\s-]?(?:zero|par))/u;

/** "A 95 minute slot", "exactly 2 hours before the train": no more time is left than that. */
const SLOT =
  /^[\s-]?(?:slot|window|gap|time slot|of time|(?:until|till|before) (?:the|my|our) \p{L}+|until|till|before (?:we|i|he|she|they|bed))(?!\p{L})/u;
const LESSONS =
  /(?<![\p{L}\d])(?<count>two|three|four|2|3|4) (?<minutes>[2-9]\d)[- ]?min(?:ute)?s? (?:periods?|lessons?|classes|sessions?|sittings?|parts|slots|evenings|halves)(?!\p{L})/u;
/** "The babysitter leaves in 100 minutes so it has to be done by then" */
const BY_THEN =
  /^[^.;!?]{0,40}\b(?:by then|before (?:that|then)|in time|can'?t go over|cannot go over|can'?t run over|that'?s (?:it|all)|and no more|no longer)\b/;
/** "Under 85": minutes, where nothing else is counted. */
const BARE_MINUTES = /(?<![\p{L}\d])(?<minutes>[6-9]\d|1\d\d|2[0-3]\d)(?![\d.,:%$€£+'’]|[\s-]?\p{L}|\s?\d)/gu;
const BARE_BEFORE_ASKING =
  /(?<![\p{L}\d])(?<minutes>[6-9]\d|1\d\d|2[0-3]\d)(?= (?:pls|plz|please|max|tops|or less|or under|ideally|if possible|but|and|for|with))/gu;
/** "5 hours, no wifi": who says no more than that so much time is left has enough for a film of any length. */
const LONGEST_LEFT_MINUTES = 240;
/** Nobody looks for a film this short; "give me five minutes" is no running time. */
const SHORTEST_MINUTES = 15;

/** Running times in a text: "under two hours", "1h30 max", "between 90 and 120 minutes". */
export function createRuntimeReader({ runtimes, negation }: Words): (plain: string) => RuntimeRead {
  const before = (words: readonly string[]) =>
    new RegExp(
      `(?:^|[^\\p{L}])(?:${anyOf(words)})\\s*(?:about |only |just |exactly |like |maybe |than |de |a |the |le |di |circa )?$`,
      "u",
    );
  const after = (words: readonly string[]) =>
    new RegExp(`^(?:을|를|이|가|은|는)?[\\s,-]*(?:long )?(?:${anyOf(words)})(?!\\p{Script=Latin})`, "u");
  const [most, mostAfter] = [before(runtimes.atMost), after(runtimes.atMost.filter(mayFollow))];
  const [least, leastAfter] = [before(runtimes.atLeast), after(runtimes.atLeast.filter(mayFollow))];
  const plus = /^\s?\+/u;
  const joined = /^\s*(?:-|–|to|and|y|et|und|e|a|bis|에서|~)\s*$/u;
  const spans = runtimes.spans.map((span) => ({
    ...span,
    pattern: new RegExp(wholeWord(span.words, { before: MORE }), "u"),
  }));

  /** "Non mi va un film lungo", "긴 영화는 싫어" */
  const deniedBefore = new RegExp(
    `(?:^|[^\\p{L}])(?:${anyOf(negation.negators)})(?: [\\p{L}']{1,12}){0,3} ?$`,
    "u",
  );
  const deniedAfter = new RegExp(
    `^(?:\\p{Script=Hangul}|の|は|が|を|映画)? ?(?:${anyOf(negation.postposed)})`,
    "u",
  );
  const isDenied = (plain: string, { start, end }: Span): boolean =>
    deniedBefore.test(plain.slice(Math.max(0, start - FARTHEST), start)) ||
    deniedAfter.test(plain.slice(end));

  /** "Two 50 minute lessons" */
  const lessons = (plain: string): RuntimeRead | undefined => {
    const match = LESSONS.exec(plain);
    if (!match) return undefined;
    const span = { start: match.index, end: match.index + match[0].length };
    return { from: 0, to: numberOf(match.groups!.count!) * Number(match.groups!.minutes), spans: [span] };
  };
  /** "A thriller under 85" */
  const bareBound = (plain: string): RuntimeRead | undefined => {
    const sub = SUB.exec(plain);
    if (sub) {
      const span = { start: sub.index, end: sub.index + sub[0].length };
      return { from: 0, to: Number(sub.groups!.minutes), spans: [span] };
    }
    for (const match of [...plain.matchAll(BARE_MINUTES), ...plain.matchAll(BARE_BEFORE_ASKING)]) {
      const left = plain.slice(0, match.index);
      const bound = most.exec(left);
      if (!bound || OF_AN_AGE.test(left)) continue;
      const span = { start: bound.index, end: match.index + match[0].length };
      return { from: 0, to: Number(match.groups!.minutes), spans: [span] };
    }
    return undefined;
  };

  return (plain) => {
    const found = [...plain.matchAll(DURATION)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length, minutes: minutesOf(match) }))
      .filter(({ minutes }) => minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES)
      .filter((span) => !isOfSomethingElse(plain, span));
    const byClock = readClockWindow(plain);
    if (byClock) return { from: 0, to: byClock.minutes, spans: [byClock, ...found] };
    const ofLessons = lessons(plain);
    if (ofLessons) return ofLessons;
    const [first, second] = found;
    const bare = first ? undefined : bareBound(plain);
    if (bare) return bare;
    if (!first) {
      for (const { pattern, from, to } of spans) {
        const match = pattern.exec(plain);
        if (!match) continue;
        const span = { start: match.index, end: match.index + match[0].length };
        const denied = from > 0 && isDenied(plain, span);
        return denied ? { from: 0, to: from - 1, spans: [span] } : { from, to, spans: [span] };
      }
      return { from: 0, to: 0, spans: [] };
    }
    const range = rangeBefore(plain, first.start);
    if (range) return { from: range.minutes, to: first.minutes, spans: [...found, range] };
    if (second && joined.test(plain.slice(first.end, second.start)))
      return { from: first.minutes, to: second.minutes, spans: found };
    let [from, to] = [0, 0];
    const read: Span[] = [...found];
    for (const { start, end, minutes } of found) {
      const [left, right] = [plain.slice(0, start), plain.slice(end)];
      const behind = mostAfter.exec(right) ?? leastAfter.exec(right);
      if (behind) read.push({ start: end, end: end + behind[0].length });
      const slot = SLOT.exec(right);
      if (slot) read.push({ start: end, end: end + slot[0].length });
      const bound = most.exec(left) ?? least.exec(left);
      if (bound) read.push({ start: bound.index, end: start });
      const ofTrip = tripBeside(left, right);
      if (ofTrip) {
        read.push({ start: start - ofTrip.before, end: end + ofTrip.behind });
        if (minutes <= LONGEST_LEFT_MINUTES && !TRIP_BEHIND.test(left)) to = minutes;
        continue;
      }
      const denied = NOT_SO_LONG.exec(left);
      if (denied) read.push({ start: denied.index, end: end + (SO_LONG.exec(right)?.[0].length ?? 0) });
      const hasUntil = UNTIL.test(left) && minutes <= LONGEST_LEFT_MINUTES;
      if (
        most.test(left) ||
        TIRES.test(left) ||
        slot ||
        BY_THEN.test(right) ||
        hasUntil ||
        (ANYTHING_OVER.test(left) && TIRES_BEHIND.test(right))
      )
        to = minutes;
      else if (least.test(left)) from = minutes;
      else if (mostAfter.test(right)) to = minutes;
      else if (leastAfter.test(right) || plus.test(right)) from = minutes;
      else if (denied) to = minutes - runtimes.aroundMinutes;
      else if (minutes <= LONGEST_LEFT_MINUTES)
        [from, to] = [minutes - runtimes.aroundMinutes, minutes + runtimes.aroundMinutes];
    }
    const other = OTHER_BOUND.exec(plain.slice(first.end));
    const minutes = Number(other?.groups?.minutes);
    if (other && from > 0 && to === 0 && minutes > from)
      return { from, to: minutes, spans: [...read, { start: first.end, end: first.end + other[0].length }] };
    return { from, to, spans: read };
  };
}

/** "For somebody under 85", "we got 80" */
const OF_AN_AGE =
  /\b(?:aged?|people|somebody|someone|anyone|i'?ve got|i have|we have|we'?ve got|got|has|scored?|iq)(?: \p{L}+)? $/u;
/** "He falls asleep in anything over 2 hours": no longer than that */
const TIRES =
  /\b(?:asleep|do(?:zes?|ses?) off|nods? off|zones? out|bored|fidgety|restless|los(?:es?|ing) interest|sit through|sit still|patience)\b[^.;!?]{0,40}$/;
/** "Going to bed in 2 hours" */
/** "Falls asleep after 20 minutes" asks for no film as short as that. */
const SHORTEST_FILM = 60;
const BEHIND = /\bafter (?:about |around |like |the first |just )?$/;
const UNTIL =
  /\b(?:bed|leav\w*|home|start\w*|work|back|up|arriv\w*|land\w*|here|over|sleep) (?:again )?in (?:about |like |around )?$/;
const isOfSomethingElse = (plain: string, { start, end, minutes }: Span & { minutes: number }): boolean =>
  OF_SOMETHING_ELSE.test(plain.slice(end)) ||
  (minutes < SHORTEST_FILM && BEHIND.test(plain.slice(Math.max(0, start - FARTHEST), start))) ||
  (!BY_THEN.test(plain.slice(end)) && SPENT.test(plain.slice(Math.max(0, start - FARTHEST), start)));

/** The words of a trip beside a length: how many characters before it and behind. */
function tripBeside(
  left: string,
  right: string,
): { readonly before: number; readonly behind: number } | undefined {
  const [takes, of] = [TRIP_TAKES.exec(left), OF_A_TRIP.exec(right)];
  return takes || of ? { before: takes?.[0].length ?? 0, behind: of?.[0].length ?? 0 } : undefined;
}

/** "between 90 and" before "120 minutes". */
function rangeBefore(plain: string, end: number): (Span & { minutes: number }) | undefined {
  const match = /(?<!\d)(\d{2,3}|\d(?:[.,]5)?|one|two|three)\s?(?:-|–|to|and|y|et|und|bis)\s?$/u.exec(
    plain.slice(0, end),
  );
  if (!match) return undefined;
  const number = numberOf(match[1]!);
  return { start: match.index, end, minutes: number < 10 ? number * 60 : number };
}

function minutesOf({ groups }: RegExpExecArray): number {
  const { hours, half, halfBefore, more, andHalf, andPart, pastHour, minutes } = groups!;
  if (minutes) return minutesIn(minutes);
  if (andHalf) return numberOf(andHalf) * 60 + partOfHour(andPart!);
  if (pastHour) return 60 + partOfHour(pastHour);
  const whole = (HOURS_IN_WORDS[hours!] ?? numberOf(hours!)) * 60;
  const part = half ?? halfBefore;
  return Math.round(whole + (part ? partOfHour(part) : minutesIn(more ?? "0")));
}

/** "Half", "three quarters", "forty" */
function partOfHour(said: string): number {
  if (/quarter/.test(said)) return /three/.test(said) ? 45 : 15;
  return MINUTES_IN_WORDS[said.replace("-", " ")] ?? 30;
}

const minutesIn = (text: string): number => MINUTES_IN_WORDS[text.replace("-", " ")] ?? Number(text);

/** Words that can also stand behind the time: "two hours max", "90 minutes or less". */
const mayFollow = (word: string): boolean =>
  /^(?:max|tops|or |no more|no longer|is (?:my|our|the|all)|cap|limit|ceiling|at most|at the|absolute|minimum|o meno|al massimo|massimo|以|未|\p{Script=Hangul})/u.test(
    word,
  );
