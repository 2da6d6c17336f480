/**
 * Posters that are drawn, for films whose own poster may not be shown: of genres, tone, place, time, people and title.
 * Pure but for the type, which is read from the packages that ship it. The same film, the same poster, byte for byte.
 */

import { hashOfKey } from "../catalog/key-hash.ts";
import { escaped } from "../files/html.ts";
import { createRandom } from "../numerics/random.ts";
import { rankLooks } from "./choose.ts";
import { HEIGHT, WIDTH } from "./draw.ts";
import type { PosterFilm } from "./film.ts";
import { LOOKS } from "./looks.ts";
import { PALETTES } from "./palettes.ts";
import { termsOf } from "./terms.ts";
import { toneOf } from "./tone.ts";
import { faceOf } from "./type/face-of.ts";
import { setBlock } from "./type/set-block.ts";

export interface Poster {
  /** 600 x 900, whole in itself: no font, style or picture from elsewhere. */
  readonly svg: string;
  /** The composition's name: see `not`. */
  readonly look: string;
  /** For those who do not see it. */
  readonly alt: string;
  /** "#rrggbb", of its tone, to be set beside it. */
  readonly colour: string;
}

/** A composition, and what is seen of the film in it. */
export interface PosterLook {
  readonly name: string;
  readonly alt: string;
}

export interface PosterOptions {
  /** The look of the poster shown before: another is drawn. */
  readonly not?: string | undefined;
  /** This look and no other. @throws RangeError where there is none of the name */
  readonly look?: string | undefined;
}

export function posterOf(asked: PosterFilm, { not, look: wanted }: PosterOptions = {}): Poster {
  const film = {
    ...asked,
    title: writable(asked.title),
    directors: asked.directors.map(writable),
    cast: asked.cast.map(writable),
  };
  const terms = termsOf(film);
  const seed = hashOfKey(film.id);
  const look =
    wanted === undefined ? rankLooks(LOOKS, terms, seed).find(({ name }) => name !== not)! : named(wanted);
  const random = createRandom(seed + 1);
  const tone = toneOf(terms);
  const palettes = PALETTES[tone];
  const palette = palettes[random.int(palettes.length)]!;
  const face = faceOf(film.year, tone, random);
  const has = (...wantedTerms: readonly string[]) => wantedTerms.some((term) => terms.has(term));
  const { art, type } = look.draw({ film, palette, random, has });
  const alt = altOf(film, look.shows);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img"><title>${escaped(alt)}</title>${art}<g id="words">${setBlock(film, type, face)}</g></svg>`,
    look: look.name,
    alt,
    colour: palette.accent,
  };
}

/** The two compositions that suit the film best, without drawing them. */
export const looksOf = (film: PosterFilm): readonly PosterLook[] =>
  rankLooks(LOOKS, termsOf(film), hashOfKey(film.id))
    .slice(0, 2)
    .map(({ name, shows }) => ({ name, alt: altOf(film, shows) }));

/** Without what no XML may hold: control characters, halves of characters. */
const writable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ").trim();

function named(name: string) {
  const look = LOOKS.find((each) => each.name === name);
  if (!look)
    throw new RangeError(
      `There is no look "${name}": choose one of ${LOOKS.map((each) => each.name).join(", ")}.`,
    );
  return look;
}

const altOf = ({ title, year }: PosterFilm, shows: string): string =>
  `Drawn poster of ${title}${year === undefined ? "" : ` (${year})`}: ${shows}`;
