/** A poster as PNG, for platforms that take no SVG. Off the main thread. */
import { renderAsync } from "@resvg/resvg-js";

/** @param width pixels; the height follows */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "width", value: width },
    // Only letters that no shipped face has are set in fonts of the machine, and reading those takes long.
    font: { loadSystemFonts: svg.includes("<text") },
  });
  return image.asPng();
}
