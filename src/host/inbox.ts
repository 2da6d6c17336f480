import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readdir, readFile, rmdir, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { EventId } from "../conversation/person.ts";
import { flush } from "../files/flush.ts";
import { makeFolder } from "../files/make-folder.ts";
import type { Incoming } from "./adapter.ts";

/**
 * What came in from a platform and is not in the database yet. Kept in files beside it: what keeps a database from being
 * written to, the lock of another process above all, does not keep these.
 */
export interface Inbox {
  /** Resolves once the next process would find it. @throws where it cannot be written */
  keep(incoming: Incoming): Promise<void>;
  /** It was dealt with: where it was kept, nothing of it stays on the disk. */
  settle(event: EventId): void;
  /** What earlier processes left, in the order in which it was kept; to be settled as well. */
  left(): Promise<readonly Incoming[]>;
  /** Resolves when nothing is being written or wiped any more. */
  close(): Promise<void>;
}

/** Several events that came at about the same time: to wait for the disk takes as long for one as for all. */
interface Batch {
  readonly file: string;
  readonly unsettled: Map<EventId, Incoming>;
  readonly written: Promise<void>;
}

const incomingSchema = z.object({
  user: z.object({ platform: z.string(), id: z.string() }),
  conversation: z.string(),
  name: z.string().exactOptional(),
  event: z.string(),
  atMs: z.number(),
  did: z.looseObject({
    kind: z.enum([
      "opened",
      "said",
      "commanded",
      "gestured",
      "pressed",
      "gestureTakenBack",
      "answered",
      "answerTakenBack",
      "shared",
      "brought",
    ]),
  }),
  place: z.object({ id: z.string(), managed: z.boolean() }).exactOptional(),
  private: z.boolean().exactOptional(),
});

/**
 * @param folder made when it is needed, and removed when it is empty; nobody but its owner may look into it
 * @param platform has files of its own
 * @param onTrouble told of what cannot be wiped
 */
export function openInbox(folder: string, platform: string, onTrouble: (error: unknown) => void): Inbox {
  const batches = new Map<EventId, Batch>();
  const wiping = new Set<Promise<void>>();
  let gathering: Batch | undefined;
  let begun = 0;
  let lastWritten: Promise<void> = Promise.resolve();

  /** Gathers while the batch before it is written. */
  function begin(): Batch {
    const batch: Batch = {
      file: join(folder, nameOf(platform, begun++)),
      unsettled: new Map(),
      written: lastWritten.then(async () => {
        gathering = undefined;
        await write(batch);
      }),
    };
    lastWritten = batch.written.catch(() => {}); // whoever keeps hears of it
    return batch;
  }

  async function write({ file, unsettled }: Batch): Promise<void> {
    if (unsettled.size === 0) return;
    const lines = [...unsettled.values()].map((incoming) => `${JSON.stringify(incoming)}\n`);
    makeFolder(folder, 0o700);
    await writeFile(file, lines.join(""), { flag: "wx", mode: 0o600, flush: true });
    await flush(folder);
  }

  function wipe({ file, written }: Batch): void {
    const wiped = written
      .catch(() => {})
      .then(() => wipeFile(file))
      .catch(onTrouble)
      .finally(() => wiping.delete(wiped));
    wiping.add(wiped);
  }

  return {
    async keep(incoming) {
      const { event } = incoming;
      let batch = batches.get(event);
      if (!batch) {
        gathering ??= begin();
        batch = gathering;
        batches.set(event, batch);
        batch.unsettled.set(event, incoming);
      }
      return batch.written;
    },

    settle(event) {
      const batch = batches.get(event);
      if (!batch) return;
      batches.delete(event);
      batch.unsettled.delete(event);
      if (batch.unsettled.size === 0 && batch !== gathering) wipe(batch);
    },

    async left() {
      if (!existsSync(folder)) return [];
      const names = (await readdir(folder)).filter((name) => name.startsWith(`${platform}-`)).toSorted();
      const found = await Promise.all(
        names.map(async (name) => {
          const file = join(folder, name);
          const incoming = readLines(await readFile(file, "utf8"));
          const unsettled = new Map(incoming.map((one) => [one.event, one]));
          const batch = { file, unsettled, written: Promise.resolve() };
          for (const event of unsettled.keys()) batches.set(event, batch);
          if (unsettled.size === 0) wipe(batch);
          return incoming;
        }),
      );
      return found.flat();
    },

    async close() {
      await lastWritten;
      await Promise.all(wiping);
      await rmdir(folder).catch(() => {}); // is not there, or holds what is left to the next process
    },
  };
}

/** Files sort by their names as they were begun: several events of a person may have the same time. */
const nameOf = (platform: string, nth: number): string =>
  [platform, sortable(Date.now()), sortable(nth), `${randomUUID()}.jsonl`].join("-");
const sortable = (count: number): string => String(count).padStart(16, "0");

/** Without what is cut off, which nobody was told is kept, and what this program cannot read. */
function readLines(text: string): Incoming[] {
  return text.split("\n").flatMap((line) => {
    try {
      const { data } = incomingSchema.safeParse(JSON.parse(line));
      return data ? [data as Incoming] : [];
    } catch {
      return [];
    }
  });
}

/** A file that is only removed leaves on the disk what was in it. */
async function wipeFile(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const handle = await open(file, "r+");
  try {
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await unlink(file);
}
