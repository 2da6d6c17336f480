/** How what is read goes into a request. */
import { MOST_OF_A_LIST, type MovieRequest } from "../request.ts";
import type { Droppable } from "../terms.ts";
import type { Meaning } from "./vocabulary.ts";

export function add<T>(list: T[], value: T): void {
  if (!list.includes(value) && list.length < MOST_OF_A_LIST) list.push(value);
}

export function fill(request: MovieRequest, meaning: Meaning, wanted: boolean): void {
  switch (meaning.field) {
    case "genres":
      add(wanted ? request.genresIn : request.genresOut, meaning.value);
      break;
    case "moods":
      add(wanted !== (meaning.out ?? false) ? request.moodsIn : request.moodsOut, meaning.value);
      break;
    case "keywords":
      add(wanted !== (meaning.out ?? false) ? request.keywordsIn : request.keywordsOut, meaning.value);
      break;
    case "tones":
      add(wanted ? request.ideally : request.keywordsOut, meaning.value);
      break;
    case "standings":
      if (wanted) add(request.standings, meaning.value);
      else if (meaning.value !== "acclaimed")
        add(request.standings, meaning.value === "popular" ? "hidden gem" : "popular");
      break;
    case "audience":
      // who watches with children watches what is fit for them, whatever the occasion
      if (wanted && (request.audience === "any" || meaning.value === "kids"))
        request.audience = meaning.value;
      // "Anime, not for kids", where most of it is; "a thriller, the kids are asleep" rules out nothing
      if (!wanted && meaning.value === "kids" && request.genresIn.includes("Animation"))
        add(request.genresOut, "Children");
      break;
    case "languages":
      add(wanted !== (meaning.out ?? false) ? request.languages : request.languagesOut, meaning.value);
      break;
    case "countries":
      add(wanted ? request.countries : request.countriesOut, meaning.value);
      break;
    case "shifts":
      if (wanted) add(request.shifts, meaning.value);
  }
}

/** "Any decade but the 2000s" says what is asked for, and drops nothing. */
export function asksFor(request: MovieRequest, part: Droppable): boolean {
  switch (part) {
    case "years":
      return request.yearFrom > 0 || request.yearTo > 0 || request.yearsOut.length > 0;
    case "genres":
      return request.genresIn.length > 0 || request.genresOut.length > 0;
    default:
      return false;
  }
}

/** What is asked for and ruled out at once is ruled out, but for moods: "romantic, but not too sappy" is a matter of degree. */
export function settle(request: MovieRequest): void {
  request.genresIn = request.genresIn.filter((genre) => !request.genresOut.includes(genre));
  request.languages = request.languages.filter((language) => !request.languagesOut.includes(language));
  request.countries = request.countries.filter((country) => !request.countriesOut.includes(country));
  // who wants to switch off by explosions wants no calm
  if (request.moodsIn.some((mood) => mood === "exciting" || mood === "scary"))
    request.moodsIn = request.moodsIn.filter((mood) => mood !== "relaxing" || request.genresIn.length === 0);
  // "no horror, or I won't sleep"
  if (request.genresOut.includes("Horror"))
    request.moodsIn = request.moodsIn.filter((mood) => mood !== "scary");
  request.moodsOut = request.moodsOut.filter((mood) => !request.moodsIn.includes(mood));
  request.keywordsIn = request.keywordsIn.filter((keyword) => !request.keywordsOut.includes(keyword));
  // who cannot sleep wants to, and nothing that is shown after midnight
  if (request.moodsIn.includes("relaxing"))
    request.keywordsIn = request.keywordsIn.filter((keyword) => keyword !== "late night");
}

/** How much is asked for and ruled out. */
export function countFilters(request: MovieRequest): number {
  const { favourites, drops, shifts, about, ideally, howMany, ...rest } = request;
  let count = request.audience === "any" ? 0 : 1;
  for (const value of Object.values(rest)) {
    if (Array.isArray(value)) count += value.length;
    else if (typeof value === "number" && value > 0) count++;
  }
  return count;
}
