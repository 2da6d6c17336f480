/** What people are in the mood for, in their own words: read by a parser before it comes here. */

import type { Movie } from "../catalog/movie.ts";
import { onlyTitles } from "../intent/asks.ts";
import type { MovieRequest } from "../intent/request.ts";
import { offerFavourites } from "./favourites.ts";
import { merged, refines, shifted } from "./refine.ts";
import { suggestSeveral } from "./several.ts";
import { offer } from "./titles.ts";
import {
  clearWish,
  inDialogue,
  notUnderstood,
  reply,
  say,
  setWish,
  suggestNext,
  type Turn,
  tableMovie,
  tell,
  wishInForce,
} from "./turn.ts";
import { type Understood, understand } from "./understand.ts";
import { isNoWish, NO_WISH, type Wish } from "./wish.ts";
import { named, partsOf, without } from "./wish-parts.ts";
import * as wording from "./wording.ts";

/**
 * Suggests what fits the words; what they ask for that cannot be gone by is said with it.
 *
 * @param isOfList from what they keep for later
 * @param isUnheard something was said that films cannot be found by, and nothing else
 */
export function request(
  turn: Turn,
  asked: MovieRequest,
  { isOfList = false, isUnheard = false }: { readonly isOfList?: boolean; readonly isUnheard?: boolean } = {},
): Turn {
  if (asked.medium !== "film") return reply(turn, wording.onlyFilms(asked.medium));
  const understood = understand(turn.world, asked);
  const heard = { ...understood, wish: { ...understood.wish, isOfList } };
  const wish = wishAfter(turn, asked, heard);
  const wished = isNoWish(wish) ? clearWish(turn) : setWish(turn, wish);
  if (heard.namesakes && !heard.unclear) {
    const { said, names, isOut } = heard.namesakes;
    const namesakes = { names: [...names], isOut, howMany: asked.howMany };
    return say(inDialogue(wished, { namesakes }), wording.whichPerson(said, names));
  }
  if (isNoWish(wish) && heard.unmet.length > 0 && !heard.unclear && asked.favourites.length === 0)
    return suggestNext(tell(notUnderstood(wished), wording.noneOfItKnown(heard.unmet)));
  const notes = [
    ...(isUnheard ? [wording.nothingHeard()] : []),
    ...(asked.drops.includes("everything") && isNoWish(wish) ? [wording.anythingGoes()] : []),
    ...wording.notKnownYet(heard.unmet),
    ...wording.closestFound(heard.closest, heard.strange),
    ...newerThanKnown(turn, asked),
  ];
  const served = heard.unclear
    ? offer(
        notes.length > 0 ? tell(wished, ...notes) : wished,
        heard.unclear.said,
        "similar",
        heard.unclear.movies,
      )
    : asked.howMany > 1
      ? suggestSeveral(wished, asked.howMany, notes)
      : suggestNext(wished, notes);
  return asked.favourites.length > 0 && !heard.unclear
    ? offerFavourites(served, asked.favourites, true)
    : served;
}

/** Years before the last one known completely in which a wish for what is new begins. */
const NEW_FOR_YEARS = 3;

/** To what date films are known, for who asks for newer ones: "the latest releases". */
function newerThanKnown({ world }: Turn, { yearFrom, yearTo }: MovieRequest): string[] {
  const { completeTo } = world.catalog.names;
  if (completeTo === undefined) return [];
  const lastYear = Number(completeTo.slice(0, 4));
  const reachesBeyond = yearTo === 0 || yearTo > lastYear;
  return yearFrom > lastYear - NEW_FOR_YEARS && reachesBeyond ? [wording.knownTo(completeTo)] : [];
}

/** A new request replaces the one before; one that refines it, or asks for another, goes on from there. */
function wishAfter(turn: Turn, asked: MovieRequest, { wish }: Understood): Wish {
  const before = wishInForce(turn);
  const table = tableMovie(turn);
  const against = wish.near.length === 0 ? table : comparedWith(turn.world, wish.near, asked.shifts);
  const goesOn =
    !asked.shifts.includes("surprising") &&
    (refines(asked) || lovesMore(asked) || (asked.refinement === "another" && isWithin(turn, wish, before)));
  if (!goesOn) return shifted(turn.world, wish, asked.shifts, against);
  const base = !before && speaksOfTheTable(asked) && table ? { ...NO_WISH, near: [table.id] } : before;
  return shifted(
    turn.world,
    merged(turn.world, base ?? NO_WISH, lovesMore(asked) ? besides(base, wish) : wish, asked.drops),
    asked.shifts,
    against,
  );
}

/** Of several films that are named the one by which all of them are older, or newer, than what is asked for: "that kind of film, but newer". */
function comparedWith(
  { catalog }: Turn["world"],
  near: Wish["near"],
  shifts: MovieRequest["shifts"],
): Movie | undefined {
  const [first, ...others] = near.flatMap((id) => catalog.byId(id) ?? []);
  const sign = shifts.includes("newer") ? 1 : shifts.includes("older") ? -1 : 0;
  return others.reduce(
    (known, other) => (sign * ((other.year ?? 0) - (known?.year ?? 0)) > 0 ? other : known),
    first,
  );
}

/** The films before as well: as many of them as say what somebody is after today. */
const besides = (before: Wish | undefined, wish: Wish): Wish => ({
  ...wish,
  near: [...new Set([...(before?.near ?? []), ...wish.near])].slice(-MOST_NEAR),
  loved: !before || before.near.length === 0 || before.loved,
});
const MOST_NEAR = 5;

/** Another film that they love says more of what was asked for, and takes nothing of it back. */
const lovesMore = (asked: MovieRequest): boolean =>
  asked.favourites.length > 0 && onlyTitles({ ...asked, favourites: [] });

/** Nothing is asked for but what already is: "another comedy". */
function isWithin({ world }: Turn, wish: Wish, before: Wish | undefined): boolean {
  const inForce = new Set(partsOf(world, before ?? NO_WISH).map(({ label }) => label));
  return partsOf(world, wish).every(({ label }) => inForce.has(label));
}

/** "But funnier", when nothing was asked for before, can only mean: like this one. */
function speaksOfTheTable({ refinement, moodsIn, moodsOut, keywordsIn, keywordsOut }: MovieRequest): boolean {
  const asked = [moodsIn, moodsOut, keywordsIn, keywordsOut].some((list) => list.length > 0);
  return refinement === "adjust" && asked;
}

/** Takes parts of what is asked for away; undefined where the words name none of them. */
export function drop(turn: Turn, said: string): Turn | undefined {
  const before = wishInForce(turn);
  if (!before) return undefined;
  const dropped = named(partsOf(turn.world, before), said);
  if (dropped.length === 0) return undefined;
  const wish = without(turn.world, before, dropped);
  return isNoWish(wish) ? anythingGoes(turn) : suggestNext(setWish(turn, wish));
}

export function anythingGoes(turn: Turn): Turn {
  return suggestNext(clearWish(turn), [wording.anythingGoes()]);
}
