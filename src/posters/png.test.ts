import { expect, test } from "vitest";
import { pngOf } from "./png.ts";
import { posterOf } from "./poster.ts";
import { sheetOf } from "./sheet.ts";
import { aFilm, MANY_KINDS } from "./testing/films.ts";

/** Of a PNG: its header begins with width and height. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("a poster becomes a PNG of the width asked for, the same each time", async () => {
  const { svg } = posterOf(aFilm());
  const png = await pngOf(svg, 400);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(sizeOf(png)).toEqual([400, 600]);
  expect((await pngOf(svg, 400)).equals(png)).toBe(true);
});

test("a sheet holds all posters, and each keeps colours of its own", async () => {
  const posters = MANY_KINDS.slice(0, 4).map((film) => posterOf(film, { look: "grid" }));
  const sheet = sheetOf(posters, 2);
  expect(sheet.match(/<svg/g)).toHaveLength(5);
  const ids = [...sheet.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(sizeOf(await pngOf(sheet, 1272))).toEqual([1272, 1872]);
});
