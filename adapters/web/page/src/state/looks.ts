/** Which of its posters a film is shown with: never of the look of the film before. */
import type { ToldFilm, ToldPoster } from "../../../told.ts";
import { keep, kept } from "./kept.ts";

interface Shown {
  readonly film: string;
  readonly look: string;
}

const KEPT = 40;
/** The latest last. */
let shown: readonly Shown[] = kept<readonly Shown[]>("looks", []);

/** The same film keeps its look for as long as it is remembered, through reloads and undo. */
export function posterFor(film: ToldFilm): ToldPoster | undefined {
  const known = shown.find((one) => one.film === film.id);
  if (known) return film.posters.find(({ look }) => look === known.look) ?? film.posters[0];
  const before = shown.at(-1)?.look;
  const poster = film.posters.find(({ look }) => look !== before) ?? film.posters[0];
  if (poster) {
    shown = [...shown, { film: film.id, look: poster.look }].slice(-KEPT);
    keep("looks", shown);
  }
  return poster;
}

/** @param areDrawn all of them, so that nothing is looked up */
export const addressOf = ({ svg }: ToldPoster, areDrawn: boolean): string =>
  areDrawn ? svg : svg.replace("/poster.svg?", "/poster?");
