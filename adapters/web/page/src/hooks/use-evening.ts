/** An evening of several, as the server has it: looked at again whenever it went on, for the others do things too. */
import { useCallback, useEffect, useState } from "react";
import type { ToldEvening, ToldTurn } from "../../../told.ts";
import { ask, Refused, Unreachable } from "../api/ask.ts";
import { onEvening } from "../state/matinee.ts";

/** Whoever is not in is not told, and nobody is while the connection is cut. */
const LOOK_EVERY_MS = 15_000;

export interface SeenEvening {
  /** Undefined until it was read. */
  readonly evening: ToldEvening | undefined;
  /** One sentence on what went wrong, or on what was done. */
  readonly word: string;
  /** Says words to the evening: "join as Ada", "approve 2 1". */
  readonly tell: (words: string) => Promise<void>;
}

/** @throws Refused, Unreachable. @returns what was said to it */
export async function sayOnce(text: string): Promise<ToldTurn> {
  const event = crypto.randomUUID();
  return ask<ToldTurn>("PUT", `/people/me/conversation/${event}`, { kind: "said", text });
}

export function useEvening(id: string): SeenEvening {
  const [evening, setEvening] = useState<ToldEvening | undefined>();
  const [word, setWord] = useState("");

  const attempt = useCallback(async (doing: () => Promise<void>) => {
    try {
      await doing();
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      setWord(error.message);
    }
  }, []);

  const look = useCallback(
    () =>
      attempt(async () =>
        setEvening(await ask<ToldEvening>("GET", `/people/me/evenings/${encodeURIComponent(id)}`)),
      ),
    [attempt, id],
  );

  useEffect(() => {
    void look();
    const lookIfSeen = () => void (document.hidden || look());
    const again = setInterval(lookIfSeen, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", lookIfSeen);
    const noMore = onEvening((which) => void (which === id && look()));
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", lookIfSeen);
      noMore();
    };
  }, [look, id]);

  const tell = useCallback(
    (words: string) =>
      attempt(async () => {
        const { cards } = await sayOnce(`together #${id} ${words}`);
        setWord(cards.find((card) => card.evening === undefined)?.lines[0] ?? "");
        await look();
      }),
    [attempt, id, look],
  );

  return { evening, word, tell };
}
