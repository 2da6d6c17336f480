import { useEffect, useRef, useState } from "react";
import type { ToldProfile } from "../../../told.ts";
import { ask } from "../api/ask.ts";
import { BringAlong } from "../parts/bring-along.tsx";
import { LeaningChart } from "../parts/leaning-chart.tsx";
import { MovementChart } from "../parts/movement-chart.tsx";
import { OneMemory } from "../parts/one-memory.tsx";
import { ShareByLink } from "../parts/share-by-link.tsx";
import { forgetMe, useMatinee } from "../state/matinee.ts";
import { useAnswersByKeys } from "../state/settings.ts";

const MOST_ROWS = 8;

/** The taste as a picture, and what is kept about a person. */
export function Profile() {
  const { revision, notices } = useMatinee();
  const [profile, setProfile] = useState<ToldProfile>();
  const [problem, setProblem] = useState("");
  const [keys, setKeys] = useAnswersByKeys();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    ask<ToldProfile>("GET", "/people/me/profile").then(setProfile, (error: Error) =>
      setProblem(error.message),
    );
  }, [revision]);

  const { favourite = 0, like = 0, dislike = 0, skip = 0, seen = 0 } = profile?.answers ?? {};
  const moved =
    profile?.genres.filter(({ weight, before }) => weight > 0 || before > 0).slice(0, MOST_ROWS) ?? [];
  return (
    <div className="flex flex-col gap-8">
      <header>
        <h1 className="heading">You</h1>
        {profile && (
          <p className="mt-2 text-quiet">
            {favourite} favourites, {like} liked, {dislike} not for you, {skip} skipped, {seen} seen.
          </p>
        )}
        {favourite + like > 0 && (
          <a className="button mt-3" href="/people/me/picture.png?of=taste" download="films-that-i-love.png">
            What you love, as a picture
          </a>
        )}
        <div className="mt-3">
          <ShareByLink what="taste" isEmpty={favourite + like === 0} />
        </div>
        {problem && <p role="alert">{problem}</p>}
      </header>
      {profile &&
        (profile.genres.length === 0 ? (
          <p>Answer a few films, and your taste is drawn here.</p>
        ) : (
          <div className="grid gap-10 lg:grid-cols-2">
            <LeaningChart title="Genres" counts={profile.genres.slice(0, MOST_ROWS)} />
            {moved.length > 0 && <MovementChart leanings={moved} />}
            {profile.decades.length > 0 && (
              <LeaningChart
                title="Decades"
                counts={[...profile.decades].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(-MOST_ROWS)}
              />
            )}
            {profile.countries.length > 0 && (
              <LeaningChart title="Countries" counts={profile.countries.slice(0, MOST_ROWS)} />
            )}
          </div>
        ))}
      <BringAlong />
      <OneMemory />
      <section className="flex flex-col gap-3 border-t border-line pt-6">
        <h2 className="font-title text-2xl">What is kept about you</h2>
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={keys}
            onChange={({ target }) => setKeys(target.checked)}
          />
          Answer by single keys: arrows, y, n, s, i, Backspace, /
        </label>
        <p className="flex flex-wrap gap-3">
          <a className="button" href="/people/me/export" download="matinee-export.json">
            Export everything
          </a>
          <a className="button" href="/people/me/export/letterboxd" download="matinee-letterboxd.csv">
            For Letterboxd
          </a>
          <a className="button" href="/people/me/export/imdb" download="matinee-imdb.csv">
            As IMDb has it
          </a>
          <button type="button" className="button text-dislike" onClick={() => dialog.current?.showModal()}>
            Forget me
          </button>
        </p>
      </section>
      {notices.map((notice) => (
        <p key={notice} className="text-sm text-quiet">
          {notice}
        </p>
      ))}
      <dialog
        ref={dialog}
        aria-labelledby="forget"
        className="m-auto max-w-md rounded-2xl border border-line bg-raised p-6 text-ink backdrop:bg-black/60"
      >
        <h2 id="forget" className="font-title text-2xl">
          Forget me?
        </h2>
        <p className="my-4">
          This deletes everything Matinee knows about you, for good: answers, suggestions, taste.
        </p>
        <p className="flex flex-wrap gap-3">
          <button
            type="button"
            className="button-strong"
            onClick={() => void forgetMe().catch((error: Error) => setProblem(error.message))}
          >
            Delete everything
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
        </p>
      </dialog>
    </div>
  );
}
