/** What a request comes to once all its parts are read. */
import { emptyRequest, MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import { OCCASION_OF } from "../terms.ts";
import { add } from "./fill.ts";
import type { Clues } from "./kind.ts";

/** "Less gory", "more action" */
export const isOfDegree = (plain: string): boolean =>
  /(?<!\bno )\b(?:less|more|fewer) (?!than\b|like\b|known\b|popular\b|\p{L}+ than (?!this\b|that\b|it\b|these\b|those\b|the\b))/u.test(
    plain,
  );

/** @param isMore it compares, or takes something away: it goes on from the request before */
export function settledRefinement(
  { similarTo }: MovieRequest,
  said: MovieRequest["refinement"],
  isMore: boolean,
  plain: string,
): MovieRequest["refinement"] {
  const isLike = similarTo.length > 0;
  if (said === "none") return isMore && !isLike ? "adjust" : "none";
  return isLike && !/\b(?:same|instead|this time)\b/.test(plain) ? "none" : said;
}

interface Read extends Pick<Clues, "filters" | "wordsRead" | "named" | "asksForPlot" | "likened"> {
  readonly compares: boolean;
  /** How many times it is said who watches. */
  readonly company: number;
}

/** What the kind of a text is told by. */
export function cluesOf(request: MovieRequest, { compares, company, ...read }: Read): Clues {
  const { refinement, drops, shifts, howMany } = request;
  const { runtimeFrom, runtimeTo, yearFrom, yearTo } = request;
  const count = (...lists: readonly (readonly unknown[])[]) =>
    lists.reduce((sum, list) => sum + list.length, 0);
  const firmly =
    company +
    count(
      request.titlesOut,
      request.genresIn,
      request.genresOut,
      request.similarTo,
      request.yearsOut,
      request.certificates,
    ) +
    (yearFrom + yearTo + runtimeFrom + runtimeTo);
  const ruledOut = count(
    request.genresOut,
    request.peopleOut,
    request.moodsOut,
    request.keywordsOut,
    request.yearsOut,
    request.languagesOut,
    request.countriesOut,
  );
  return {
    ...read,
    refines: refinement !== "none" || drops.length > 0,
    drops: drops.length > 0,
    searches: refinement === "another" || shifts.length > 0 || howMany > 0 || compares,
    loved: request.favourites.length > 0,
    rulesOut: ruledOut > 0,
    occasion: request.audience !== "any",
    firm: firmly > 0,
    timed: firmly > 0 && firmly === runtimeFrom + runtimeTo,
  };
}

/** "Some music" asks for the medium, not for films with that theme. */
const THEME_OF_MEDIUM: ReadonlyMap<string, string> = new Map([
  ["music", "music"],
  ["game", "video games"],
]);

/** Of what is no film: "a game like witcher" is to be like a game as well. */
export function settleMedium(request: MovieRequest, plain: string): void {
  const itself = THEME_OF_MEDIUM.get(request.medium);
  const isLike = /\blike\b/.test(plain);
  Object.assign(request, {
    about: [],
    ideally: [],
    similarTo: isLike ? [] : request.similarTo,
    keywordsIn: isLike ? [] : request.keywordsIn.filter((keyword) => keyword !== itself),
  });
}

export const FOR_ADULTS =
  /\b(?:(?<!not )for (?:us |an? )?(?:adults?|grown[ -]?ups?)|(?:adults?|grown[ -]?ups?)(?: only|(?:[ -]oriented)? (?:animat\w+|cartoons?|anime|fairy ?tales?|fantasy))|(?:not|isn'?t|aren'?t|nothing|never) (?:\w+ ){0,2}(?:for|at|to) (?:\w+ )?(?:kids|children)|not (?:an? )?(?:kids?'?s?|children'?s?|kiddie|childish) (?:\w+)|no kids'? (?:stuff|movies?|films?))\b/;
/** "Nothing that's kids stuff" */
const NO_CHILDRENS_FILM =
  /\b(?:no|not|isn'?t|aren'?t|ain'?t|nothing|never|without|non)[ -](?:(?:just|really|for|an?|the|another|more|like|too) ){0,2}(?:kids?'?s?|children'?s?|kiddie|kiddy|childish|child)[ -]?(?:stuff|movies?|films?|fare|things?|ones?|flicks?|cartoons?)\b/;
/** Kinds of which most is for children. */
const MOSTLY_FOR_CHILDREN = { genres: ["Animation", "Fantasy"], themes: ["fairy tale", "superhero", "toys"] };

/** "Animated, but for adults": what suits children is left out where most would. */
export function settleAdults(request: MovieRequest, plain: string): void {
  if (request.audience === "kids") return;
  if (NO_CHILDRENS_FILM.test(plain)) add(request.genresOut, "Children");
  if (!FOR_ADULTS.test(plain)) return;
  const { genres, themes } = MOSTLY_FOR_CHILDREN;
  const isOfChildren =
    request.similarTo.length > 0 ||
    request.genresIn.some((genre) => genres.includes(genre)) ||
    request.keywordsIn.some((theme) => themes.includes(theme));
  if (!isOfChildren) return;
  add(request.genresOut, "Children");
  add(request.keywordsOut, "kids");
  if (request.genresIn.includes("Animation")) add(request.keywordsIn, DRAWN_FOR_ADULTS);
}

/** A tag: what is no children's film is not yet drawn for adults. */
const DRAWN_FOR_ADULTS = "adult animation";

/** So much else that is asked for says what is wanted. */
const ENOUGH = 2;

interface LeftOver {
  /** The story of one film is told. */
  readonly isPlotAsked: boolean;
  /** Who is there says all of the occasion. */
  readonly isCompany: boolean;
  /** Of what films are to be about, what is asked for as their subject, whatever films are named beside it. */
  readonly subjects: readonly string[];
}

/**
 * Words that are left over where films are named, or much else is asked for, are told besides: they order, and rule nothing out.
 * So does who is there, where anything is asked for: "a thriller to watch with my wife".
 */
export function settleLeftovers(request: MovieRequest, { isPlotAsked, isCompany, subjects }: LeftOver): void {
  const { similarTo, favourites, genresIn, moodsIn, keywordsIn, peopleIn } = request;
  const named = similarTo.length + favourites.length > 0;
  const asked = [genresIn, moodsIn, keywordsIn, peopleIn].filter((list) => list.length > 0).length;
  const occasion = OCCASION_OF[request.audience];
  if (occasion && isCompany && (named || asked > 0)) add(request.ideally, occasion);
  if (isPlotAsked || !(named || asked >= ENOUGH)) return;
  const others = request.about.filter((words) => !subjects.includes(words));
  request.ideally = [...request.ideally, ...others].slice(0, MOST_OF_A_LIST);
  request.about = request.about.filter((words) => subjects.includes(words));
}

/** Where nothing else is asked for, films must be about it. */
const onlyAbout = (request: MovieRequest): MovieRequest =>
  request.about.length > 0 ? request : { ...request, about: request.ideally, ideally: [] };

/** Of what asks for nothing only that is left which may be gone by. */
export function settledKind(request: MovieRequest, filters: number, isOfOneself: boolean): MovieRequest {
  switch (request.kind) {
    case "request":
      return filters === 0 && request.similarTo.length === 0 ? onlyAbout(request) : request;
    case "smalltalk":
      return { ...emptyRequest("smalltalk"), about: isOfOneself ? [] : onlyAbout(request).about };
    case "feedback":
      return { ...emptyRequest("feedback"), favourites: request.favourites, titlesOut: request.titlesOut };
    default:
      return emptyRequest(request.kind);
  }
}
