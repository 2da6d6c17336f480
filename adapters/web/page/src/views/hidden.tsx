import type { ToldOpinion, ToldPage } from "../../../told.ts";
import { useList } from "../hooks/use-list.ts";
import { FilmRow } from "../parts/film-row.tsx";
import { Listed } from "../parts/listed.tsx";
import { change, useMatinee } from "../state/matinee.ts";

type HiddenPage = ToldPage<ToldOpinion> & { readonly refused: readonly string[] };

export function Hidden() {
  const { revision } = useMatinee();
  const list = useList<ToldOpinion, HiddenPage>("/people/me/hidden", revision);
  const refused = list.page?.refused ?? [];
  return (
    <Listed
      title="Hidden"
      empty="Nothing is hidden. What you have seen or refused stays away, and is listed here."
      intro={refused.length > 0 && <p>Kept away as well: {refused.join(", ")}.</p>}
      list={list}
      row={({ film, verdict }) => (
        <FilmRow key={film.id} film={film} note={verdict === "seen" ? "seen" : "kept away"}>
          <button
            type="button"
            className="button text-sm"
            onClick={() => void change("DELETE", "hidden", film.id)}
          >
            Restore<span className="sr-only"> {film.title}</span>
          </button>
        </FilmRow>
      )}
    />
  );
}
