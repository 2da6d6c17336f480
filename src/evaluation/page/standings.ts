/** In sentences: where the product leads, and where it does not. */
import { PRODUCT } from "../report.ts";
import type { Standing, View } from "./view.ts";

/** "Sessions, ml-latest-small: ahead of all 15 others on NDCG@10 and Recall@20; behind EASE on ..." */
export function standingsOf({ title, columns, rows }: View): string {
  const others = rows.filter(({ name }) => name !== PRODUCT);
  if (others.length === rows.length) return `${title}: ${PRODUCT} has no row.`;
  const parts = columns.flatMap(({ label }, at) => {
    const names = (wanted: Standing) =>
      others.filter(({ figures }) => figures[at]!.standing === wanted).map(({ name }) => name);
    if (others.every(({ figures }) => figures[at]!.standing === undefined)) return [];
    const [better, level] = [names("ahead"), names("level")];
    if (better.length + level.length === 0) return [{ label, leads: true, text: "" }];
    const said = [
      ...(better.length > 0 ? [`behind ${listed(better)}`] : []),
      ...(level.length > 0 ? [`level with ${listed(level)}`] : []),
    ];
    return [{ label, leads: false, text: `${label}: ${said.join(", ")}` }];
  });
  const led = parts.filter(({ leads }) => leads).map(({ label }) => label);
  const notLed = parts.filter(({ leads }) => !leads).map(({ text }) => text);
  const lead = led.length > 0 ? [`ahead of every other row on ${listed(led)}`] : [];
  return `${title}: ${[...lead, ...notLed].join("; ") || "not compared"}.`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
