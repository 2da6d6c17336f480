/** An evening of several, as the server has it: looked at again and again, for the others do things too. */
import { useCallback, useEffect, useState } from "react";
import type { ToldEvening, ToldTurn } from "../../../told.ts";
import { ask, Refused, Unreachable } from "../api/ask.ts";

const LOOK_EVERY_MS = 2_000;

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
    const again = setInterval(() => {
      if (!document.hidden) void look();
    }, LOOK_EVERY_MS);
    return () => clearInterval(again);
  }, [look]);

  const tell = useCallback(
    (words: string) =>
      attempt(async () => {
        const { cards } = await sayOnce(`together #${id} ${words}`);
        const drawn = cards.find((card) => card.evening === id);
        setWord(NEWS.test(words) ? ((drawn ?? cards[0])?.lines[0] ?? "") : "");
        await look();
      }),
    [attempt, id, look],
  );

  return { evening, word, tell };
}

/** Of these the answer tells what came of them; all else is seen. */
const NEWS = /^(?!approve|veto|seen|join|leave|ready|start$|match|again|stop|end)/;
