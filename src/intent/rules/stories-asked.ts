/** Stories that a post asks for between other things: "Something that happens over a single night? I loved Speed." Pure. */
import { MOST_OF_A_LIST, type MovieRequest } from "../request.ts";

const SENTENCE = /[^.!?;\n]+/g;
/** What is denied in it, had enough of, or past is not asked for. */
const NOT_ASKED =
  /\b(?:not?|nothing|never|without|isn'?t|aren'?t|don'?t|doesn'?t|didn'?t|can'?t|won'?t|hated?|hates|tired|bored|sick|enough|except|avoid|seen|watched|watching|finished|last time)\b/i;
/** In words: of shorter texts every word is heard. */
const SHORTEST_POST = 12;

/**
 * They order what is suggested, as all that is told besides.
 *
 * @param storiesIn the words of a sentence that tell a story of a sort
 */
export function settleStories(
  request: MovieRequest,
  said: string,
  storiesIn: (sentence: string) => readonly { readonly said: string }[],
): void {
  if (request.kind !== "request" || said.split(/\s+/).length < SHORTEST_POST) return;
  for (const [sentence] of said.matchAll(SENTENCE)) {
    if (NOT_ASKED.test(sentence)) continue;
    const told = storiesIn(sentence).flatMap(({ said: story }) => (isHeard(request, story) ? [] : [story]));
    request.ideally = [...told, ...request.ideally].slice(0, MOST_OF_A_LIST);
  }
}

/** Whether at least half of it is in what is searched for anyway. */
const isHeard = ({ about, ideally }: MovieRequest, story: string): boolean =>
  [...about, ...ideally].some((said) => {
    const words = story.split(" ");
    const heard = words.filter((word) => said.toLowerCase().includes(word));
    return 2 * heard.length >= words.length;
  });
