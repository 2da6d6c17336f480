/** Films that others are to be like by how they are spoken of: "if Heat and Up had a baby", "The Shining in a submarine". Pure. */
import { FOR_ADULTS } from "./settle.ts";
import type { Read } from "./things.ts";
import type { TitleMention } from "./title-mention.ts";
import type { Text } from "./tokens.ts";

/** Behind two titles that are crossed. */
const HAD_A_CHILD =
  /^\W{0,3}(?:(?:had|have|having|made|were to have|got together and had) an? (?:\w+ ){0,2}(?:baby|child|kid|love ?child|offspring)|were (?:merged|combined|crossed|mixed|one (?:film|movie)))\b/;
/** What may stand before a title with which a text opens. */
const OPENS =
  /^(?:(?:so|basically|maybe|think|imagine|picture|literally|just|like|kinda|ok|okay|hmm|um)\W+){0,3}$/;
/** Behind it, before what is to be otherwise than in the film. */
const TURNS = /^(?: (?:in|on|for|with|without|about|as|at|set in|set on)|,? (?:but|only|except|minus)) /;

/**
 * The titles of a text, with those to be like.
 *
 * @param isNamed somebody is named: "Heat with Pacino" is the film itself
 */
export function likenedByForm(
  titled: readonly TitleMention[],
  { plain, tokens }: Text,
  things: readonly Read[],
  isNamed: boolean,
): readonly TitleMention[] {
  const liken = (mention: TitleMention): TitleMention =>
    mention.role === "mentioned" || mention.role === "loved" ? { ...mention, role: "like" } : mention;
  const last = titled.at(-1);
  if (!last) return titled;
  if (titled.length > 1 && HAD_A_CHILD.test(plain.slice(last.end))) return titled.map(liken);
  const isOne = titled.length === 1 && last.role === "mentioned" && !isNamed;
  if (!isOne || !OPENS.test(plain.slice(0, last.start)) || !TURNS.test(plain.slice(last.end))) return titled;
  const isOtherwise =
    FOR_ADULTS.test(plain.slice(last.end)) ||
    things.some(({ at, sort }) => tokens[at]!.start > last.end && OTHERWISE.has(sort));
  return isOtherwise ? [liken(last)] : titled;
}

/** What a film may be in another way; who watches with whoever asks is no such thing. */
const OTHERWISE: ReadonlySet<Read["sort"]> = new Set(["noun", "light", "heavy"]);
