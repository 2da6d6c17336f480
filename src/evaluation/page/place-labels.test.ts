import { expect, test } from "vitest";
import { placeLabels } from "./place-labels.ts";

const frame = { width: 300, height: 200, fontSize: 12 };
const dot = (x: number, y: number, text: string) => ({ x, y, radius: 4, text });

test("a text stands to the right where there is room, and left of a dot at the frame's edge", () => {
  const points = [dot(20, 50, "Heat"), dot(290, 100, "Alien")];
  expect(placeLabels(points, { ...frame, avoid: "all" })).toEqual(["right", "left"]);
});

test("a text that would lie on another dot goes elsewhere, and one without any room is left out", () => {
  const crowded = [dot(100, 50, "item-item"), dot(130, 50, "EASE")];
  expect(placeLabels(crowded, { ...frame, avoid: "all" })).toEqual(["left", "right"]);
  const narrow = { ...frame, width: 20, height: 20 };
  expect(placeLabels([dot(10, 10, "a long name")], { ...narrow, avoid: "all" })).toEqual([undefined]);
});

test("the first in the list choose first, up to the limit", () => {
  const same = [dot(100, 50, "first"), dot(101, 50, "second"), dot(100, 150, "third"), dot(10, 10, "fourth")];
  expect(placeLabels(same, { ...frame, avoid: "placed", limit: 2 })).toEqual([
    "right",
    undefined,
    "right",
    undefined,
  ]);
});
