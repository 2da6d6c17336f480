import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { closeDatabase, openDatabase } from "./open-database.ts";
import { patience } from "./patience.ts";

/** What a program may do: look, speak for people, or see how it all runs. */
export const SCOPES = ["read", "answer", "operate"] as const;
export type Scope = (typeof SCOPES)[number];

/** A program that may use the API. */
export interface ApiKey {
  readonly id: string;
  /** As its owner calls it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Requests. */
  readonly perMinute: number;
  /** Milliseconds since 1970. */
  readonly madeMs: number;
  /** From then on it is of no use. Absent: it does not end by itself. */
  readonly expiresMs?: number;
}

/** The keys of programs. What a program sends is shown once, when it is made, and kept as a hash. */
export interface ApiKeys {
  /** @returns the secret that the program is to send */
  add(key: Omit<ApiKey, "id">): Promise<string>;
  /** Undefined where it is no key, or was removed; one that has expired is found. */
  find(secret: string): Promise<ApiKey | undefined>;
  /** By its id; undefined where there is none. */
  get(id: string): Promise<ApiKey | undefined>;
  /** Oldest first. */
  list(): Promise<readonly ApiKey[]>;
  /** False where there is none of this id. */
  remove(id: string): Promise<boolean>;
  close(): void;
}

const SECRET = /^matinee_([0-9a-f]{12})_[\w-]{43}$/;

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  hash: z.instanceof(Buffer),
  scopes: z
    .string()
    .transform((scopes) => scopes.split(","))
    .pipe(z.array(z.enum(SCOPES))),
  per_minute: z.int(),
  made_ms: z.int(),
  expires_ms: z.int().nullable(),
});

/**
 * @param name of the database file, made where it is missing
 * @throws StoreError naming the file and what is wrong with it
 */
export async function openApiKeys(name: string): Promise<ApiKeys> {
  const database: Database = await openDatabase(name);
  const { read, write, end } = patience(database.name);
  const add = database.prepare<unknown[]>(
    `INSERT INTO api_keys (id, name, hash, scopes, per_minute, made_ms, expires_ms) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = database.prepare<[string]>("SELECT * FROM api_keys WHERE id = ?");
  const all = database.prepare<[]>("SELECT * FROM api_keys ORDER BY made_ms, id");
  const remove = database.prepare<[string]>("DELETE FROM api_keys WHERE id = ?");

  const keyOf = (row: unknown): ApiKey & { readonly hash: Buffer } => {
    const { per_minute: perMinute, made_ms: madeMs, expires_ms: expiresMs, ...key } = rowSchema.parse(row);
    return { ...key, perMinute, madeMs, ...(expiresMs !== null && { expiresMs }) };
  };

  const told = ({ hash: _hash, ...key }: ReturnType<typeof keyOf>): ApiKey => key;

  return {
    async add({ name, scopes, perMinute, madeMs, expiresMs = null }) {
      const id = randomBytes(6).toString("hex");
      const secret = `matinee_${id}_${randomBytes(32).toString("base64url")}`;
      await write(() => add.run(id, name, hashOf(secret), scopes.join(","), perMinute, madeMs, expiresMs));
      return secret;
    },
    async find(secret) {
      const id = SECRET.exec(secret)?.[1];
      const row = id === undefined ? undefined : await read(() => find.get(id));
      if (!row) return undefined;
      const key = keyOf(row);
      return timingSafeEqual(key.hash, hashOf(secret)) ? told(key) : undefined;
    },
    async get(id) {
      const row = await read(() => find.get(id));
      return row === undefined ? undefined : told(keyOf(row));
    },
    list: async () => (await read(() => all.all())).map(keyOf).map(told),
    remove: async (id) => (await write(() => remove.run(id))).changes > 0,
    close() {
      end();
      closeDatabase(database);
    },
  };
}

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
