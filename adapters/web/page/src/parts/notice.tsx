import { useEffect, useState } from "react";
import { useMatinee } from "../state/matinee.ts";

const SHOWN_MS = 5000;

/** What has just happened, for eyes and ears; and whether the network is there. */
export function Notice() {
  const { notice, isOffline, waiting } = useMatinee();
  const [shown, setShown] = useState("");
  useEffect(() => {
    setShown(notice);
    const timer = setTimeout(() => setShown(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const kept = waiting === 1 ? "One answer waits" : `${waiting} answers wait`;
  const offline = isOffline
    ? `Offline. ${waiting === 0 ? "The next films are here all the same." : `${kept} until the network is back.`}`
    : "";
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-2 z-10 flex flex-col items-center gap-1 md:top-auto md:bottom-3 md:items-start"
    >
      {shown && (
        <p className="max-w-full rounded-2xl border border-line bg-raised px-4 py-2 text-sm break-words shadow-lg">
          {shown}
        </p>
      )}
      {offline && (
        <p className="rounded-2xl bg-accent px-4 py-2 text-sm text-on-accent shadow-lg">{offline}</p>
      )}
    </div>
  );
}
