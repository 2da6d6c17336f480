import { type PointerEvent, useRef, useState } from "react";

export type Direction = "left" | "right" | "up" | "down";

/** Pixels after which letting go answers. */
const FAR_ENOUGH = 90;
/** Pixels a millisecond: a flick answers before that. */
const FAST_ENOUGH = 0.6;
const LEAST_FLICK = 30;

interface Drag {
  readonly x: number;
  readonly y: number;
}
const NONE: Drag = { x: 0, y: 0 };

/** Where a drag points; undefined where it points nowhere clearly. */
export function directionOf({ x, y }: Drag, least: number): Direction | undefined {
  if (Math.max(Math.abs(x), Math.abs(y)) < least) return undefined;
  if (Math.abs(x) >= Math.abs(y)) return x > 0 ? "right" : "left";
  return y > 0 ? "down" : "up";
}

/** Dragging of a card with one pointer, by touch, pen or mouse. Whoever uses two fingers means something else. */
export function useSwipe(onSwipe: (direction: Direction) => void) {
  const [drag, setDrag] = useState<Drag>(NONE);
  const start = useRef<(Drag & { readonly id: number; readonly at: number }) | undefined>(undefined);

  const fingers = useRef(new Set<number>());

  const giveUp = () => {
    start.current = undefined;
    setDrag(NONE);
  };

  const end = (event: PointerEvent, isDone: boolean) => {
    fingers.current.delete(event.pointerId);
    const from = start.current;
    if (from?.id !== event.pointerId) return;
    giveUp();
    const moved = { x: event.clientX - from.x, y: event.clientY - from.y };
    const speed = Math.hypot(moved.x, moved.y) / Math.max(1, event.timeStamp - from.at);
    const direction = directionOf(moved, speed > FAST_ENOUGH ? LEAST_FLICK : FAR_ENOUGH);
    if (isDone && direction) onSwipe(direction);
  };

  return {
    drag,
    isDragging: drag !== NONE,
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.add(event.pointerId);
        if (fingers.current.size > 1) return giveUp();
        start.current = { id: event.pointerId, x: event.clientX, y: event.clientY, at: event.timeStamp };
      },
      onPointerMove(event: PointerEvent) {
        const from = start.current;
        if (from?.id === event.pointerId) setDrag({ x: event.clientX - from.x, y: event.clientY - from.y });
      },
      onPointerUp: (event: PointerEvent) => end(event, true),
      onPointerCancel: (event: PointerEvent) => end(event, false),
    },
  };
}
