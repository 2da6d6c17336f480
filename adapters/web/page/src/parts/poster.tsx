import type { ToldFilm } from "../../../told.ts";
import { posterFor } from "../state/looks.ts";

/** @param isLarge of the film in front: its look is chosen by what was shown before */
export function Poster({ film, isLarge = false }: { readonly film: ToldFilm; readonly isLarge?: boolean }) {
  const poster = isLarge ? posterFor(film) : film.posters[0];
  if (!poster) return null;
  return (
    <img
      src={poster.svg}
      alt={isLarge ? poster.alt : ""}
      width={600}
      height={900}
      draggable={false}
      loading={isLarge ? "eager" : "lazy"}
      className={`aspect-[2/3] select-none rounded-lg bg-line ring-1 ring-ink/15 object-contain ${isLarge ? "h-full max-h-full w-auto shadow-2xl" : "h-auto w-full"}`}
    />
  );
}
