import { useEffect, useRef, useState } from "react";
import { type Direction, directionOf, useSwipe } from "../hooks/use-swipe.ts";
import type { Answer, OnTable } from "../state/matinee.ts";
import { Poster } from "./poster.tsx";

export const ANSWER_OF: Readonly<Record<Direction, Answer>> = {
  right: "like",
  left: "dislike",
  up: "skip",
  down: "seen",
};

const STAMPS: Readonly<Record<Direction, { readonly word: string; readonly place: string }>> = {
  right: { word: "Like", place: "top-6 left-5 -rotate-12 text-[#0d5a38]" },
  left: { word: "Dislike", place: "top-6 right-5 rotate-12 text-[#8f1d17]" },
  up: { word: "Skip", place: "bottom-8 left-1/2 -translate-x-1/2 text-[#1d181c]" },
  down: { word: "Seen it", place: "top-8 left-1/2 -translate-x-1/2 text-[#1d181c]" },
};
const SHOWN_FROM = 28;

interface Leaving {
  readonly card: OnTable;
  readonly direction: Direction;
}

/**
 * The poster in front, which is swiped; the one that was just answered goes the way it was answered.
 *
 * @param left how the card before was answered
 */
export function SwipeCard({
  card,
  left,
  onSwipe,
}: {
  readonly card: OnTable;
  readonly left: Leaving | undefined;
  readonly onSwipe: (direction: Direction) => void;
}) {
  const { drag, isDragging, handlers } = useSwipe(onSwipe);
  const [leaving, setLeaving] = useState<Leaving | undefined>(undefined);
  const known = useRef(left);
  useEffect(() => {
    if (left !== known.current) setLeaving(left);
    known.current = left;
  }, [left]);

  const pointsTo = isDragging ? directionOf(drag, SHOWN_FROM) : undefined;
  const stamp = pointsTo && STAMPS[pointsTo];
  return (
    <div className="relative flex h-full min-h-0 justify-center">
      <div
        key={card.film.id}
        data-film={card.film.id}
        className={`relative h-full touch-pinch-zoom ${isDragging ? "cursor-grabbing" : "comes cursor-grab motion-safe:transition-transform motion-safe:duration-200"}`}
        style={
          isDragging
            ? { transform: `translate(${drag.x}px, ${drag.y}px) rotate(${drag.x / 24}deg)` }
            : undefined
        }
        {...handlers}
      >
        <Poster film={card.film} isLarge />
        {stamp && (
          <p
            aria-hidden="true"
            className={`absolute rounded-lg border-4 border-current bg-[#fffaf1] px-3 py-1 text-2xl font-semibold uppercase ${stamp.place}`}
          >
            {stamp.word}
          </p>
        )}
      </div>
      {leaving && (
        <div
          key={`left ${leaving.card.film.id}`}
          aria-hidden="true"
          inert
          className={`goes goes-${leaving.direction} pointer-events-none absolute inset-y-0 motion-reduce:hidden`}
          onAnimationEnd={() => setLeaving(undefined)}
        >
          <Poster film={leaving.card.film} isLarge />
        </div>
      )}
    </div>
  );
}
