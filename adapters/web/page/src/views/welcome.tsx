import { useRef } from "react";
import type { ToldOpinion } from "../../../told.ts";
import { useList } from "../hooks/use-list.ts";
import { FindFilms } from "../parts/find-films.tsx";
import { SayLine } from "../parts/say-line.tsx";
import { say, useMatinee } from "../state/matinee.ts";

const WANTED = 4;

/** The first minute: some films that somebody loves. */
export function Welcome() {
  const { revision } = useMatinee();
  const { items } = useList<ToldOpinion>("/people/me/favourites", revision);
  const field = useRef<HTMLInputElement>(null);
  const left = Math.max(0, WANTED - items.length);
  return (
    <section className="flex flex-col gap-6">
      <header className="max-w-2xl">
        <h1 className="font-title text-4xl leading-tight sm:text-6xl">
          One film at a time, and the next one is better.
        </h1>
        <p className="mt-3 text-lg text-quiet">
          Name up to {WANTED} films you love, so that the first suggestion is no guess.
        </p>
      </header>
      <div className="flex flex-wrap items-center gap-4">
        <button type="button" className="button-strong" onClick={() => say("done", false)}>
          {items.length === 0 ? "Skip, and start" : "Start"}
        </button>
        <p className="text-quiet">
          {items.length === 0
            ? "Or name some first."
            : `You love ${items.map(({ film }) => film.title).join(", ")}.${left > 0 ? ` ${left} more?` : ""}`}
        </p>
      </div>
      <SayLine field={field} invites="Name several at once: heat, amelie and alien" />
      <section className="flex flex-col gap-4">
        <h2 className="font-title text-2xl">Or choose</h2>
        <FindFilms list="favourites" label="A film you love" adds="Add to your favourites" />
      </section>
    </section>
  );
}
