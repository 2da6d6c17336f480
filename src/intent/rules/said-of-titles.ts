/** What is said of a title to tell it from another: "Fargo the TV series", "the show Fargo". It is no medium that is asked for. Pure. */
import type { Span } from "./spans.ts";
import type { TitleMention } from "./title-mention.ts";

const BEHIND =
  /^,? ?\(?(?:the |a )?(?:original |netflix |hbo |fx |amazon |bbc |british |american |us |uk )?(?:tv |television )?(?:mini ?)?(?:series|show)\b/;
const BEFORE = /\bthe (?:\w+ )?(?:tv |television )?(?:mini ?)?(?:series|show),? ["“]?$/;

/** @returns the words, by where they stand in the text */
export function saidOfTitles(titled: readonly TitleMention[], plain: string): Span[] {
  return titled
    .filter(({ role }) => role === "like" || role === "loved")
    .flatMap(({ start, end }) => {
      const [behind] = BEHIND.exec(plain.slice(end)) ?? [];
      const before = BEFORE.exec(plain.slice(0, start));
      return [
        ...(behind === undefined ? [] : [{ start: end, end: end + behind.length }]),
        ...(before ? [{ start: before.index, end: start }] : []),
      ];
    });
}
