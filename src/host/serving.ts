/**
 * What people are served by, whichever model that is just now: when another is promoted, it is read in beside the one in use and
 * takes its place between two turns.
 */
import { statSync } from "node:fs";
import type { World } from "../conversation/world.ts";
import { isServedByChallenger } from "../operations/models/arms.ts";
import {
  folderOf,
  readServing,
  type ServingRecord,
  servingFile,
} from "../operations/models/models-folder.ts";
import type { UserKey } from "../store/store.ts";
import { keyOf } from "./outbox.ts";

/** What a model is served by. */
interface Servable {
  readonly world: World;
  /** When nobody is served by it any more. */
  readonly close?: () => void;
}

export interface Serving<Served extends Servable> {
  /** What a turn of this person goes by: to be asked once a turn. */
  of(user: UserKey): Served;
  champion(): Served;
  /** The champion's, whichever it is at each look; for what belongs to nobody's turn. */
  readonly world: World;
  close(): void;
}

export interface ServingOptions<Served> {
  /** Of the promoted models. */
  readonly models: string;
  /** The model that is served where none was promoted. */
  readonly shipped: string;
  /** Reads a model in. @throws where it cannot be */
  readonly open: (folder: string) => Promise<Served>;
  /** Told when others are served. */
  readonly onChanged: (serving: ServingRecord) => void;
  /** Told where that cannot be: people go on being served as before. */
  readonly onTrouble: (error: unknown) => void;
  /** How often it is looked whether another is to be served. Default: 2000 */
  readonly everyMs?: number;
}

/** @throws where the model in use cannot be read */
export async function openServing<Served extends Servable>({
  models,
  shipped,
  open,
  onChanged,
  onTrouble,
  everyMs = 2_000,
}: ServingOptions<Served>): Promise<Serving<Served>> {
  const served = new Map<string, Served>();
  let seen = stampOf(models);
  let record = await readServing(models);
  await readIn(record);

  /** All that a record names, and nothing else: two models are there at once for as long as one takes the other's place. */
  async function readIn({ champion, challenger }: ServingRecord): Promise<void> {
    const wanted = [champion, ...(challenger ? [challenger.version] : [])];
    for (const version of wanted)
      if (!served.has(version)) served.set(version, await open(folderOf(models, version, shipped)));
  }

  async function look(): Promise<void> {
    const stamp = stampOf(models);
    if (stamp === seen) return;
    seen = stamp;
    try {
      const next = await readServing(models);
      await readIn(next);
      record = next;
      for (const [version, { close }] of served) {
        if (version === next.champion || version === next.challenger?.version) continue;
        served.delete(version);
        close?.();
      }
      onChanged(next);
    } catch (error) {
      onTrouble(error);
    }
  }

  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs).unref();

  const champion = (): Served => served.get(record.champion)!;
  return {
    champion,
    of(user) {
      const { challenger } = record;
      return challenger && isServedByChallenger(keyOf(user), challenger)
        ? served.get(challenger.version)!
        : champion();
    },
    world: {
      recommender: asItIs(() => champion().world.recommender),
      catalog: asItIs(() => champion().world.catalog),
    },
    close() {
      clearInterval(timer);
      for (const { close } of served.values()) close?.();
    },
  };
}

/** Tells one file from that which takes its place. */
function stampOf(models: string): string {
  const found = statSync(servingFile(models), { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs}` : "";
}

/** A value that is another's at each look. */
const asItIs = <T extends object>(current: () => T): T =>
  new Proxy({} as T, { get: (_, name) => Reflect.get(current(), name) });
