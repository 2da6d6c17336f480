import type { Random } from "../numerics/random.ts";
import type { PosterFilm } from "./film.ts";
import type { Palette } from "./palettes.ts";
import type { TypeBlock } from "./type/set-block.ts";

/** What a look may draw with. All chance is the film's own: the same film, the same poster. */
export interface Stage {
  readonly film: PosterFilm;
  readonly palette: Palette;
  readonly random: Random;
  /** Of what the film is made of: genres, tags, words of the title. */
  readonly has: (...terms: readonly string[]) => boolean;
}

/** One composition: what it shows, which films it suits, and how it is drawn. */
export interface Look {
  readonly name: string;
  /** For those who do not see it, after "Drawn poster: ". */
  readonly shows: string;
  /** How well it goes with a film that has the term; see termsOf. */
  readonly suits: Readonly<Record<string, number>>;
  draw(stage: Stage): { readonly art: string; readonly type: TypeBlock };
}
