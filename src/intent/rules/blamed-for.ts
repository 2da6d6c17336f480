/** What a film is blamed for is ruled out: "couldn't stand The Hateful Eight because of all the swearing and blood". Pure. */
import type { Polarity } from "./polarity.ts";
import { overlaps } from "./spans.ts";
import type { Read } from "./things.ts";
import type { TitleMention } from "./title-mention.ts";
import type { Token } from "./tokens.ts";

const BECAUSE = /^(?:because|cause|cuz|cos|due|since)$/;
const OF = /^(?:of|to|its|it|all|was|had|has|there)$/;
/** Words between the film and what it is blamed for. */
const FARTHEST = 6;
/** What was wanting is wished for: "because it had no plot". */
const WANTS = /^(?:no|not|without|lack|lacked|lacking|enough|wasnt|didnt|isnt|never|little)$/;

/** @param polarities of the things, changed in place */
export function settleBlamedFor(
  tokens: readonly Token[],
  things: readonly Read[],
  polarities: Polarity[],
  titled: readonly TitleMention[],
): void {
  for (const mention of titled) {
    if (mention.role !== "refused" || (mention.verdict !== undefined && mention.verdict !== "dislike"))
      continue;
    const last = tokens.findLastIndex((token) => overlaps(token, mention));
    const because = tokens.findIndex(
      ({ word }, at) => at > last && at - last <= FARTHEST && BECAUSE.test(word),
    );
    if (because < 0 || !OF.test(tokens[because + 1]?.word ?? "")) continue;
    const stop = tokens.findIndex(({ gap }, at) => at > last && gap === "stop");
    const end = stop < 0 ? tokens.length : stop;
    if (because >= end || tokens.slice(because, end).some(({ word }) => WANTS.test(word))) continue;
    for (const [i, { at, sort }] of things.entries())
      if (at > because && at < end && sort !== "years" && sort !== "audience" && polarities[i] === "in")
        polarities[i] = "out";
  }
}
