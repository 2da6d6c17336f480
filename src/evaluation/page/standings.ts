/** In sentences: where the product leads, and where it does not. */
import { PRODUCT } from "../report.ts";
import type { Standing, View, ViewRow } from "./view.ts";

/** "Sessions, ml-latest-small: ahead of every other row on NDCG@10; level with EASE, ahead of the rest on Recall@20." */
export function standingsOf({ title, columns, rows }: View): string {
  const others = rows.filter(({ name }) => name !== PRODUCT);
  if (others.length === rows.length) return `${title}: ${PRODUCT} has no row.`;
  const labelsByStanding = new Map<string, string[]>();
  for (const [at, { label }] of columns.entries()) {
    if (others.every(({ figures }) => figures[at]!.standing === undefined)) continue;
    const said = standingOn(at, others);
    labelsByStanding.set(said, [...(labelsByStanding.get(said) ?? []), label]);
  }
  const parts = [...labelsByStanding].map(([said, labels]) => `${said} on ${listed(labels)}`);
  return `${title}: ${parts.join("; ") || "not compared"}.`;
}

function standingOn(column: number, others: readonly ViewRow[]): string {
  const names = (wanted: Standing) =>
    others.filter(({ figures }) => figures[column]!.standing === wanted).map(({ name }) => name);
  const [better, level, worse] = [names("ahead"), names("level"), names("behind")];
  if (better.length + level.length === 0) return "ahead of every other row";
  return [
    ...(better.length > 0 ? [`behind ${listed(better)}`] : []),
    ...(level.length > 0 ? [`level with ${listed(level)}`] : []),
    ...(worse.length > 0 ? ["ahead of the rest"] : []),
  ].join(", ");
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
