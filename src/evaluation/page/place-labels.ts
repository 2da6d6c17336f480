/** A point in pixels with the text that should stand beside it. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Of the dot, in pixels. */
  readonly radius: number;
  readonly text: string;
}

export type Side = "right" | "left" | "top" | "bottom";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIDES: readonly Side[] = ["right", "left", "top", "bottom"];

/**
 * On which side of its dot each text stands without touching another text, a dot of the list, or the frame; those
 * first in the list choose first.
 *
 * @param avoid "all" dots of the list, or only those of texts already "placed"
 * @returns undefined for a text without room
 */
export function placeLabels(
  points: readonly Labelled[],
  {
    width,
    height,
    fontSize,
    avoid,
    limit = points.length,
  }: { width: number; height: number; fontSize: number; avoid: "all" | "placed"; limit?: number },
): (Side | undefined)[] {
  const taken: Box[] = avoid === "all" ? points.map(dotOf) : [];
  let placed = 0;
  return points.map((point, at) => {
    if (placed === limit) return undefined;
    const own = avoid === "all" ? taken[at] : undefined;
    const isFree = (box: Box) =>
      box.left >= 0 &&
      box.right <= width &&
      box.top >= 0 &&
      box.bottom <= height &&
      !taken.some((other) => other !== own && touch(box, other));
    if (avoid === "placed" && !isFree(dotOf(point))) return undefined;
    const side = SIDES.find((candidate) => isFree(textBox(point, candidate, fontSize)));
    if (!side) return undefined;
    placed++;
    taken.push(textBox(point, side, fontSize));
    if (avoid === "placed") taken.push(dotOf(point));
    return side;
  });
}

const dotOf = ({ x, y, radius }: Labelled): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** Letters are wider than half their height by a little: an estimate on the safe side. */
const WIDTH_PER_HEIGHT = 0.58;
const DISTANCE = 4;

function textBox({ x, y, radius, text }: Labelled, side: Side, fontSize: number): Box {
  const width = text.length * fontSize * WIDTH_PER_HEIGHT;
  const height = fontSize * 1.25;
  const away = radius + DISTANCE;
  const left = { right: x + away, left: x - away - width, top: x - width / 2, bottom: x - width / 2 }[side];
  const top = { right: y - height / 2, left: y - height / 2, top: y - away - height, bottom: y + away }[side];
  return { left, right: left + width, top, bottom: top + height };
}

const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
