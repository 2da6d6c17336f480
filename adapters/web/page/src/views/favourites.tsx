import type { ToldOpinion } from "../../../told.ts";
import { useList } from "../hooks/use-list.ts";
import { FilmRow } from "../parts/film-row.tsx";
import { FindFilms } from "../parts/find-films.tsx";
import { Listed } from "../parts/listed.tsx";
import { change, useMatinee } from "../state/matinee.ts";

export function Favourites() {
  const { revision } = useMatinee();
  const list = useList<ToldOpinion>("/people/me/favourites", revision);
  return (
    <div className="flex flex-col gap-8">
      <Listed
        title="Favourites"
        empty="None yet. A film that you love says more than twenty that you like."
        list={list}
        row={({ film }) => (
          <FilmRow key={film.id} film={film}>
            <button
              type="button"
              className="button text-sm"
              onClick={() => void change("DELETE", "favourites", film.id)}
            >
              Remove<span className="sr-only"> {film.title}</span>
            </button>
          </FilmRow>
        )}
      />
      <section className="flex flex-col gap-4">
        <h2 className="font-title text-2xl">Add one</h2>
        <FindFilms list="favourites" label="A film you love" adds="Add to your favourites" />
      </section>
    </div>
  );
}
