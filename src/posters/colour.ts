/** Colours as "#rrggbb". */

const channels = (colour: string): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** WCAG 2.2, relative luminance: 0 black, 1 white. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: 1 for the same, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** @param share of the second, 0..1 */
export function mix(first: string, second: string, share: number): string {
  const [from, to] = [channels(first), channels(second)];
  const parts = from.map((channel, at) => Math.round(channel + (to[at]! - channel) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2.2 AA for text of any size. */
export const LEAST_CONTRAST = 4.5;

const STEP = 0.04;

/** The nearest colour on which one of the two can be read: as it is, or a little nearer to the other. */
export function groundFor(colour: string, dark: string, light: string): string {
  for (let share = 0; share < 1; share += STEP) {
    const [darker, lighter] = [mix(colour, dark, share), mix(colour, light, share)];
    if (contrast(darker, light) >= LEAST_CONTRAST) return darker;
    if (contrast(lighter, dark) >= LEAST_CONTRAST) return lighter;
  }
  return light;
}
