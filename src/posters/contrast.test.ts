import { renderAsync } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { contrast } from "./colour.ts";
import { LOOKS } from "./looks.ts";
import { PALETTES } from "./palettes.ts";
import { posterOf } from "./poster.ts";
import { MANY_KINDS } from "./testing/films.ts";

const WIDTH = 160;

async function pixelsOf(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: WIDTH },
    font: { loadSystemFonts: false },
  });
  return image.pixels;
}

const colourAt = (pixels: Buffer, at: number): string => `#${pixels.subarray(at, at + 3).toString("hex")}`;

/** Of the pixels that letters cover wholly, the share that stands out from what lies beneath. */
async function shareReadable(svg: string): Promise<number> {
  const [, words = ""] = /(<g id="words">.*<\/g>)<\/svg>$/s.exec(svg) ?? [];
  const fills = new Set([...words.matchAll(/fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => fill));
  const [full, bare] = await Promise.all([pixelsOf(svg), pixelsOf(svg.replace(words, ""))]);
  let [covered, readable] = [0, 0];
  for (let at = 0; at < full.length; at += 4) {
    const letter = colourAt(full, at);
    if (!fills.has(letter) || full.readUInt32LE(at) === bare.readUInt32LE(at)) continue;
    covered++;
    if (contrast(letter, colourAt(bare, at)) >= 4.5) readable++;
  }
  return readable / covered;
}

describe("contrast", () => {
  test("of paper and ink is ample in every palette, and of one of them on each of its colours", () => {
    for (const palette of Object.values(PALETTES).flat()) {
      const { paper, ink } = palette;
      expect(contrast(paper, ink)).toBeGreaterThan(12);
      for (const ground of Object.values(palette)) {
        expect(Math.max(contrast(paper, ground), contrast(ink, ground))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test.each(LOOKS.map(({ name }) => name))(
    "of the words of %s is enough for small text, as painted",
    async (look) => {
      for (const film of MANY_KINDS) {
        const { svg } = posterOf(film, { look });
        expect(await shareReadable(svg), film.genres.join()).toBeGreaterThan(0.97);
      }
    },
  );
});
