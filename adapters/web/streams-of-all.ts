import { z } from "zod";
import type { Signals } from "../../src/store/signals.ts";
import type { Streams } from "./streams.ts";

const TOPIC = "page";
const toldSchema = z.object({ person: z.string(), kind: z.string(), data: z.unknown() });

/** What is told reaches the pages of every process. What one may have missed, its pages ask for anew when they come back. */
export function streamsOfAll(own: Streams, signals: Signals): Streams {
  signals.on(TOPIC, (signal) => {
    const told = toldSchema.safeParse(signal).data;
    if (told) own.tell(told.person, told.kind, told.data);
  });
  signals.onGap(() => own.letGo());
  return {
    ...own,
    get open() {
      return own.open;
    },
    tell(person, kind, data) {
      signals.tell(TOPIC, { person, kind, data });
      return own.tell(person, kind, data);
    },
  };
}
