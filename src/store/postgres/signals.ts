/** Signals by LISTEN and NOTIFY. */
import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { z } from "zod";
import type { Signals } from "../signals.ts";
import { clientConfig, driver, LIMITS } from "./connection.ts";
import { sharedPool } from "./open.ts";

const CHANNEL = "matinee";
/** PostgreSQL carries 8000 bytes; the rest lies in a table. */
const LONGEST_BYTES = 7_500;
const AGAIN_AFTER_MS = 1_000;
/** So often it is looked whether the connection still stands: nothing else is heard from one that was cut without a word. */
const LOOK_MS = 15_000;

const signalSchema = z.object({
  from: z.string(),
  topic: z.string(),
  data: z.unknown(),
});
const noticeSchema = z.union([signalSchema, z.object({ from: z.string(), row: z.number() })]);

/**
 * @param address of a database that is migrated already
 * @param onTrouble told of the first failure in a row
 */
export async function openSignals(address: string, onTrouble: (error: unknown) => void): Promise<Signals> {
  const database = await sharedPool(address);
  const pg = await driver();
  const self = randomUUID();
  const heard = new Map<string, ((data: unknown) => void)[]>();
  const gaps: (() => void)[] = [];
  const telling = new Set<Promise<void>>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let isTroubled = false;

  const trouble = (error: unknown): void => {
    if (!isTroubled && !isClosed) onTrouble(error);
    isTroubled = true;
  };

  async function listen(): Promise<void> {
    const listening = new pg.Client(clientConfig(address, LIMITS));
    const lost = (error?: unknown): void => {
      if (client !== listening) return;
      client = undefined;
      void listening.end().catch(() => {});
      if (isClosed) return;
      trouble(error);
      timer = setTimeout(again, AGAIN_AFTER_MS).unref();
    };
    client = listening;
    listening.on("error", lost).on("end", () => lost(new Error("the connection for signals ended")));
    listening.on("notification", ({ payload = "" }) => void hear(payload).catch(trouble));
    try {
      await listening.connect();
      await listening.query(`LISTEN ${CHANNEL}`);
      const look = (): void => {
        listening.query("SELECT 1").then(() => {
          timer = setTimeout(look, LOOK_MS).unref();
        }, lost);
      };
      timer = setTimeout(look, LOOK_MS).unref();
      isTroubled = false;
    } catch (error) {
      lost(error);
    }
  }

  async function again(): Promise<void> {
    await listen();
    if (client) for (const tellOf of gaps) tellOf();
  }

  async function hear(payload: string): Promise<void> {
    const notice = noticeSchema.safeParse(JSON.parse(payload)).data;
    if (!notice || notice.from === self) return;
    const signal = "row" in notice ? await lookUp(notice.row) : notice;
    for (const take of heard.get(signal?.topic ?? "") ?? []) take(signal!.data);
  }

  async function lookUp(row: number) {
    const found = await database.read((sql) =>
      sql.get<{ signal: string }>("SELECT signal FROM signals WHERE seq = $1", row),
    );
    return found && signalSchema.safeParse(JSON.parse(found.signal)).data;
  }

  async function send(signal: string): Promise<void> {
    await database.write(
      async (sql) => {
        let notice = signal;
        if (Buffer.byteLength(signal) > LONGEST_BYTES) {
          await sql.run("DELETE FROM signals WHERE at < now() - interval '1 minute'");
          const row = await sql.get<{ seq: number }>(
            "INSERT INTO signals (signal) VALUES ($1) RETURNING seq",
            signal,
          );
          notice = JSON.stringify({ from: self, row: row!.seq });
        }
        await sql.all("SELECT pg_notify($1, $2)", CHANNEL, notice);
      },
      { unflushed: true },
    );
  }

  await listen();
  return {
    tell(topic, data) {
      const sent = send(JSON.stringify({ from: self, topic, data })).catch(trouble);
      telling.add(sent);
      void sent.finally(() => telling.delete(sent));
    },
    on(topic, take) {
      heard.set(topic, [...(heard.get(topic) ?? []), take]);
    },
    onGap(tellOf) {
      gaps.push(tellOf);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await Promise.all(telling);
      const ending = client;
      client = undefined;
      await ending?.end().catch(() => {});
      await database.close();
    },
  };
}
