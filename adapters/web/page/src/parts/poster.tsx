import type { ToldFilm, ToldPoster } from "../../../told.ts";
import { addressOf, posterFor } from "../state/looks.ts";
import { useMatinee } from "../state/matinee.ts";

/** What is seen where a poster may be the film's own. */
const named = ({ title, year }: ToldFilm): string =>
  `Poster of ${title}${year === undefined ? "" : ` (${year})`}`;

const altOf = (film: ToldFilm, { alt }: ToldPoster, areDrawn: boolean): string =>
  areDrawn ? alt : named(film);

/** @param isLarge of the film in front: its look is chosen by what was shown before */
export function Poster({ film, isLarge = false }: { readonly film: ToldFilm; readonly isLarge?: boolean }) {
  const areDrawn = useMatinee().notices.length === 0;
  const poster = isLarge ? posterFor(film) : film.posters[0];
  if (!poster) return null;
  return (
    <img
      src={addressOf(poster, areDrawn)}
      alt={isLarge ? altOf(film, poster, areDrawn) : ""}
      width={600}
      height={900}
      draggable={false}
      onError={({ currentTarget }) => {
        if (!areDrawn && !currentTarget.src.endsWith(poster.svg)) currentTarget.src = poster.svg;
      }}
      loading={isLarge ? "eager" : "lazy"}
      className={`aspect-[2/3] select-none rounded-lg bg-line ring-1 ring-ink/15 ${areDrawn ? "object-contain" : "object-cover"} ${isLarge ? "h-full max-h-full w-auto shadow-2xl" : "h-auto w-full"}`}
    />
  );
}
