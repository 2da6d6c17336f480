/** Stars and points: "4/5", "8 out of 10", "I give Heat 3.5 stars", "four stars". */
import type { Catalog } from "../../catalog/catalog.ts";
import { findTitle, isTitle } from "../../catalog/naming.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { Act } from "../acts.ts";
import { verdictIn } from "../verdict/verdict.ts";
import { type Rating, readCommand } from "./command.ts";
import type { Said } from "./said.ts";
import { saidOf } from "./said-of.ts";
import { isPronoun } from "./titles.ts";

const NUMBER = "(\\d{1,3}(?:[.,]\\d)?)( ?½| and a half)?";
const POINTS = new RegExp(
  `(?<![\\d/.,$]|\\d )${NUMBER} ?(?:/|out of|von|sur|de|su) ?(5|10|100)(?: stars?| points?)?(?![\\d/]|\\p{L})`,
  "iu",
);
const STARS = new RegExp(
  `(?<![\\d/.,$])${NUMBER}[ -]?(?:stars?|⭐|★|sternen?|[ée]toiles?|estrellas?|stell[ae])(?!\\p{L})`,
  "iu",
);
const SIGNS = /^(?:(?:⭐|🌟)\ufe0f?|★){1,5}☆{0,4}$/u;

const NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** Before "stars" and "out of", and behind the latter: "a five-star film" is no rating, and "one star" is. */
const NUMBER_WORDS = new RegExp(
  `(?<!\\p{L})(?:one(?= star(?!\\p{L}))|(?:${NUMBERS.join("|")})(?=(?: and a half)? (?:stars|out of)(?!\\p{L}))|(?<=out of )(?:five|ten)(?!\\p{L}))`,
  "giu",
);
/** What may be a rating, seen at a glance. */
const MAY_RATE = /\d|⭐|🌟|★|(?<!\p{L})(?:stars?|out of)(?!\p{L})/iu;

/** What stands around a rating, and says nothing else. */
const AROUND =
  /^(?:(?:i|we)(?:'d| would|'ll)?|give|gave|rate|rated|score|scored|giving|it'?s|it|this|that|one|movie|film|a|an|the|solid|easy|strong|weak|about|around|maybe|at|as|for|from|me|to|is|was|gets?|got|deserves?|my|rating|score|overall|probably|like|of|easily|honestly|seen|watched|already|out|with|would|be|around|just|only|,|:|-|=|!|\.)$/i;

interface Rated {
  readonly rating: Rating;
  /** The text without the rating. */
  readonly around: string;
}

function ratingIn(said: string): Rated | undefined {
  const text = said.replace(NUMBER_WORDS, (word) => String(NUMBERS.indexOf(word.toLowerCase())));
  if (SIGNS.test(text)) return { rating: { stars: [...text.matchAll(/⭐|🌟|★/gu)].length }, around: "" };
  const points = POINTS.exec(text);
  const found = points ?? STARS.exec(text);
  if (!found) return undefined;
  const value = Number(found[1]!.replace(",", ".")) + (found[2] ? 0.5 : 0);
  const scale = points ? Number(points[3]) : 5;
  if (value > scale) return undefined;
  return {
    rating: {
      stars: Math.max(0.5, Math.round((10 * value) / scale) / 2),
      ...(scale !== 5 && { points: `${value}/${scale}` }),
    },
    around: text.replace(found[0], " ").replace(/\s+/g, " ").trim(),
  };
}

/** Less than this is no like, and more than the other no dislike: between them it is only known that it was seen. */
const LEAST_OF_A_LIKE = 3.5;
const MOST_OF_A_DISLIKE = 2.5;

/** A message that rates the movie on the table, or one that is named, and says nothing else. */
export function readRating({
  catalog,
  context,
  text,
}: Pick<Said, "catalog" | "context" | "text">): Act | undefined {
  if (!MAY_RATE.test(text)) return undefined;
  const rated = ratingIn(text.trim().replaceAll("’", "'"));
  if (!rated) return undefined;
  const { rating, around } = rated;
  const { stars } = rating;
  const verdict = stars >= LEAST_OF_A_LIKE ? "like" : stars <= MOST_OF_A_DISLIKE ? "dislike" : "seen";
  const isOfTable = around.split(/\s+|(?=[,:!.])/).every((word) => word === "" || AROUND.test(word));
  if (isOfTable) return context.table && { kind: "answer", verdict, rating };
  const title = titleIn(catalog, around);
  return title === undefined ? undefined : { kind: "mark", verdict, title, rating };
}

const HOW_MUCH =
  "(?:it (?:was|is)|but|though|although|just|(?:a )?bit|a little|a tad|way|much|far|rather|quite|somewhat|slightly)";
const TOO_MUCH = "(?:too|zu|trop|demasiado|troppo) \\p{L}{2,20}";
const FAULTS =
  "long|slow|short|dark|sad|grim|violent|bloody|gory|scary|loud|silly|cheesy|dull|flat|boring|predictable|confusing|dated|uneven|weird";
/** Whoever gives stars has seen it, and why it were not more of them is no wish: "too long", "a bit slow", "could have been shorter". */
const REMARK = new RegExp(
  `^(?:(?:${HOW_MUCH} ){0,3}${TOO_MUCH}|(?:${HOW_MUCH} ){1,3}(?:${FAULTS})|(?:${HOW_MUCH} ){0,3}over-?long|(?:${HOW_MUCH} ){0,2}(?:could|should) (?:have been|be) \\p{L}{2,20})(?: for (?:me|us|my (?:taste|liking))| though| at times| in places)?$`,
  "iu",
);
/** When somebody saw what they rate. */
const WATCHED =
  /^(?:(?:i|we)(?:'ve| have)? )?(?:(?:just|finally|already) )?(?:seen|saw|watched) (?:it|this|that)(?: one)?(?: (?:already|today|yesterday|tonight|last \p{L}{3,9}|(?:a|some) (?:while|time) ago|(?:years|ages|months) ago))?$/iu;
/** Also where no comma is written before such a remark: "4 stars but too long", "4/5 - too long", "4 stars too long". */
const CLAUSE_ENDS = new RegExp(
  `[,;!\\n](?!\\d) ?|\\.(?!\\d) ?| [-–—] (?=\\d|${TOO_MUCH})| (?=(?:but|though|although) (?:${HOW_MUCH} )?${TOO_MUCH})|(?<=stars?|⭐|★|/5|/10) (?=${TOO_MUCH}$)`,
  "iu",
);

interface RatedAmong {
  readonly acts: readonly Act[];
  readonly rest: string;
}

/** Stars, and what is said around them: "4/5, something similar", "seen it, 4 stars, too long", "Heat: seen it, 4 stars". */
export function readRatingAmong(said: Pick<Said, "catalog" | "context" | "text">): RatedAmong | undefined {
  const headed = readHeaded(said);
  if (headed) return headed;
  const clauses = said.text
    .split(CLAUSE_ENDS)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const acts = clauses.map((text) => readRating({ ...said, text }));
  const at = acts.findIndex((act) => act !== undefined);
  const act = acts[at];
  if (clauses.length < 2 || !act) return undefined;
  const marks = acts.filter((one) => one?.kind === "mark");
  if (marks.length > 1)
    return { acts: marks, rest: clauses.filter((_, place) => acts[place] === undefined).join(", ") };
  const others = clauses.filter((_, place) => place !== at);
  const titles = others.map((clause) => titleSaid(said.catalog, clause));
  const title = titles.find((one) => one !== undefined);
  const mayBeOfAnother =
    title === undefined && clauses.slice(0, at).some((clause) => said.catalog.mentions(clause).length > 0);
  if (act.kind === "answer" && mayBeOfAnother) return undefined;
  const rest = others.filter(
    (clause, place) =>
      titles[place] === undefined &&
      verdictIn(clause).kind !== "verdict" &&
      !REMARK.test(clause) &&
      !WATCHED.test(clause),
  );
  const isOther = title !== undefined && act.kind === "answer" && act.verdict !== "skip";
  return {
    acts: [isOther ? { ...act, kind: "mark", verdict: act.verdict, title } : act],
    rest: rest.join(", "),
  };
}

/** "Heat: ", "Heat - ", and "Heat, " where it can be nothing but a title: what is behind it is of that film. */
const HEAD = /^([^:;!?\n]{1,80}?)(:| [-–—]|,) (\S.*)$/su;

function readHeaded({
  catalog,
  context,
  text,
}: Pick<Said, "catalog" | "context" | "text">): RatedAmong | undefined {
  const [, head = "", sign, behind = ""] = HEAD.exec(text.trim()) ?? [];
  if (!MAY_RATE.test(behind) || isPronoun(head.toLowerCase()) || AROUND.test(head) || !isTitle(catalog, head))
    return undefined;
  const [mention, ...others] = catalog.mentions(head);
  if (sign === "," && (mention?.sureness !== "sure" || others.length > 0)) return undefined;
  const [movie] = moviesIn(findTitle(catalog, head));
  if (!movie) return undefined;
  const inner = { catalog, context: { ...context, table: movie, isElsewhere: false }, text: behind };
  const whole = readRating(inner);
  const among = whole ? { acts: [whole], rest: "" } : readRatingAmong(inner);
  const [act] = among?.acts ?? [];
  if (!among || act?.kind !== "answer" || act.verdict === "skip") return undefined;
  return { ...among, acts: [{ ...act, kind: "mark", verdict: act.verdict, title: head }] };
}

/** The film that a clause is about: "saw Heat yesterday" before "4 stars". */
function titleSaid(catalog: Catalog, clause: string): string | undefined {
  const command = readCommand(clause);
  if (command?.kind === "mark" && isTitle(catalog, command.title)) return command.title;
  const of = saidOf(catalog, clause) ?? saidOf(catalog, `I ${clause}`);
  const [title, ...others] = of?.titles ?? [];
  return others.length === 0 ? title : undefined;
}

/** What may stand before a title that is rated, and behind it. */
const LEADS = new Set(
  "i we i'd we'd would give gave rate rated score scored my rating for to goes a an the solid loved liked enjoyed hated saw watched just finally recently".split(
    " ",
  ),
);
const TRAILS = new Set(
  "is was get gets got deserves a an at as with about solid easy for to : - = , .".split(" "),
);
/** In words. */
const LONGEST_TITLE = 12;

function titleIn(catalog: Catalog, around: string): string | undefined {
  const words = around.split(/\s+|(?=[:,.!]$)/).filter((word) => word !== "");
  const leads = words.findIndex((word) => !LEADS.has(word.toLowerCase()));
  const ends = words.findLastIndex((word) => !TRAILS.has(word.toLowerCase())) + 1;
  for (let from = 0; from <= leads; from++) {
    for (let to = words.length; to >= Math.max(ends, from + 1); to--) {
      const title = words.slice(from, to).join(" ");
      if (to - from <= LONGEST_TITLE && !isPronoun(title) && isTitle(catalog, title)) return title;
    }
  }
  return undefined;
}
