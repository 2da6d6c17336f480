import { useMemo, useRef, useState } from "react";
import { useKeys } from "../hooks/use-keys.ts";
import type { Direction } from "../hooks/use-swipe.ts";
import { AnswerButtons } from "../parts/answer-buttons.tsx";
import { Details, factsInOneLine, People } from "../parts/facts.tsx";
import { SayLine } from "../parts/say-line.tsx";
import { ANSWER_OF, SwipeCard } from "../parts/swipe-card.tsx";
import { WishChips } from "../parts/wish-chips.tsx";
import {
  type Answer,
  answer,
  inFront,
  type OnTable,
  type State,
  say,
  undo,
  useMatinee,
} from "../state/matinee.ts";
import { Welcome } from "./welcome.tsx";

/** Where a card goes that was answered. What is kept for later is put down. */
const WAY_OF: Readonly<Record<Answer, Direction>> = {
  ...(Object.fromEntries(
    Object.entries(ANSWER_OF).map(([direction, verdict]) => [verdict, direction]),
  ) as Readonly<Record<Exclude<Answer, "later">, Direction>>),
  later: "down",
};

/** What is said beside the film's own line and why it is here: what was given up of a request, and the like. */
function notesOn({ table }: State, { id, why, film }: OnTable): readonly string[] {
  if (table?.card?.suggestion === undefined || table.card.suggestion !== id) return [];
  return table.card.lines.filter((line) => line !== film.line && line !== why);
}

/** Where no film is in front. */
function headingWithout({ waiting, table, exchanges }: State): string {
  if (waiting > 0) return "One moment";
  return table?.question || exchanges.length > 0 ? "Your turn" : "Nothing on the table";
}

export function Tonight() {
  const state = useMatinee();
  const { table, isReady } = state;
  const card = inFront(state);
  const field = useRef<HTMLInputElement>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [left, setLeft] = useState<{ readonly card: OnTable; readonly direction: Direction } | undefined>();

  const give = (verdict: Answer) => {
    if (!card) return;
    setLeft({ card, direction: WAY_OF[verdict] });
    setShowsAll(false);
    answer(verdict);
  };
  const keys = useMemo(
    () => ({
      ...(card && {
        ArrowRight: () => give("like"),
        ArrowLeft: () => give("dislike"),
        ArrowUp: () => give("skip"),
        ArrowDown: () => give("seen"),
        y: () => give("like"),
        n: () => give("dislike"),
        s: () => give("skip"),
        l: () => give("later"),
        i: () => setShowsAll((shows) => !shows),
      }),
      Backspace: undo,
      "/": () => field.current?.focus(),
    }),
    [card],
  );
  useKeys(keys);

  if (!card) {
    if (!isReady) return <p className="m-auto text-quiet">The lights go down …</p>;
    if (table && table.phase !== "suggesting") return <Welcome />;
    return (
      <section className="m-auto flex w-full max-w-xl flex-col gap-6">
        <h1 className="heading">{headingWithout(state)}</h1>
        <WishChips wish={table?.wish ?? []} />
        <button type="button" className="button-strong self-start" onClick={() => say("next")}>
          Suggest a film
        </button>
        <SayLine field={field} />
      </section>
    );
  }

  const { film, why } = card;
  return (
    <div className="grid flex-1 gap-x-12 gap-y-4 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] md:items-start">
      <div className="h-[min(58dvh,135vw)] md:sticky md:top-4 md:h-[min(82dvh,44rem,56vw)]">
        <SwipeCard card={card} left={left} onSwipe={(direction) => give(ANSWER_OF[direction])} />
      </div>
      <article className="flex flex-col gap-5 md:pt-4" aria-labelledby="film">
        <WishChips wish={table?.wish ?? []} />
        <header>
          <h1 id="film" className="font-title text-3xl leading-tight break-words sm:text-5xl">
            {film.title}
          </h1>
          <p className="mt-1 text-quiet">{factsInOneLine(film)}</p>
        </header>
        {notesOn(state, card).map((note) => (
          <p key={note}>{note}</p>
        ))}
        {film.line && <p className="text-lg leading-snug sm:text-xl">{film.line}</p>}
        {why && <p className="text-quiet italic">{why}</p>}
        <People film={film} />
        <div className="sticky bottom-0 -mx-4 bg-ground px-4 py-2 md:static md:m-0 md:p-0">
          <AnswerButtons title={film.title} onAnswer={give} onUndo={undo} />
        </div>
        <div>
          <button
            type="button"
            className="min-h-11 min-w-11 text-left text-quiet underline hover:text-ink"
            aria-expanded={showsAll}
            aria-controls="details"
            aria-keyshortcuts="i"
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? "Less" : "More about it"}
          </button>
          <div id="details" hidden={!showsAll}>
            <Details film={film} />
          </div>
        </div>
        <SayLine field={field} />
      </article>
    </div>
  );
}
