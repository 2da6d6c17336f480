/** Academy Awards won and nominations, by IMDb id: facts of the Academy's own list. */
import type { SourceFolder } from "../source-folder.ts";
import { tableRows } from "./lines.ts";

const FILE = "oscars.csv";

export interface Oscars {
  readonly won: number;
  /** The ones won included. */
  readonly nominated: number;
}

/** Awards to people for their lives' work, and for technique, name no film, and are not counted. */
export async function readOscars(folder: SourceFolder): Promise<Map<string, Oscars>> {
  const oscars = new Map<string, Oscars>();
  for await (const row of tableRows(folder, FILE, ["FilmId", "Winner", "Class"], {
    delimiter: "\t",
    unquoted: true,
  })) {
    const won = row.Winner === "True" ? 1 : 0;
    if (row.Class === "SciTech" || row.Class === "Special") continue;
    for (const id of new Set((row.FilmId ?? "").split("|").filter((film) => /^tt\d+$/.test(film)))) {
      const before = oscars.get(id) ?? { won: 0, nominated: 0 };
      oscars.set(id, { won: before.won + won, nominated: before.nominated + 1 });
    }
  }
  return oscars;
}
