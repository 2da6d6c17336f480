import type { ChangeEvent } from "react";
import { BROUGHT, bring, useMatinee } from "../state/matinee.ts";
import { SaidCard } from "./said-card.tsx";

/** What was watched and rated elsewhere, from a file. */
export function BringAlong() {
  const { exchanges } = useMatinee();
  const from = exchanges.findLastIndex(({ said }) => said.startsWith(`${BROUGHT} `));
  const spoken = from < 0 ? [] : exchanges.slice(from);
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) void bring(file);
    target.value = ""; // the same file again is a choice as well
  };
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="font-title text-2xl">Bring your history along</h2>
      <p className="text-quiet">
        The export of Letterboxd, IMDb, Trakt, Simkl, TMDB, MovieLens or another Matinee, or a table with
        title, year and rating. You see what would be noted first. The file is not kept.
      </p>
      <p>
        <label className="button inline-flex cursor-pointer items-center focus-within:outline-2">
          Choose a file
          <input type="file" className="sr-only" accept=".zip,.csv,.tsv,.txt,.json" onChange={chosen} />
        </label>
      </p>
      <div aria-live="polite">
        {spoken.length > 0 && (
          <div className="flex flex-col gap-4 rounded-2xl border border-line bg-raised p-4">
            {spoken.map(({ event, cards }, nth) =>
              cards.map((card) => (
                <SaidCard
                  key={event + card.lines.join()}
                  card={nth < spoken.length - 1 ? { ...card, actions: [] } : card}
                />
              )),
            )}
          </div>
        )}
      </div>
    </section>
  );
}
