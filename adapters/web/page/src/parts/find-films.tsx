import { useEffect, useId, useState } from "react";
import type { ToldFilm, ToldPage } from "../../../told.ts";
import { ask } from "../api/ask.ts";
import { change } from "../state/matinee.ts";
import { Poster } from "./poster.tsx";

const PAUSE_MS = 150;
const SHOWN = 8;

/** Finds films by the beginning of their titles, to be put on a list. */
export function FindFilms({
  list,
  label,
  adds,
}: {
  readonly list: "favourites" | "watch-later";
  readonly label: string;
  /** What a press does, as a screen reader says it before the title. */
  readonly adds: string;
}) {
  const [begun, setBegun] = useState("");
  const [films, setFilms] = useState<readonly ToldFilm[]>([]);
  const [problem, setProblem] = useState("");
  const id = useId();

  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ begun: begun.trim(), limit: String(SHOWN) });
      try {
        const { items } = await ask<ToldPage<{ readonly film: ToldFilm }>>("GET", `/films?${query}`);
        if (!isOld) setFilms(items.map(({ film }) => film));
      } catch (error) {
        if (!isOld) setProblem((error as Error).message);
      }
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [begun]);

  const add = async ({ id: film }: ToldFilm) => {
    try {
      await change("PUT", list, film);
      setBegun("");
    } catch (error) {
      setProblem((error as Error).message);
    }
  };

  return (
    <section className="flex flex-col gap-4">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="field max-w-xl"
        placeholder={label}
        autoComplete="off"
        value={begun}
        onChange={({ target }) => setBegun(target.value)}
      />
      {problem && <p role="alert">{problem}</p>}
      <p role="status" className="sr-only">
        {films.length === 0 ? "No film begins like that." : `${films.length} films`}
      </p>
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {films.map((film) => (
          <li key={film.id}>
            <button
              type="button"
              className="group flex w-full flex-col gap-2 text-left"
              onClick={() => void add(film)}
            >
              <Poster film={film} />
              <span className="text-sm">
                <span className="sr-only">{adds}: </span>
                <span className="font-semibold group-hover:underline">{film.title}</span>{" "}
                {film.year !== undefined && <span className="text-quiet">({film.year})</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
