/** Where clauses begin and end, as far as marks and small words tell. Pure. */
import type { Token } from "./tokens.ts";

const LISTED = /^(?:or|and)$/;

/** Behind the last token of the clause that a token is in. A comma before "or" or "and" ends none. */
export const clauseEnd = (tokens: readonly Token[], from: number, ending = /^but$/): number => {
  const end = tokens.findIndex(
    ({ gap, word }, at) =>
      at > from && (gap === "stop" || (gap === "comma" && !LISTED.test(word)) || ending.test(word)),
  );
  return end === -1 ? tokens.length : end;
};

export const clauseStart = (tokens: readonly Token[], from: number): number => {
  for (let at = from; at > 0; at--) if (tokens[at]!.gap !== "space" || tokens[at]!.word === "but") return at;
  return 0;
};
