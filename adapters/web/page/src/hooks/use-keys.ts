import { useEffect } from "react";
import { answersByKeys } from "../state/settings.ts";

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;

/** Single keys, but not while somebody writes, nor again while a key is held down. */
export function useKeys(deeds: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const deed = deeds[event.key];
      if (!deed || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || !answersByKeys()) return;
      event.preventDefault();
      if (!event.repeat) deed();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [deeds]);
}
