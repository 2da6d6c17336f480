/** What is often typed without its apostrophe, and means the same. Pure. */

const CONTRACTED =
  "don't didn't doesn't wasn't isn't aren't weren't can't couldn't wouldn't shouldn't won't haven't hasn't hadn't ain't " +
  "i'm i've i'd i'll it's that's let's what's who's we've you've they've you're they're there's he's she's";

/** "dont" -> "don't" */
export const CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  CONTRACTED.split(" ").map((word) => [word.replace("'", ""), word] as const),
);

/** Words of their own as well: "its", "ill", "id", "lets", and the German "im". Of these that is right which stands there. */
const AMBIGUOUS = /^(?:im|id|ill|its|lets)$/;
const PLAIN = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(?:${[...CONTRACTIONS.keys()].filter((word) => !AMBIGUOUS.test(word)).join("|")})(?![\\p{L}\\p{N}'’])`,
  "giu",
);
/** "Un film dont le héros" */
const FRENCH_DONT = /^dont$/i;
const FRENCH = /^ (?:le|la|les|l['’]|un|une|on|il|elle|je|tu|nous|vous|ils|elles|personne|tout)(?!\p{L})/iu;

/** "a film that isnt long" -> "a film that isn't long" */
export const withApostrophes = (text: string): string =>
  text.replace(PLAIN, (word, at: number) => {
    if (FRENCH_DONT.test(word) && FRENCH.test(text.slice(at + word.length))) return word;
    const full = CONTRACTIONS.get(word.toLowerCase())!;
    const mark = full.indexOf("'");
    return `${word.slice(0, mark)}'${word.slice(mark)}`;
  });
