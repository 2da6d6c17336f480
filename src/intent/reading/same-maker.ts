/** More by whoever made a film or is in it: "more by that director", "something shorter by the same guy". */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Act } from "../acts.ts";
import { emptyRequest } from "../request.ts";
import type { Shift } from "../terms.ts";
import type { Context } from "./context.ts";

const SAME =
  /^(?:(?:ok|okay|and|nice|great|cool|maybe|have you got|got|is there|show me|give me)[,.! ]{1,2}){0,3}(?:(?:something|anything|more|others?|another(?: one)?|films?|movies?|one|any)(?: else| other| films?| movies?)? ?)?(?:(?<shift>shorter|longer|older|newer|lighter|darker) )?(?:(?:by|from|of|with) )?(?:(?:the )?same|that|this) (?:(?<director>director|film-?maker|guy|man|woman|person)|(?<lead>actor|actress|star|lead))(?: please| too| again)?[.!?]{0,2}$/i;

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
