import type { ToldHistoryItem, ToldVerdict } from "../../../told.ts";
import { useList } from "../hooks/use-list.ts";
import { FilmRow } from "../parts/film-row.tsx";
import { Listed } from "../parts/listed.tsx";
import { useMatinee } from "../state/matinee.ts";

const WORDS: Readonly<Record<ToldVerdict, string>> = {
  favourite: "⭐ a favourite",
  like: "👍 liked",
  dislike: "👎 not for you",
  skip: "⏭️ skipped",
  seen: "👁️ seen",
  never: "🚫 never again",
};

export function History() {
  const { revision } = useMatinee();
  const list = useList<ToldHistoryItem>("/people/me/history", revision);
  return (
    <Listed
      title="History"
      empty="Nothing was suggested yet."
      list={list}
      row={({ suggestion, film, verdict, isKept, atMs }) => (
        <FilmRow
          key={suggestion}
          film={film}
          note={`${[...(verdict ? [WORDS[verdict]] : []), ...(isKept ? ["🔖 on your list"] : [])].join(", ") || "not answered"}, ${new Date(atMs).toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" })}`}
        />
      )}
    />
  );
}
