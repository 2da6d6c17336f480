import { useState } from "react";
import type { ToldOperator } from "../../../told-operator.ts";
import { inClock, inMoment } from "./in-words.ts";
import { Answers } from "./sections/answers.tsx";
import { Machine } from "./sections/machine.tsx";
import { People } from "./sections/people.tsx";
import { Understanding } from "./sections/understanding.tsx";
import { Up } from "./sections/up.tsx";
import { useLive } from "./use-live.ts";

const RANGES = [1, 7, 30, 90] as const;
const PLACES = [
  ["up", "Up?"],
  ["people", "People"],
  ["good", "Good?"],
  ["understood", "Understood?"],
  ["wrong", "Wrong?"],
] as const;

interface DashboardProps {
  readonly operator: ToldOperator;
  /** The key may have ended. */
  readonly onLost: () => void;
  readonly onSignOut: () => void;
}

export function Dashboard({ operator, onLost, onSignOut }: DashboardProps) {
  const [days, setDays] = useState<number>(7);
  const { overview, checks, isConnected } = useLive(days, onLost);

  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col gap-8 px-4 pb-12 sm:px-8">
      <a
        href="#up"
        className="button sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
      >
        To the figures
      </a>
      <header className="flex flex-col gap-4 pt-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h1 className="heading">Running Matinee</h1>
          <p role="status" className="text-sm text-quiet">
            {isConnected ? (
              <span className="text-like">● live</span>
            ) : (
              <span className="text-dislike">○ not connected</span>
            )}
            {overview && `, as of ${inClock(overview.atMs)}`}
          </p>
        </div>
        <div className="not-printed flex flex-wrap items-center justify-between gap-3">
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">How many days are told</legend>
            {RANGES.map((range) => (
              <label
                key={range}
                className="button cursor-pointer px-3 text-sm has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-accent sm:px-4 sm:text-base"
              >
                <input
                  type="radio"
                  name="days"
                  className="sr-only"
                  checked={days === range}
                  onChange={() => setDays(range)}
                />
                {range === 1 ? "Today" : `${range} days`}
              </label>
            ))}
          </fieldset>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button" onClick={() => print()}>
              Print
            </button>
            <button type="button" className="button" onClick={onSignOut}>
              Sign out
            </button>
          </div>
        </div>
        <nav aria-label="Sections" className="not-printed">
          <ul className="flex flex-wrap gap-x-3 sm:gap-x-5">
            {PLACES.map(([id, name]) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="flex min-h-11 min-w-11 items-center underline decoration-line underline-offset-4"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className="flex flex-col gap-10">
        {overview ? (
          <>
            <section id="up" aria-labelledby="up-title" className="scroll-mt-6">
              <h2 id="up-title" className="mb-5 font-title text-3xl">
                Is it up?
              </h2>
              <Up overview={overview} />
            </section>
            <People figures={overview.figures} />
            <Answers overview={overview} />
            <Understanding overview={overview} checks={checks} />
            <Machine overview={overview} />
          </>
        ) : (
          <p id="up" className="text-quiet">
            One moment …
          </p>
        )}
      </main>
      <footer className="border-t border-line pt-4 text-sm text-quiet">
        {overview && `${overview.from} to ${overview.to}, days of UTC. `}
        Sums alone: nothing that anybody wrote, no names, and nothing about fewer than five people; they stay
        when somebody is forgotten, for there is nothing of anybody in them. Signed in by the key “
        {operator.name}”{operator.expiresMs !== null && `, which ends ${inMoment(operator.expiresMs)}`}.
      </footer>
    </div>
  );
}
