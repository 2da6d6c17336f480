import type { Neighbours } from "./build-search-index.ts";

/** A line a word: "heist<TAB>#heist:1.00 heists:0.83", tags with "#" before them and "_" for their spaces. @throws Error naming the line */
export function readNeighbours(tsv: string): Neighbours {
  const table = new Map<string, (readonly [string, number])[]>();
  tsv
    .split("\n")
    .filter((line) => line !== "")
    .forEach((line, at) => {
      const [word = "", list] = line.split("\t");
      const near = list?.split(" ").map((entry): [string, number] => {
        const colon = entry.lastIndexOf(":");
        return [entry.slice(0, colon).replaceAll("_", " "), Number(entry.slice(colon + 1))];
      });
      if (word === "" || !near?.every(([other, cosine]) => other !== "" && cosine > 0 && cosine <= 1))
        throw new Error(`line ${at + 1}: expected a word, a tab, and neighbours as "word:0.83"`);
      table.set(word.replaceAll("_", " "), near);
    });
  return table;
}
