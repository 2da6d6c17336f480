import { useEffect, useState } from "react";
import type { ToldChecks, ToldOverview } from "../../../told-operator.ts";

export interface Live {
  readonly overview: ToldOverview | undefined;
  readonly checks: ToldChecks | undefined;
  /** Whether what changes is heard of. */
  readonly isConnected: boolean;
}

/** @param onLost told where the stream is refused: the key may have ended */
export function useLive(days: number, onLost: () => void): Live {
  const [overview, setOverview] = useState<ToldOverview>();
  const [checks, setChecks] = useState<ToldChecks>();
  const [isConnected, setConnected] = useState(false);

  useEffect(() => {
    const stream = new EventSource(`/operate/events?days=${days}`);
    stream.addEventListener("open", () => setConnected(true));
    stream.addEventListener("figures", ({ data }) => setOverview(JSON.parse(data)));
    stream.addEventListener("understanding", ({ data }) => setChecks(JSON.parse(data)));
    stream.addEventListener("error", () => {
      setConnected(false);
      if (stream.readyState === EventSource.CLOSED) onLost();
    });
    return () => stream.close();
  }, [days, onLost]);

  return { overview, checks, isConnected };
}
