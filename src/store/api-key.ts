import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";

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

/** As a table has it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly hash: Buffer;
  readonly scopes: string;
  readonly per_minute: number;
  readonly made_ms: number;
  readonly expires_ms: number | null;
}

/** The table they are kept in. What it gives is checked here. */
export interface ApiKeyTable {
  add(row: ApiKeyRow): Promise<void>;
  find(id: string): Promise<unknown>;
  all(): Promise<readonly unknown[]>;
  remove(id: string): Promise<boolean>;
  close(): void;
}

export function apiKeysOver(table: ApiKeyTable): ApiKeys {
  const keyOf = (row: unknown): ApiKey & { readonly hash: Buffer } => {
    const { per_minute: perMinute, made_ms: madeMs, expires_ms: expiresMs, ...key } = rowSchema.parse(row);
    return { ...key, perMinute, madeMs, ...(expiresMs !== null && { expiresMs }) };
  };
  const told = ({ hash: _hash, ...key }: ReturnType<typeof keyOf>): ApiKey => key;

  return {
    async add({ name, scopes, perMinute: per_minute, madeMs: made_ms, expiresMs: expires_ms = null }) {
      const id = randomBytes(6).toString("hex");
      const secret = `matinee_${id}_${randomBytes(32).toString("base64url")}`;
      const hash = hashOf(secret);
      await table.add({ id, name, hash, scopes: scopes.join(","), per_minute, made_ms, expires_ms });
      return secret;
    },
    async find(secret) {
      const id = SECRET.exec(secret)?.[1];
      const row = id === undefined ? undefined : await table.find(id);
      if (!row) return undefined;
      const key = keyOf(row);
      return timingSafeEqual(key.hash, hashOf(secret)) ? told(key) : undefined;
    },
    async get(id) {
      const row = await table.find(id);
      return row === undefined ? undefined : told(keyOf(row));
    },
    list: async () => (await table.all()).map(keyOf).map(told),
    remove: (id) => table.remove(id),
    close: () => table.close(),
  };
}

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
