/** The words of a poster: names above, the title, who made it and when below, in one block that can be read on its backdrop. */
import type { PosterFilm } from "../film.ts";
import { layTitle, type TitleLine } from "./lay-title.ts";
import { setLine, widthOf } from "./set-line.ts";
import { capHeight, type FaceName } from "./typefaces.ts";

/** Where a look leaves room for words, and on what. */
export interface TypeBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly across: "left" | "middle" | "right";
  readonly down: "top" | "middle" | "bottom";
  readonly fill: string;
  /** Of the small lines, where it is another. */
  readonly quiet?: string;
  /** The colours that lie under the words. */
  readonly on: readonly string[];
}

const SMALL = 20;
const LEAST_SMALL = 12;
const GAP = 22;

/** Two names at most: a poster names its stars. */
const starsOf = ({ cast, directors }: PosterFilm): string =>
  cast
    .filter((name) => !directors.includes(name))
    .slice(0, 2)
    .join("   ");

const makersOf = ({ directors, year }: PosterFilm): string =>
  [directors.slice(0, 2).join(" & "), year === undefined ? "" : String(year)].filter(Boolean).join("  ·  ");

export function setBlock(film: PosterFilm, block: TypeBlock, face: FaceName): string {
  const above = fitSmall(starsOf(film), block.width);
  const below = fitSmall(makersOf(film), block.width);
  const room = block.height - (above ? above.height + GAP : 0) - (below ? below.height + GAP : 0);
  const title = layTitle(film.title, face, {
    width: block.width,
    height: room,
    justified: block.across !== "right",
  });
  const total = title.height + (above ? above.height + GAP : 0) + (below ? below.height + GAP : 0);
  const start = {
    top: block.y,
    middle: block.y + (block.height - total) / 2,
    bottom: block.y + block.height - total,
  };
  let y = start[block.down];
  let svg = "";
  const set = (
    { text, face: own, size, width }: Omit<TitleLine, "baseline">,
    baseline: number,
    fill: string,
  ) => {
    const shift = { left: 0, middle: (block.width - width) / 2, right: block.width - width };
    svg += setLine(own, text, block.x + shift[block.across], baseline, size, fill);
  };
  const quiet = block.quiet ?? block.fill;
  if (above) {
    set(above, y + above.height, quiet);
    y += above.height + GAP;
  }
  for (const line of title.lines) set(line, y + line.baseline, block.fill);
  y += title.height;
  if (below) set(below, y + GAP + below.height, quiet);
  return svg;
}

interface SmallLine {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** Undefined where there is nothing to say, or no room to say it legibly. */
function fitSmall(text: string, width: number): SmallLine | undefined {
  if (text === "") return undefined;
  const natural = widthOf("text", text);
  const size = Math.min(SMALL, width / natural);
  if (size < LEAST_SMALL) return undefined;
  return { text, face: "text", size, width: natural * size, height: size * capHeight("text") };
}
