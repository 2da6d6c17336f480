/** The faces that posters are set in, by decade. All are under the SIL Open Font License. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { once } from "../../catalog/once.ts";

interface Face {
  readonly package: string;
  readonly weight: number;
  /** Set in capitals. */
  readonly capitals: boolean;
  /** Space between lines, of the size. */
  readonly leading: number;
  /** Space between letters, of the size. */
  readonly tracking: number;
  /** Lines of one title may be set to one width, each in its own size. */
  readonly blocks: boolean;
}

const face = (name: string, weight: number, leading: number, more: Partial<Face> = {}): Face => ({
  package: name,
  weight,
  leading,
  capitals: false,
  tracking: 0,
  blocks: false,
  ...more,
});
const CAPITALS = { capitals: true };
const BLOCKS = { capitals: true, blocks: true };

export const FACES = {
  limelight: face("limelight", 400, 0.98, CAPITALS),
  leagueGothic: face("league-gothic", 400, 0.86, BLOCKS),
  abril: face("abril-fatface", 400, 0.94),
  slab: face("alfa-slab-one", 400, 0.98, BLOCKS),
  futura: face("jost", 800, 0.92, { ...CAPITALS, tracking: -0.01 }),
  caprasimo: face("caprasimo", 400, 0.94),
  shrikhand: face("shrikhand", 400, 0.96),
  righteous: face("righteous", 400, 0.96, CAPITALS),
  russo: face("russo-one", 400, 0.94, BLOCKS),
  anton: face("anton", 400, 1.02, BLOCKS),
  cinzel: face("cinzel", 700, 0.98, { ...CAPITALS, tracking: 0.02 }),
  bebas: face("bebas-neue", 400, 0.84, BLOCKS),
  playfair: face("playfair-display", 900, 0.98),
  archivo: face("archivo-black", 400, 0.94, BLOCKS),
  dmSerif: face("dm-serif-display", 400, 0.96),
  bricolage: face("bricolage-grotesque", 800, 0.9),
  instrument: face("instrument-serif", 400, 0.9),
  text: face("jost", 500, 1.2, { capitals: true, tracking: 0.14 }),
} satisfies Readonly<Record<string, Face>>;
export type FaceName = keyof typeof FACES;

const SCRIPTS = ["latin", "latin-ext"] as const;
/** For letters that a face lacks. */
const RESERVE = { package: "jost", weight: 700, scripts: ["latin-ext", "cyrillic"] } as const;

const packages = createRequire(import.meta.url);

/** The part of opentype.js used here: outlines and measures of single letters, in units of the font. */
export interface Font {
  readonly unitsPerEm: number;
  charToGlyphIndex(character: string): number;
  charToGlyph(character: string): Glyph;
  getKerningValue(left: Glyph, right: Glyph): number;
}
/** As of SVG, but upwards; control points are x1, y1 and x2, y2. */
interface PathCommand {
  readonly type: "M" | "L" | "Q" | "C" | "Z";
  readonly x?: number;
  readonly y?: number;
  readonly x1?: number;
  readonly y1?: number;
  readonly x2?: number;
  readonly y2?: number;
}

export interface Glyph {
  readonly advanceWidth?: number;
  getBoundingBox(): { readonly y1: number; readonly y2: number };
  readonly path: { readonly commands: readonly PathCommand[] };
}
const { parse } = packages("opentype.js") as { parse(bytes: ArrayBufferLike): Font };

function read(name: string, script: string, weight: number): Font | undefined {
  try {
    const file = packages.resolve(`@fontsource/${name}/files/${name}-${script}-${weight}-normal.woff`);
    const bytes = readFileSync(file);
    return parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw cause;
  }
}

const fontsBy = new Map<string, () => Font | undefined>();
function font(name: string, script: string, weight: number): Font | undefined {
  const key = `${name} ${script} ${weight}`;
  const known = fontsBy.get(key) ?? once(() => read(name, script, weight));
  fontsBy.set(key, known);
  return known();
}

/** A letter of one font. Lengths are in units of the size. */
export interface Letter {
  readonly font: Font;
  readonly glyph: Glyph;
  readonly advance: number;
  /** Above the line it stands on, and below it. */
  readonly top: number;
  readonly bottom: number;
  /** By the letter after it; filled as letters meet, for asking the font is slow. */
  readonly kerning: Map<Letter, number>;
}

/** Between a letter and the one after it. */
export function kerningOf(left: Letter, right: Letter): number {
  if (left.font !== right.font) return 0;
  const known = left.kerning.get(right);
  if (known !== undefined) return known;
  const kerning = left.font.getKerningValue(left.glyph, right.glyph) / left.font.unitsPerEm;
  left.kerning.set(right, kerning);
  return kerning;
}

const lettersBy = new Map<FaceName, Map<string, Letter | undefined>>();

/** The letter in the face, else in the reserve; undefined where neither has it, as of Chinese. */
export function letterOf(name: FaceName, character: string): Letter | undefined {
  const letters = lettersBy.get(name) ?? new Map<string, Letter | undefined>();
  lettersBy.set(name, letters);
  if (!letters.has(character)) letters.set(character, findLetter(FACES[name], character));
  return letters.get(character);
}

function findLetter(face: Face, character: string): Letter | undefined {
  const fonts = [
    ...SCRIPTS.map((script) => () => font(face.package, script, face.weight)),
    ...RESERVE.scripts.map((script) => () => font(RESERVE.package, script, RESERVE.weight)),
  ];
  for (const get of fonts) {
    const found = get();
    if (!found || found.charToGlyphIndex(character) === 0) continue;
    const glyph = found.charToGlyph(character);
    const { y1, y2 } = glyph.getBoundingBox();
    const inSizes = (value: number) => value / found.unitsPerEm;
    return {
      font: found,
      glyph,
      advance: inSizes(glyph.advanceWidth ?? 0),
      top: inSizes(y2),
      bottom: inSizes(-y1),
      kerning: new Map(),
    };
  }
  return undefined;
}

const CAPITALS_WITHOUT_FONT = 0.7;

/** Height of capitals, of the size. */
export const capHeight = (name: FaceName): number => letterOf(name, "H")?.top ?? CAPITALS_WITHOUT_FONT;
