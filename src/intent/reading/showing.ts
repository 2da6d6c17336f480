/** A film that somebody wants to look at: "show me Heat", "pull up Parasite", "I'll go with the second one". */
import type { Catalog } from "../../catalog/catalog.ts";
import { isTitle } from "../../catalog/naming.ts";
import type { Act } from "../acts.ts";
import { onlyTitles } from "../asks.ts";
import type { MovieRequest } from "../request.ts";
import type { Context } from "./context.ts";
import { bestKnown } from "./questions/film-meant.ts";
import { isPronoun } from "./titles.ts";

const BEFORE =
  /^(?:(?:ok|okay|k|so|well|alright|fine|yes|yeah|yep|no|hm+|cool|great|then|please|pls|actually|and|just|maybe|wait|can you|could you|can i|can we|could we|may i|let me|let's|lets|i|we|i'll|we'll|i'd|i'm|im|i think|i guess|will|want to|wanna|like to|gonna|going to|have to)[,.!]*(?:\s+|$))*/i;
const SHOWS =
  /^(?:show|pull up|bring up|put on|open(?: up)?|see|display|look at|look up|go (?:back )?(?:with|for|to)|going (?:with|for)|take|taking|pick|choose|watch|play|try|what about|how about|(?:have you |ever )?heard of|(?:do you |you )?know|do you have|have you got|start with|begin with|return to|back to|get|give)(?:\s+(?:me|us))?\s+(?:(?:a|the) (?:film|movie) (?:called |named )?)?/i;
const BEHIND =
  /[,\s]{1,3}(?:then|please|pls|instead|now|tonight|it is|again|first|thanks|thx|i guess|i think|card|(?:the )?(?:movie|film))$/i;
const MOST_BEHIND = 4;

function withoutTail(said: string): string {
  let title = said.replace(/[\s.!?]{1,10}$/, "");
  for (let nth = 0; nth < MOST_BEHIND; nth++) title = title.replace(BEHIND, "");
  return title;
}

const THAT = /^(?:it|that|this|(?:that|this) (?:one|film|movie))$/i;
/** "Coco it is" */
const IT_IS = /\S it is(?: then)?[.!]{0,3}$/i;
/** "Give me 5" asks for so many, whatever is called "The Five". */
const COUNT = /^(?:[1-9]|10|one|two|three|four|five|six|seven|eight|nine|ten)$/i;
const WITH_YEAR = /\((?:18|19|20)\d\d\)$/;

/**
 * Nothing of a film is noted by it, so that it need not be told apart from its namesakes by what else is said.
 *
 * @param isPointedAt a film was meant by its place ("the second one"), and no title was typed
 */
export function readShowing(
  catalog: Catalog,
  text: string,
  asked: MovieRequest | undefined,
  isPointedAt: boolean,
  { listed, spokenOf }: Pick<Context, "listed" | "spokenOf">,
): Act | undefined {
  const said = text.trim().replaceAll("’", "'");
  const rest = said.slice(BEFORE.exec(said)![0].length);
  const verb = SHOWS.exec(rest)?.[0];
  const title = withoutTail(rest.slice(verb?.length ?? 0));
  if (verb !== undefined && spokenOf && THAT.test(title)) return { kind: "show", title: spokenOf.id };
  if (title === "" || COUNT.test(title) || isPronoun(title.toLowerCase()) || !isTitle(catalog, title))
    return undefined;
  // a title by itself is only named, unless it is picked of those that were set side by side
  const isPicked = isPointedAt || IT_IS.test(said) || listed.includes(bestKnown(catalog, title));
  if (verb === undefined && !isPicked) return undefined;
  return WITH_YEAR.test(title) || isOnlyTitle(title, asked) ? { kind: "show", title } : undefined;
}

/** "Show me horror" and "show me aliens" are no wish for the films of those names. */
function isOnlyTitle(title: string, asked: MovieRequest | undefined): boolean {
  if (!asked || onlyTitles(asked)) return true;
  if (asked.genresIn.length + asked.moodsIn.length > 0) return false;
  const said = title.toLowerCase();
  return /\p{Lu}/u.test(title) || !asked.keywordsIn.some((theme) => said.includes(theme));
}
