/** A title of any length in a box: broken, sized, its second part smaller. */
import { waysToBreak } from "./break-lines.ts";
import { reachOf, widthOf } from "./set-line.ts";
import { capHeight, FACES, type FaceName } from "./typefaces.ts";

export interface TitleLine {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly width: number;
  /** From the top of the block. */
  readonly baseline: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
  /** Whether lines may be set to one width. */
  readonly justified: boolean;
}

interface Laid {
  readonly lines: readonly TitleLine[];
  /** To the foot of what hangs below the last line. */
  readonly height: number;
}

/** An accent on a capital, and no mere ascender: lines leave room for those as they are. */
const HIGH = 0.1;
const accentOf = (line: string, face: FaceName): number => {
  const { above } = reachOf(face, line);
  return above > HIGH ? above : 0;
};

/** Of the height, where there is a second part. */
const MAIN_SHARE = 0.74;
const SUBTITLE_GAP = 20;
const MOST_SUBTITLE = 34;
const MOST_MAIN = 44;
/** Of the box's width: a short title need not shout. */
const LARGEST = 0.42;

/** What stands between a name and the rest of a title. */
const BETWEEN = /: | - | – |, or: | or: /;
const SHORTEST_MAIN = 2;

/** "Star Wars: Episode IV" -> its name, and the rest. */
function parts(title: string): [string, string?] {
  const [between] = BETWEEN.exec(title.slice(SHORTEST_MAIN)) ?? [];
  if (between === undefined) return [title];
  const end = title.indexOf(between, SHORTEST_MAIN);
  const rest = title.slice(end + between.length);
  return end <= MOST_MAIN && rest !== "" ? [title.slice(0, end), rest] : [title];
}

export function layTitle(title: string, face: FaceName, box: Box): Laid {
  const [main, rest] = parts(title);
  if (rest === undefined) return fit(main, face, box, box.width * LARGEST);
  const first = fit(main, face, { ...box, height: box.height * MAIN_SHARE }, box.width * LARGEST);
  const smallest = Math.min(...first.lines.map(({ size }) => size));
  const room = { ...box, height: box.height - first.height - SUBTITLE_GAP, justified: false };
  const second = fit(rest, "text", room, Math.min(MOST_SUBTITLE, smallest * 0.6));
  const top = first.height + SUBTITLE_GAP;
  return {
    lines: [...first.lines, ...second.lines.map((line) => ({ ...line, baseline: line.baseline + top }))],
    height: top + second.height,
  };
}

/** The breaking in which the letters are largest. */
function fit(text: string, face: FaceName, box: Box, largest: number): Laid {
  const { leading, blocks } = FACES[face];
  const cap = capHeight(face);
  let best: Laid | undefined;
  let bestArea = 0;
  for (const lines of waysToBreak(text, (part) => widthOf(face, part))) {
    const widths = lines.map((line) => Math.max(widthOf(face, line), 0.01));
    const laid =
      blocks && box.justified && lines.length > 1 && Math.max(...widths) < 2.6 * Math.min(...widths)
        ? justify(lines, widths, face, box, largest)
        : even(lines, widths, { face, leading, cap, box, largest });
    const area = laid.lines.reduce((sum, { size, width }) => sum + size * width, 0);
    if (area > bestArea) [best, bestArea] = [laid, area];
  }
  return best ?? { lines: [], height: 0 };
}

function even(
  lines: readonly string[],
  widths: readonly number[],
  {
    face,
    leading,
    cap,
    box,
    largest,
  }: { face: FaceName; leading: number; cap: number; box: Box; largest: number },
): Laid {
  const rise = reachOf(face, lines[0]!).above;
  const step = leading + Math.max(0, ...lines.slice(1).map((line) => accentOf(line, face)));
  const high = rise + cap + (lines.length - 1) * step + reachOf(face, lines.at(-1)!).below;
  const size = Math.max(1, Math.min(largest, box.width / Math.max(...widths), box.height / high));
  return {
    lines: lines.map((text, at) => ({
      text,
      face,
      size,
      width: widths[at]! * size,
      baseline: size * (rise + cap + at * step),
    })),
    height: size * high,
  };
}

/** Between lines set to one width, of the width. */
const JUSTIFIED_GAP = 0.028;

function justify(
  lines: readonly string[],
  widths: readonly number[],
  face: FaceName,
  box: Box,
  largest: number,
): Laid {
  const cap = capHeight(face);
  const sizes = widths.map((width) => 1 / width);
  const heights = lines.map((line) => cap + accentOf(line, face));
  const high =
    sizes.reduce((sum, size, at) => sum + size * heights[at]!, 0) + JUSTIFIED_GAP * (lines.length - 1);
  const scale = Math.max(1, Math.min(box.width, box.height / high, (largest * 1.3) / Math.max(...sizes)));
  let y = 0;
  return {
    lines: lines.map((text, at) => {
      const size = sizes[at]! * scale;
      y += size * heights[at]! + (at > 0 ? JUSTIFIED_GAP * scale : 0);
      return { text, face, size, width: scale, baseline: y };
    }),
    height: high * scale,
  };
}
