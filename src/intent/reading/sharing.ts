/** Whether somebody wants to show others what they keep or love: "share my list", "my taste as a picture". */
import type { Act } from "../acts.ts";

const MINE =
  "my (?:(watch ?-?list|list(?: for later| to watch| of films)?|watch[ -]?later(?: list)?)|profile|taste|favou?rites|likes)";
const SHARING = [
  new RegExp(
    `^(?:please |can you |could you )?(?:share|post|publish) ${MINE}(?: (?:with|to|for) [\\p{L} ]{2,30})?(?: as an? (?:picture|image|poster))?$`,
    "iu",
  ),
  new RegExp(`^(?:show )?${MINE} as an? (?:picture|image|poster)$`, "iu"),
  new RegExp(`^show (?:them|everybody|everyone|the others|all of us|us) ${MINE}$`, "iu"),
];

export function readSharing(text: string): Act | undefined {
  const said = text.trim().replace(/[.!?]{1,3}$/, "");
  for (const pattern of SHARING) {
    const found = pattern.exec(said);
    if (found) return { kind: "shareOwn", what: found[1] === undefined ? "taste" : "list" };
  }
  return undefined;
}
