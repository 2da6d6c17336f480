/** The first meeting: messages that name favourites, which are asked for, or come before anything was. */
import type { Catalog } from "../../catalog/catalog.ts";
import { findTitle, isTitle } from "../../catalog/naming.ts";
import type { Act } from "../acts.ts";
import { onlyTitles } from "../asks.ts";
import type { MovieRequest } from "../request.ts";
import type { Said } from "./said.ts";
import { isSmallTalk } from "./small-talk.ts";
import { lovedIn, titlesIn } from "./titles.ts";

/** "Something like Heat" asks for another; "Heat" is a favourite. */
const SAYS_LIKE = /(?<!\p{L})(?:like|similar|near|vein|como|comme|wie)(?!\p{L})/iu;

const WITH_YEAR = /\b(?:18|19|20)\d\d\)?$/;

/** A message while favourites are asked for: titles, unless it is plainly something else and no title. */
export function readFavourites({ catalog, text, command, asked }: Said): Act | undefined {
  switch (command?.kind) {
    case undefined:
      break;
    case "answer":
    case "next":
    case "done":
    case "no":
    case "none":
      return { kind: "next" };
    case "yes":
      return { kind: "favourites" };
    case "drop":
      return favourites([text]);
    default:
      return command;
  }
  const loved = lovedIn(catalog, text);
  if (loved.length > 0) return favourites(loved);
  if (asked && isSmallTalk(text)) return undefined;
  const titles = titlesIn(catalog, text);
  if (!asked || areTitles(catalog, titles, asked)) return favourites(titles);
  if (asked.favourites.length > 0 && asked.kind === "feedback") return favourites(asked.favourites);
  return namesTitles(catalog, text, asked) ? favourites(titles) : undefined;
}

/** Of somebody who was asked for nothing yet, and begins with films by name: "Heat (1995), The Matrix". */
export function readFirstNames({ catalog, text, asked }: Said): Act | undefined {
  if (isSmallTalk(text)) return undefined;
  const titles = titlesIn(catalog, text);
  return areTitles(catalog, titles, asked) ? favourites(titles) : undefined;
}

const favourites = (titles: readonly string[]): Act => ({ kind: "nameFavourites", titles });

/** Whether all are titles, spelt in full; "Romance" and "Thriller" are titles, too, but hardly meant as that. */
function areTitles(catalog: Catalog, titles: readonly string[], asked?: MovieRequest): boolean {
  if (!titles.every((title) => isTitle(catalog, title))) return false;
  if (!asked || onlyTitles(asked) || asked.kind === "smalltalk") return true;
  const asksForKind = asked.genresIn.length > 0 || asked.moodsIn.length > 0;
  return !asksForKind || titles.some((title) => WITH_YEAR.test(title));
}

/** Whether words that were read as something else may be titles all the same, being asked for. */
function namesTitles(catalog: Catalog, text: string, asked: MovieRequest): boolean {
  switch (asked.kind) {
    case "request":
      return onlyTitles(asked) && !SAYS_LIKE.test(text);
    case "smalltalk":
      return !isSmallTalk(text);
    case "unsafe":
      return false;
    case "feedback":
    case "question":
    case "command": {
      const found = findTitle(catalog, text);
      return found.kind === "one" && !found.loosely;
    }
  }
}
