import type { Words } from "../words.ts";
import { phraseSet } from "./phrases.ts";
import type { Token } from "./tokens.ts";

/** "10", "3x". */
const COUNT = /^\d{1,4}x?$/;

/**
 * What a part of a message is, going by what it is made of: a reaction to the film on the table ("seen it like
 * ten times", "way too slow"), or a command about what is one's own ("show me what i liked"). Every word must
 * be of the lists; undefined where one is not, so that nothing which asks for a film is taken for talk.
 */
export function createReactionReader({
  reactions,
}: Words): (clause: readonly Token[]) => "feedback" | "command" | undefined {
  const [met, judging, pointing, exceeding, softly, lacking, around] = [
    phraseSet(reactions.met),
    phraseSet(reactions.judging),
    phraseSet(reactions.pointing),
    phraseSet(reactions.exceeding),
    phraseSet(reactions.softly),
    phraseSet(reactions.lacking),
    phraseSet(reactions.around),
  ];
  const [doing, own, aroundOwn] = [
    phraseSet(reactions.doing),
    phraseSet(reactions.own),
    phraseSet(reactions.aroundOwn),
  ];

  const isReaction = (clause: readonly Token[]): boolean => {
    const seen = { met: false, judged: false, pointed: false, softly: false, lacking: false };
    for (let at = 0; at < clause.length; ) {
      const candidates = [
        ["met", met.at(clause, at)],
        ["judged", judging.at(clause, at)],
        ["pointed", pointing.at(clause, at) ?? exceeding.at(clause, at)],
        ["softly", softly.at(clause, at)],
        ["lacking", lacking.at(clause, at)],
        ["around", around.at(clause, at)],
      ] as const;
      const longest = Math.max(...candidates.map(([, found]) => found?.length ?? 0));
      if (longest === 0 && !COUNT.test(clause[at]!.word)) return false;
      for (const [part, found] of candidates)
        if (part !== "around" && found?.length === longest) seen[part] = true;
      at += Math.max(1, longest);
    }
    // "Not too long" is a wish
    if (seen.lacking && clause[0]?.word === "not") return seen.met;
    return seen.met || (seen.judged && seen.pointed) || (seen.softly && seen.lacking);
  };

  const isCommand = (clause: readonly Token[]): boolean => {
    const first = doing.at(clause, 0);
    if (!first) return false;
    let owned = false;
    for (let at = first.length; at < clause.length; ) {
      const thing = own.at(clause, at);
      const found = thing ?? aroundOwn.at(clause, at);
      if (!found) return false;
      owned ||= thing !== undefined;
      at += found.length;
    }
    return owned;
  };

  return (clause) => (isReaction(clause) ? "feedback" : isCommand(clause) ? "command" : undefined);
}
