/** What films in brackets or behind a colon are named for, by the words before these: "I can't do those we saw (Heat, Ronin)". Pure. */
import type { Phrases } from "./phrases.ts";
import type { Told } from "./title-lists.ts";
import type { Text } from "./tokens.ts";

/** Before the first title of such a list. */
const OPENS = /[(:[]\s*"?$/;
/** "Done the obvious heist ones, Heat, Ronin": what ends so may head a list behind a comma as well. */
const OF_SOME = /^(?:ones|classics|films|movies|stuff|suspects|hits|favou?rites|obvious|usual|big|names)$/;
/** Words of a head: what is said earlier is hardly said of the list. */
const LONGEST_HEAD = 14;
const OF_SPEAKER = /^(?:i|ive|we|weve)$/;

interface Announcing {
  readonly like: Phrases<true>;
  readonly loved: Phrases<true>;
  readonly refused: Phrases<true>;
  readonly seen: Phrases<true>;
}

/** @returns what is said of the film whose title begins at a token; undefined where nothing heads it */
export function createHeadReader({ like, loved, refused, seen }: Announcing) {
  return ({ tokens, said }: Text, from: number): Told | undefined => {
    if (from === 0) return undefined;
    const between = said.slice(tokens[from - 1]!.end, tokens[from]!.start);
    const isHeaded = OPENS.test(between) || (between.includes(",") && OF_SOME.test(tokens[from - 1]!.word));
    if (!isHeaded) return undefined;
    let start = from - 1;
    while (start > 0 && from - start < LONGEST_HEAD && tokens[start]!.gap !== "stop") start--;
    const head = tokens.slice(start, from);
    let told: Told | undefined;
    for (let at = 0; at < head.length; at++) {
      const lengths = [like, loved, refused, seen].map((phrases) => phrases.at(head, at)?.length ?? 0);
      const longest = Math.max(...lengths);
      if (longest === 0) continue;
      const [likened, praised, denied, met] = lengths;
      const isRuledOut = told?.role === "refused";
      if (met === longest && head.slice(0, at + longest).some(({ word }) => OF_SPEAKER.test(word)))
        told = { role: "refused", verdict: "seen" };
      else if (denied === longest || met === longest) told = { role: "refused" };
      else if (!isRuledOut && praised === longest) told = { role: "loved" };
      else if (!isRuledOut && likened === longest) told = { role: "like" };
      at += longest - 1;
    }
    return told;
  };
}
