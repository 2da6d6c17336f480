/** What is asked for and ruled out in one breath. Pure. */
import { stemsOf } from "../../catalog/about/terms.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { add } from "./fill.ts";
import type { Polarity } from "./polarity.ts";
import type { Read } from "./things.ts";
import type { Token } from "./tokens.ts";

/**
 * Themes that are asked for by one word and ruled out by another. Of "Christmas films, no Santa" Christmas is asked for and Santa ruled out, as
 * is high school in "teen movies, no high school", where teens are asked for by their word. "A christmas film that isn't really a christmas
 * film" is asked for, where nothing else is.
 *
 * @param wantsNothingBut whether nothing else is asked for
 */
export function settleContradictions(
  request: MovieRequest,
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: readonly Polarity[],
  wantsNothingBut: (themes: readonly string[]) => boolean,
): void {
  const both = request.keywordsIn.filter((theme) => request.keywordsOut.includes(theme));
  const isAll = both.length > 0 && wantsNothingBut(both);
  const saidFor = (theme: string, which: Polarity): string | undefined => {
    const thing = things.find((one, i) => polarities[i] === which && themesOf(one).includes(theme));
    return (
      thing &&
      tokens
        .slice(thing.at, thing.at + thing.length)
        .map(({ word }) => word)
        .join(" ")
    );
  };
  /** "Workplace movies, no spy or cop workplaces" */
  const isQualified = (theme: string) => {
    const thing = things.find((one, i) => polarities[i] === "out" && themesOf(one).includes(theme))!;
    return things.some((one, i) => polarities[i] === "out" && one.at + one.length === thing.at);
  };
  const shareAStem = (some: string, other: string) => {
    const stems = new Set(stemsOf(some));
    return stemsOf(other).some((stem) => stems.has(stem));
  };
  for (const theme of both) {
    const [asked, refused] = [saidFor(theme, "in"), saidFor(theme, "out")];
    if (asked === undefined || refused === undefined) continue;
    const isSame = shareAStem(asked, refused);
    if (isSame && !isAll && !isQualified(theme)) continue;
    if (!isSame && shareAStem(theme, refused)) {
      add(request.about, asked);
      continue;
    }
    request.keywordsOut = request.keywordsOut.filter((one) => one !== theme);
    if (!isSame) add(request.keywordsOut, refused);
  }
}

function themesOf(thing: Read): string[] {
  const alone = emptyRequest();
  thing.apply(alone, "in");
  return alone.keywordsIn;
}

/** "Westerns with John Wayne tired him, so no Wayne": who was named in full is ruled out by the last name. */
export function settleLastNames(request: MovieRequest): void {
  for (const name of request.peopleIn) {
    const last = name.split(" ").at(-1)!.toLowerCase();
    if (!request.keywordsOut.includes(last)) continue;
    request.keywordsOut = request.keywordsOut.filter((word) => word !== last);
    request.peopleIn = request.peopleIn.filter((one) => one !== name);
    add(request.peopleOut, name);
  }
}
