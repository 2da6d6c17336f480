/** More by whoever made a film or is in it: "more by that director", "something shorter by the same guy". */
import type { Catalog } from "../../catalog/catalog.ts";
import { findTitle } from "../../catalog/naming.ts";
import type { Act } from "../acts.ts";
import { emptyRequest } from "../request.ts";
import type { Shift } from "../terms.ts";
import type { Context } from "./context.ts";

const SAME =
  /^(?:(?:ok|okay|and|nice|great|cool|maybe|have you got|got|is there|show me|give me)[,.! ]{1,2}){0,3}(?:(?:something|anything|more|others?|another(?: one)?|films?|movies?|one|any)(?: else| other| films?| movies?)? ?)?(?:(?<shift>shorter|longer|older|newer|lighter|darker) )?(?:(?:by|from|of|with) )?(?:(?:the )?same|that|this) (?:(?<director>director|film-?maker|guy|man|woman|person)|(?<lead>actor|actress|star|lead))(?: please| too| again)?[.!?]{0,2}$/i;

const WHO_MADE =
  /\b(?:by|from|of) (?:the (?:same )?(?:guys?|man|woman|dude|people|person|director|ones|team|film-?makers?) (?:who|that|behind)|whoever) (?:has |have )?(?:(?:did|made|directed|created|shot|done) )?(?<title>[^,.;?!]{2,60})/i;

/** The text with a name in place of "the guy who did Get Out". */
export function withMakersNamed(catalog: Catalog, text: string): string {
  const [said, title] = WHO_MADE.exec(text) ?? [];
  if (said === undefined || title === undefined) return text;
  const found = findTitle(catalog, title.trim().replace(/ (?:please|pls|plz|tonight|then|instead)$/i, ""));
  const name = found.kind === "one" ? catalog.factsOf(found.movie.id)?.directors?.value[0] : undefined;
  return name === undefined ? text : text.replace(said, `by ${name}`);
}

/** Of the film spoken of last, else of the one on the table; undefined where nobody is known of it. */
export function sameMaker(catalog: Catalog, context: Context, text: string): Act | undefined {
  const { shift, director, lead } = SAME.exec(text.trim())?.groups ?? {};
  if (!director && !lead) return undefined;
  const film = context.spokenOf ?? context.noted ?? context.table;
  const facts = film && catalog.factsOf(film.id);
  const name = (director ? facts?.directors : facts?.cast)?.value[0];
  if (name === undefined) return undefined;
  const shifts = shift ? [shift.toLowerCase() as Shift] : [];
  return { kind: "ask", request: { ...emptyRequest(), peopleIn: [name], shifts } };
}
