/** The texts in which a kind of stories is asked for: what it is called, and how it is told. Pure. */
import type { Plot } from "./search-index.ts";

/** Ways of a part, put together with those of the others: more of them say nothing new. */
const MOST_WAYS = 8;

export const waysToTell = ({ name, told }: Pick<Plot, "name" | "told">): string[] => [
  name,
  ...told.flatMap(waysOf),
];

/** "a | b + c | d" as "a c", "b d". */
function waysOf(told: string): string[] {
  const parts = told.split("+").map((part) => part.split("|").map((way) => way.trim()));
  const most = Math.max(...parts.map(({ length }) => length));
  const ways = parts.length === 1 ? most : Math.min(MOST_WAYS, most);
  return Array.from({ length: ways }, (_, nth) => parts.map((part) => part[nth % part.length]!).join(" "));
}
