/** Wishes that hold from now on: "never superheroes", "no horror after ten", "never longer than two hours", "subtitles are fine". */
import { fameOf } from "../../catalog/fame.ts";
import { findTitle, isTitle } from "../../catalog/naming.ts";
import type { Act, Hours } from "../acts.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { HOUR, minuteSaid } from "./hour-said.ts";
import { readReminder } from "./reminders.ts";
import type { Said } from "./said.ts";
import { readServices } from "./services.ts";
import { timeZoneNamed } from "./time-zones.ts";

const POLITE = "(?:please |pls |and |also |but |ok,? |from now on,? ){0,3}";
const SHOWING =
  "(?:(?:ever |again )?(?:show|suggest|recommend|give|play|pick|want to see|want|watch)(?: (?:me|us))? )?";

/** What is behind it is never wanted. */
const NEVER = new RegExp(
  `^${POLITE}(?:i (?:never|don't ever) |we never |never |don't ever |nothing |no (?:more )?|(?:i |we )?(?:don't|do not|can't) (?:(?:want|like|do|show|suggest|watch) ))${SHOWING}(.{2,80})$`,
  "i",
);
/** It is for good without saying when. */
const FOR_GOOD =
  /^(?:please |pls |and |also |but |ok,? |from now on,? ){0,3}(?:i |we )?(?:never|don't ever)\b|\b(?:ever|ever again|for good|from now on)$/i;
const BEHIND = /,? (?:again|ever|ever again|for good|from now on|please|pls)$/i;
/** What is behind it is always wanted: of lengths alone. */
const ALWAYS = new RegExp(
  `^${POLITE}(?:always|only ever) ${SHOWING}((?:something |films? |movies? )?(?:under|below|shorter than|less than|no longer than|at most|max(?:imum)?) .{2,40})$`,
  "i",
);

const AT_TIME = new RegExp(
  `,? (?:once it's |if it's |when it's )?(?:(after|past|from|before|until) ${HOUR} ?(pm|am|p\\.m\\.|a\\.m\\.|o'clock|h|uhr)?(?: at night| in the evening| on| onwards)?|(?:(late )?(?:at|in the) (night|nights|evenings?|mornings?)|(?:before|at) (bed|bedtime|sleep)|(?:during|in) the (day|daytime|afternoons?)))$`,
  "i",
);

const SUBTITLES =
  "(?:reading |having to read |watching (?:with )?|(?:films|movies|things|stuff) (?:with|that have) )?(?:subtitles|subs|subtitled (?:films|movies|ones))";
const FINE = [
  new RegExp(
    `^${POLITE}${SUBTITLES} (?:are|is) (?:\\p{L}+ ){0,2}(?:fine|ok|okay|good|great|cool|no problem|not a problem|welcome|allowed)(?: (?:with|by|for) (?:me|us))?(?: too| as well| again)?$`,
    "iu",
  ),
  new RegExp(`^${POLITE}(?:i|we) (?:don't|do not) mind ${SUBTITLES}$`, "iu"),
  new RegExp(
    `^${POLITE}(?:i'm|i am|we're|we are) (?:\\p{L}+ )?(?:fine|ok|okay|good|cool|happy) with ${SUBTITLES}$`,
    "iu",
  ),
];
const NO_SUBTITLES = [
  new RegExp(
    `^${POLITE}(?:i|we) (?:really )?(?:hate|can't stand|cannot stand|don't do|don't like|do not like|dislike|can't do|never read|never want|never watch(?: with)?) ${SUBTITLES}$`,
    "iu",
  ),
  new RegExp(
    `^${POLITE}(?:never|no more) (?:show me |suggest |give me )?(?:anything |something |a (?:film|movie) |films? |movies? )?(?:with )?${SUBTITLES}(?: again| ever| please)?$`,
    "iu",
  ),
  new RegExp(`^${POLITE}no ${SUBTITLES} (?:ever|ever again|for (?:me|us)|for good|from now on)$`, "iu"),
  new RegExp(`^${POLITE}${SUBTITLES} are (?:not (?:fine|ok|okay|for me)|a no(?: go)?|out)$`, "iu"),
];
const SUBTITLES_EITHER_WAY = new RegExp(
  `^(?:restore|forget about|i don't care about|never mind) ${SUBTITLES}$`,
  "i",
);

const TIME_ZONE =
  /^(?:(?:please )?set )?(?:my |our )?time ?zone(?: is| to|:)? (?:is )?([\p{L}/_ +-]{2,40})$|^(?:i|we) live in ([\p{L}/_ -]{2,40})$/iu;
const AGAIN =
  /^(?:i|we) (?:can |could )?(?:watch|see|like|want) (.{2,60}) again$|^(.{2,60}) (?:is|are) (?:fine|ok|okay|allowed|welcome) again$|^(?:allow|bring back|unhide|unblock|unmute) (.{2,60}?)(?: again)?$/i;

export function readLasting(
  { catalog, text: typed }: Pick<Said, "catalog" | "text">,
  understand: (text: string) => MovieRequest,
): Act | undefined {
  const text = typed
    .trim()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .replace(/[.!]{1,3}$/, "")
    .replace(/,? (?:please|pls)$/i, "");
  if (FINE.some((pattern) => pattern.test(text))) return { kind: "settle", subtitles: "fine" };
  if (NO_SUBTITLES.some((pattern) => pattern.test(text))) return { kind: "settle", subtitles: "never" };
  if (SUBTITLES_EITHER_WAY.test(text)) return { kind: "restore", title: "subtitles" };
  const [, told, home] = TIME_ZONE.exec(text) ?? [];
  const timeZone = timeZoneNamed(told ?? home ?? "");
  if (timeZone !== undefined) return { kind: "settle", timeZone };
  if (told !== undefined) return { kind: "settle", unknownZone: told };
  const services = readServices(text);
  if (services) return services;
  const reminder = readReminder(catalog, text);
  if (reminder) return reminder;
  const allowed = AGAIN.exec(text)?.slice(1).find(Boolean);
  if (allowed !== undefined && names(understand(allowed))) return { kind: "restore", title: allowed };
  return refusal(catalog, text, understand);
}

function refusal(
  catalog: Said["catalog"],
  text: string,
  understand: (text: string) => MovieRequest,
): Act | undefined {
  const always = ALWAYS.exec(text)?.[1];
  if (always !== undefined) {
    const { runtimeTo } = understand(always);
    return runtimeTo > 0
      ? { kind: "refuse", request: { ...emptyRequest(), runtimeFrom: runtimeTo } }
      : undefined;
  }
  const time = AT_TIME.exec(text);
  const hours = time ? hoursOf(time) : undefined;
  const bare = time && hours ? text.slice(0, time.index) : text;
  const isForGood = FOR_GOOD.test(bare);
  if (!hours && !isForGood) return undefined;
  const what = NEVER.exec(bare.replace(BEHIND, "").replace(BEHIND, ""))?.[1];
  if (what === undefined || (!hours && isKnownTitle(catalog, what))) return undefined;
  const request = understand(what);
  return names(request) ? { kind: "refuse", request, ...(hours && { hours }) } : undefined;
}

/** Nothing but what films can be kept away by. */
const names = (request: MovieRequest): boolean =>
  request.kind === "request" &&
  [request.favourites, request.similarTo, request.titlesOut, request.about].every(
    (list) => list.length === 0,
  ) &&
  (request.runtimeFrom + request.yearFrom + request.yearTo > 0 ||
    [
      request.genresIn,
      request.moodsIn,
      request.keywordsIn,
      request.peopleIn,
      request.languages,
      request.languagesOut,
      request.countries,
    ].some((list) => list.length > 0));

/** "Never Superheroes" is hardly of a film by that name; "never Aliens" is. */
function isKnownTitle(catalog: Said["catalog"], title: string): boolean {
  const found = findTitle(catalog, title);
  return found.kind === "one" ? fameOf(found.movie) >= KNOWN_FROM : isTitle(catalog, title);
}

/** Ratings of a film that many have heard of. */
const KNOWN_FROM = 1_000;

/** When a night is over. */
const MORNING = 6 * 60;
const AT_NIGHT = 22 * 60;

function hoursOf([, word, hour, half, , part, bed, day]: RegExpExecArray): Hours | undefined {
  if (bed !== undefined) return { from: 21 * 60, to: MORNING };
  if (day !== undefined)
    return day.startsWith("after") ? { from: 12 * 60, to: 18 * 60 } : { from: MORNING, to: 18 * 60 };
  if (part !== undefined) return PARTS.find(([begin]) => part.toLowerCase().startsWith(begin))?.[1];
  const minute = minuteSaid(
    hour!.toLowerCase(),
    half?.toLowerCase().replaceAll(".", ""),
    /before|until/i.test(word!),
  );
  if (minute === undefined) return undefined;
  if (/before|until/i.test(word!)) return { from: MORNING, to: minute };
  return { from: minute, to: minute < MORNING || minute >= 12 * 60 ? MORNING : 12 * 60 };
}

const PARTS: readonly (readonly [string, Hours])[] = [
  ["night", { from: AT_NIGHT, to: MORNING }],
  ["evening", { from: 18 * 60, to: MORNING }],
  ["morning", { from: MORNING, to: 12 * 60 }],
];
