/** What films are to be from now on, or never, or at some times: "never superheroes", "no horror on weekdays", "on Sundays only comedies". */
import { fameOf } from "../../catalog/fame.ts";
import { findTitle, isTitle } from "../../catalog/naming.ts";
import { moviesIn } from "../../catalog/title-match.ts";
import type { Act, Times } from "../acts.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import type { Said } from "./said.ts";
import { type TimesSaid, timesSaid } from "./times-said.ts";

const POLITE = "(?:please |pls |and |also |but |ok,? |from now on,? ){0,3}";
const SHOWING =
  "(?:(?:ever |again )?(?:show|suggest|recommend|give|play|pick|want to see|want|watch)(?: (?:me|us))? )?";

/** What is behind it is never wanted. */
const NEVER = new RegExp(
  `^${POLITE}(?:i (?:never|don'?t ever) |we never |never |don'?t ever |nothing |no (?:more )?|(?:hide|avoid|ban|block|spare me|stop (?:showing|suggesting)(?: me)?) |(?:i |we )?(?:don'?t|do not|can'?t) (?:want|like|do|show|suggest|watch) )${SHOWING}(.{2,80})$`,
  "i",
);
/** And what is behind it alone is. */
const ONLY = [
  new RegExp(
    `^${POLITE}(?:(?:i|we)(?: will|'ll| can)? )?(?:only|just|nothing but|nothing except|nothing other than|always)(?: ever)? (?:to )?${SHOWING}(.{2,80})$`,
    "i",
  ),
  new RegExp(
    `^${POLITE}(?:(?:i|we) )?(?:show|suggest|recommend|give|want|watch|like)(?: (?:me|us))? (?:only|just|nothing but) (.{2,80})$`,
    "i",
  ),
];
/** "Horror only", at some times: at all others it is not wanted. */
const ONLY_THEN = [
  new RegExp(`^${POLITE}(?:(?:i|we) )?${SHOWING}(.{2,80}?),? only$`, "i"),
  new RegExp(`^${POLITE}(?:i|we) only (?:watch|see|do) (.{2,80})$`, "i"),
];
/** It is for good without saying when. */
const FOR_GOOD =
  /^(?:please |pls |and |also |but |ok,? |from now on,? ){0,3}(?:i |we )?(?:never|don'?t ever)\b|\b(?:ever|ever again|for good|from now on|any ?more)$/i;
const ONLY_FOR_GOOD =
  /^(?:please |pls |and |also |but |ok,? ){0,3}from now on\b|\b(?:only|just) ever\b|\b(?:for good|from now on)$/i;
const BEHIND = /,? (?:again|ever|ever again|for good|from now on|any ?more|please|pls)$/i;
/** What is behind it is always wanted: of lengths alone. */
const ALWAYS = new RegExp(
  `^${POLITE}(?:always|only ever) ${SHOWING}((?:something |films? |movies? )?(?:under|below|shorter than|less than|no longer than|at most|max(?:imum)?) .{2,40})$`,
  "i",
);

/** "No horror and no war films", "no horror, nothing scary" */
const ALL_OF_THEM = /(?:,| and| or|,? nor)(?: and)? (?:no|nothing|never|not) /gi;

const TAKEN_BACK =
  "(?:please |ok,? |and |i |we ){0,2}(?:forget|drop|lift|cancel|remove|scrap|end|undo|take back|delete|ignore|never mind)(?: about)?";
const FINE = "(?:fine|ok|okay|alright|good|allowed|welcome|possible)";
const AGAIN = [
  /^(?:i|we|you) (?:(?:can|could|may) (?:watch|see|show me|show us|suggest)|like|watch) (.{2,60}) (?:again|after all)$/i,
  new RegExp(`^(.{2,60}) (?:is|are) ${FINE} (?:again|now|after all)$`, "i"),
  /^(?:allow|bring back|unhide|unblock|unmute|unban) (.{2,60}?)(?: again)?$/i,
  /^(?:(?:please |ok,? |and ){0,2}(?:forget|drop|lift|cancel|remove|scrap|end|undo|take back|delete)(?: about)? (?:the |my |that |this )?)(?:no |only |never |rule (?:about|on|against|for) |ban on )?(.{2,60}?)(?: (?:rule|thing|ban|wish|limit|restriction))$/i,
  /^(?:please |ok,? |and ){0,2}(?:forget|drop|lift|cancel|remove|scrap|end|take back|delete) (?:the |my |that )?(?:rule (?:about|on|against|for)|ban on) (.{2,60})$/i,
  // as it was said: "forget no horror"
  new RegExp(
    `^${TAKEN_BACK} (?:the |my |that )?(?:no |never |only |nothing but |nothing )${SHOWING}(.{2,60})$`,
    "i",
  ),
  /^(?:no |never |only |nothing but |nothing )?(.{2,60}) (?:no longer (?:holds|counts|applies)|(?:doesn't|does not) (?:hold|count|apply) any ?(?:more|longer)|(?:is|are) no longer (?:banned|out|off limits))$/i,
];
/** What is behind it can be nothing but what was said, in whatever words: "the length limit", "what I said about subtitles". */
const SAID_OF = [
  new RegExp(
    `^${TAKEN_BACK} (?:what|whatever|everything|all|anything)(?: that)? (?:i|we) (?:said|told you|ever said) (?:about|on|of) (?:no |never |only |the |my )?(.{2,60})$`,
    "i",
  ),
  /^(?:(?:please |ok,? |and ){0,2}(?:forget|lift|cancel|scrap|end|take back)(?: about)? )(?:the |my |that )?(.{2,60}?) (?:rule|ban|limit|restriction)s?$/i,
];
const ALL_RULES = new RegExp(
  `^(?:${TAKEN_BACK}|(?:please )?(?:clear|restore)) (?:all )?(?:of )?(?:my|the|those|these|our) (?:rules|limits|bans|wishes|restrictions|lasting wishes|refusals)$`,
  "i",
);
/** At certain times it can mean nothing else. */
const FINE_THEN = new RegExp(`^(.{2,60}) (?:is|are) ${FINE}$`, "i");
const ANYTHING = /^(?:anything|everything|all) (?:goes|is fine|is ok|is okay)(?: again)?$/i;

export function readFromNowOn(
  catalog: Said["catalog"],
  text: string,
  understand: (text: string) => MovieRequest,
): Act | undefined {
  const always = ALWAYS.exec(text)?.[1];
  const { runtimeTo = 0 } = always === undefined ? {} : understand(always);
  if (runtimeTo > 0) return { kind: "refuse", request: { ...emptyRequest(), runtimeFrom: runtimeTo } };
  const said = timesSaid(text);
  return (
    (said && (readAllowed(said.rest, understand, said.times) ?? readThen(said, understand))) ??
    readAllowed(text, understand) ??
    readForGood(catalog, text, understand)
  );
}

function readThen({ times, rest, isBehind }: TimesSaid, understand: (text: string) => MovieRequest) {
  const text = rest.replace(BEHIND, "").replace(BEHIND, "");
  const then = isBehind && !times.isOutside ? firstOf(ONLY_THEN, text) : undefined;
  if (then !== undefined) return refusal(then, understand, { ...times, isOutside: true });
  const only = firstOf(ONLY, text);
  if (only !== undefined) return insistence(only, understand, times);
  const what = NEVER.exec(text)?.[1];
  return what === undefined ? undefined : refusal(what, understand, times);
}

function readForGood(
  catalog: Said["catalog"],
  text: string,
  understand: (text: string) => MovieRequest,
): Act | undefined {
  const bare = text.replace(BEHIND, "").replace(BEHIND, "");
  const only = ONLY_FOR_GOOD.test(text) ? firstOf(ONLY, bare) : undefined;
  if (only !== undefined) return insistence(only, understand);
  const what = FOR_GOOD.test(text) ? NEVER.exec(bare)?.[1] : undefined;
  return what === undefined || isKnownTitle(catalog, what) ? undefined : refusal(what, understand);
}

function refusal(what: string, understand: (text: string) => MovieRequest, times?: Times): Act | undefined {
  const request = requestNaming(what.replace(ALL_OF_THEM, " and "), understand);
  return request && { kind: "refuse", request, ...(times && { times }) };
}

/** What these words keep away. A bare name may be the beginning of a title: "adam sandler" is of whoever is in films. */
function requestNaming(what: string, understand: (text: string) => MovieRequest): MovieRequest | undefined {
  const request = understand(what);
  if (names(request, what)) return request;
  const withThem = /^\p{L}+(?: [\p{L}.'-]+){1,3}$/u.test(what) ? understand(`with ${what}`) : undefined;
  return withThem && withThem.peopleIn.length > 0 && names(withThem, what) ? withThem : undefined;
}

function insistence(
  what: string,
  understand: (text: string) => MovieRequest,
  times?: Times,
): Act | undefined {
  const requests = alternatives(what, understand);
  return requests.every((request) => names(request, what))
    ? { kind: "insist", requests, ...(times && { times }) }
    : undefined;
}

/** "Comedies or westerns", "comedies and westerns": no film need be both; "short and funny ones" are. */
function alternatives(what: string, understand: (text: string) => MovieRequest): MovieRequest[] {
  const either = what.split(/,? or |, | and | & /i).map(understand);
  const isEach = either.every(({ genresIn, audience }) => genresIn.length > 0 || audience !== "any");
  return isEach ? either : what.split(/,? or /i).map(understand);
}

/** The times may stand in the middle: "horror on weekdays is fine again". @param then that stood at one end */
function readAllowed(
  text: string,
  understand: (text: string) => MovieRequest,
  then?: Times,
): Act | undefined {
  if (then && ANYTHING.test(text)) return { kind: "allow", said: text, times: then };
  if (!then && ALL_RULES.test(text)) return { kind: "allow", said: text };
  const again = firstOf(AGAIN, text);
  const of = firstOf(SAID_OF, text);
  const told = of ?? again ?? FINE_THEN.exec(text)?.[1];
  const inside = told === undefined ? undefined : timesSaid(told);
  const times = then ?? inside?.times;
  const said = inside?.rest ?? told;
  if (said === undefined || (of === undefined && again === undefined && !times)) return undefined;
  const request = requestNaming(said, understand) ?? (of === undefined ? undefined : emptyRequest());
  return request && { kind: "allow", said, request, ...(times && { times }) };
}

function firstOf(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Nothing but what films can be kept away by. */
const names = (request: MovieRequest, said: string): boolean =>
  request.kind === "request" &&
  [request.favourites, request.similarTo, request.titlesOut, request.about].every(
    (list) => list.length === 0,
  ) &&
  (request.runtimeFrom + request.runtimeTo + request.yearFrom + request.yearTo > 0 ||
    (request.audience !== "any" && !/^(?:with|for) /i.test(said)) ||
    [
      request.genresIn,
      request.moodsIn,
      request.keywordsIn,
      request.standings,
      request.peopleIn,
      request.languages,
      request.languagesOut,
      request.countries,
    ].some((list) => list.length > 0));

/** "Never Superheroes" and "never zombies" are hardly of a film by that name; "never Aliens" is. */
function isKnownTitle(catalog: Said["catalog"], title: string): boolean {
  const movies = moviesIn(findTitle(catalog, title));
  return movies.length > 0 ? movies.some((movie) => fameOf(movie) >= KNOWN_FROM) : isTitle(catalog, title);
}

/** Ratings of a film that many have heard of. */
const KNOWN_FROM = 1_000;
