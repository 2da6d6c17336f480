import type { ToldFilm } from "../../../told.ts";
import { factsInOneLine } from "./facts.tsx";
import { Poster } from "./poster.tsx";

/** A film in a list, with what can be done about it. */
export const FilmRow = ({
  film,
  note,
  children,
}: {
  readonly film: ToldFilm;
  readonly note?: string;
  readonly children?: React.ReactNode;
}) => (
  <li className="flex items-center gap-4 border-b border-line py-3">
    <div className="w-16 shrink-0 sm:w-20">
      <Poster film={film} />
    </div>
    <div className="min-w-0 flex-1">
      <p className="font-semibold break-words">{film.title}</p>
      <p className="text-sm text-quiet">{factsInOneLine(film)}</p>
      {note && <p className="text-sm">{note}</p>}
    </div>
    {children}
  </li>
);
