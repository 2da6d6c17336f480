import { useEffect, useState } from "react";
import type { ToldShared } from "../../../told.ts";
import { ask } from "../api/ask.ts";
import { useMatinee } from "../state/matinee.ts";
import { CopyLink } from "./copy-link.tsx";

const SHARED = "/people/me/shared";
const SEES: Readonly<Record<ToldShared["what"], string>> = {
  list: "the films on your list",
  taste: "the films that you love and like, and which genres they are of",
};
const dayOf = (atMs: number): string =>
  new Date(atMs).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

interface Items {
  readonly items: readonly ToldShared[];
}

/** Makes links by which others see something, and withdraws them. @param isEmpty there is nothing to be seen yet */
export function ShareByLink({
  what,
  isEmpty,
}: {
  readonly what: ToldShared["what"];
  readonly isEmpty: boolean;
}) {
  const { revision } = useMatinee();
  const [all, setPages] = useState<readonly ToldShared[]>([]);
  const [link, setLink] = useState<{ readonly id: string; readonly address: string }>();
  const [problem, setProblem] = useState("");
  const pages = all.filter((page) => page.what === what);
  const fails = (error: Error) => setProblem(error.message);

  useEffect(() => {
    ask<Items>("GET", SHARED).then(
      ({ items }) => setPages(items),
      (error: Error) => setProblem(error.message),
    );
  }, [revision]);

  const share = async () => {
    setProblem("");
    const { path, ...page } = await ask<ToldShared & { readonly path: string }>("POST", SHARED, { what });
    setLink({ id: page.id, address: location.origin + path });
    setPages((before) => [...before, page]);
  };
  const stop = async (id: string) => {
    setProblem("");
    setPages((await ask<Items>("DELETE", `${SHARED}/${id}`)).items);
    if (link?.id === id) setLink(undefined);
  };
  if (isEmpty && pages.length === 0) return null;
  return (
    <section className="flex flex-col items-start gap-3" aria-label="Shared by a link">
      {!isEmpty && (
        <button type="button" className="button" onClick={() => void share().catch(fails)}>
          As a link
        </button>
      )}
      <div aria-live="polite">
        {link && (
          <div className="flex flex-col items-start gap-3 rounded-2xl border border-line bg-raised p-4">
            <p>
              Whoever has this link sees {SEES[what]}, always as it stands then, and nothing else of you. It
              is shown here this once.
            </p>
            <p className="flex flex-wrap items-center gap-3">
              <a
                className="inline-flex min-h-11 items-center break-all underline"
                href={link.address}
                target="_blank"
                rel="noreferrer"
              >
                {link.address}
              </a>
              <CopyLink address={link.address} />
            </p>
          </div>
        )}
      </div>
      {pages.length > 0 && (
        <ul className="flex flex-col gap-2">
          {pages.map(({ id, sinceMs }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span className="text-quiet">Shared by a link since {dayOf(sinceMs)}</span>
              <button type="button" className="button text-sm" onClick={() => void stop(id).catch(fails)}>
                Stop sharing
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}
