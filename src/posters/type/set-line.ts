/** One line of text as outlines, so that it looks the same wherever the poster is shown. */

import { escaped } from "../../files/html.ts";
import { element, num } from "../draw.ts";
import { capHeight, FACES, type FaceName, kerningOf, type Letter, letterOf } from "./typefaces.ts";

/** What a letter that no face has takes up: Chinese and its like are as wide as high. */
const UNKNOWN_ADVANCE = 1;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As it is set: in capitals where the face is. */
export const cased = (face: FaceName, text: string): string => {
  const composed = text.normalize("NFC");
  return FACES[face].capitals ? composed.toUpperCase() : composed;
};

interface Placed {
  readonly character: string;
  readonly x: number;
}

function lay(face: FaceName, text: string): { letters: Placed[]; width: number } {
  const { tracking } = FACES[face];
  const letters: Placed[] = [];
  let x = 0;
  let before: ReturnType<typeof letterOf>;
  for (const { segment: character } of segmenter.segment(text)) {
    const letter = letterOf(face, character);
    if (letter && before) x += kerningOf(before, letter);
    letters.push({ character, x });
    x += (letter?.advance ?? UNKNOWN_ADVANCE) + tracking;
    before = letter;
  }
  return { letters, width: Math.max(0, x - tracking) };
}

/** Not by the font reader's own writer, which makes NaN of numbers near zero. */
function outlineOf({ font, glyph }: Letter, x: number, y: number, size: number): string {
  const scale = size / font.unitsPerEm;
  const across = (value: number | undefined) => (value === undefined ? "" : `${num(x + value * scale)} `);
  const down = (value: number | undefined) => (value === undefined ? "" : `${num(y - value * scale)} `);
  let d = "";
  for (const { type, x1, y1, x2, y2, x: toX, y: toY } of glyph.path.commands) {
    d += type + across(x1) + down(y1) + across(x2) + down(y2) + across(toX) + down(toY);
  }
  return d;
}

/** In units of the size. */
export const widthOf = (face: FaceName, text: string): number => lay(face, cased(face, text)).width;

/** How far a line reaches above capitals and below the line they stand on, in units of the size. */
export function reachOf(face: FaceName, text: string): { readonly above: number; readonly below: number } {
  const cap = capHeight(face);
  let [above, below] = [0, 0];
  for (const { segment } of segmenter.segment(cased(face, text))) {
    const letter = letterOf(face, segment);
    above = Math.max(above, (letter?.top ?? 0) - cap);
    below = Math.max(below, letter?.bottom ?? 0);
  }
  return { above, below };
}

/** @param x of the left edge; y of the line that the letters stand on */
export function setLine(
  face: FaceName,
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
): string {
  let outlines = "";
  let others = "";
  for (const { character, x: at } of lay(face, cased(face, text)).letters) {
    const letter = letterOf(face, character);
    const left = x + at * size;
    if (letter) {
      outlines += outlineOf(letter, left, y, size);
    } else if (character.trim() !== "") {
      others += `<text x="${num(left)}" y="${num(y)}" font-size="${num(size * 0.94)}" font-family="sans-serif" font-weight="700">${escaped(character)}</text>`;
    }
  }
  return element("g", { fill }, `${outlines && element("path", { d: outlines })}${others}` || " ");
}
