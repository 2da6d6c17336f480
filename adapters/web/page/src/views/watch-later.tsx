import type { ToldKept } from "../../../told.ts";
import { useList } from "../hooks/use-list.ts";
import { go } from "../hooks/use-route.ts";
import { FilmRow } from "../parts/film-row.tsx";
import { FindFilms } from "../parts/find-films.tsx";
import { Listed } from "../parts/listed.tsx";
import { ShareByLink } from "../parts/share-by-link.tsx";
import { say, takeOff, useMatinee } from "../state/matinee.ts";

/** What is kept to watch later, the best for now first. */
export function WatchLater() {
  const { revision, takenOff } = useMatinee();
  const list = useList<ToldKept>("/people/me/watch-later", revision);
  const items = list.items.filter(({ film }) => !takenOff.includes(film.id));
  const oneOfThem = () => {
    say("something from my list", false);
    go("/");
  };
  return (
    <div className="flex flex-col gap-8">
      <Listed
        title="Later"
        empty="Nothing is kept for later. Press Later on a film, or find one here."
        intro={
          <div className="flex flex-col gap-3">
            {items.length > 0 && (
              <p className="flex flex-wrap gap-3">
                <button type="button" className="button-strong" onClick={oneOfThem}>
                  One of them tonight
                </button>
                <a className="button" href="/people/me/picture.png?of=list" download="films-to-watch.png">
                  As a picture
                </a>
              </p>
            )}
            <ShareByLink what="list" isEmpty={items.length === 0} />
          </div>
        }
        list={{ ...list, items }}
        row={({ film }) => (
          <FilmRow key={film.id} film={film} {...(film.line !== undefined && { note: film.line })}>
            <button type="button" className="button text-sm" onClick={() => takeOff(film)}>
              Take off<span className="sr-only"> {film.title}</span>
            </button>
          </FilmRow>
        )}
      />
      <section className="flex flex-col gap-4">
        <h2 className="font-title text-2xl">Keep one</h2>
        <FindFilms list="watch-later" label="A film to watch later" adds="Keep for later" />
      </section>
    </div>
  );
}
