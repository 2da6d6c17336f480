import { StoreError } from "../store-error.ts";

const UNTRUSTED =
  "its certificate is signed by nobody who is trusted here. Name the file of the authority by sslrootcert=... in DATABASE_URL";

/** What PostgreSQL and the network report and a person can do something about, by the beginning of the code. */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody answers there. Start PostgreSQL, or correct the address in DATABASE_URL",
  ECONNRESET:
    "the connection broke off. See that PostgreSQL runs, and that nothing between cuts the connection",
  EPIPE: "the connection broke off. See that PostgreSQL runs, and that nothing between cuts the connection",
  ETIMEDOUT: "it does not answer. See that PostgreSQL runs and that the network reaches it",
  EHOSTUNREACH: "the network does not reach it. Correct the address in DATABASE_URL, or mend the network",
  ENETUNREACH: "the network does not reach it. Correct the address in DATABASE_URL, or mend the network",
  ENOTFOUND: "no machine has this name. Correct the address in DATABASE_URL",
  EAI_AGAIN:
    "names of machines cannot be looked up. Mend the network, or write a number in place of the name",
  ENOENT: "there is no socket at this path. Start PostgreSQL, or correct the address in DATABASE_URL",
  EACCES: "its socket may not be used. Allow that, or correct the address in DATABASE_URL",
  "08": "the connection broke off. See that PostgreSQL runs and that the network reaches it",
  "57P": "it is starting or stopping. See that PostgreSQL runs; what was asked for is tried again by itself",
  "53300":
    "it has no connection left. Raise max_connections, lower DATABASE_CONNECTIONS, or stop what else uses it",
  "53100": "there is no room left on its disk. Make some, and try again",
  "53": "it has no memory left. Make some, and try again",
  "28": "it does not let this user in. Correct the user and the password in DATABASE_URL",
  "3D": "it has no such database. Make one by createdb, or correct the name in DATABASE_URL",
  "3F": "it has no such schema. Make one by CREATE SCHEMA, or correct search_path in DATABASE_URL",
  "42501": "this user may not do that. Make it the owner of the database, or grant it the schema",
  "25006": "it takes no writes, as a replica does. Let DATABASE_URL name the primary",
  "57014": "a statement took too long. See what else keeps it busy, and try again",
  "55P03": "somebody else keeps a row locked for too long. See what else uses the database, and try again",
  "40": "too many wrote the same at once. Try again",
  "42P07":
    "there are tables of another program that have our names. Choose another database or a schema of its own",
  "58": "its disk does not read or write. See that it is there and sound, and try again",
  NO_TLS: "it has no TLS. Switch that on there, or take sslmode out of DATABASE_URL",
  DEPTH_ZERO: UNTRUSTED,
  SELF_SIGNED: UNTRUSTED,
  UNABLE_TO: UNTRUSTED,
  CERT_: UNTRUSTED,
  ERR_TLS_CERT: "its certificate is of another machine. Write the address that the certificate names",
  XX: "it is damaged, or has a fault. Look into its log",
};

/** Of errors that the driver makes itself, which have no code. */
const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/timeout exceeded when trying to connect|due to connection timeout|^timeout expired/, "ETIMEDOUT"],
  [/does not support SSL/, "NO_TLS"],
  [/Query read timeout/, "ETIMEDOUT"],
  [
    /Connection terminated|connection error and is not queryable|Client was closed|Connection ended/i,
    "ECONNRESET",
  ],
];

/** Passes by itself where it is tried again, on another connection. */
const PASSES = [
  "ECONN",
  "EPIPE",
  "ETIMEDOUT",
  "EHOST",
  "ENET",
  "EAI_AGAIN",
  "ENOENT",
  "08",
  "57P",
  "53300",
  "40",
  "25006",
];

/** Nothing is known of the connection any more. */
const CUTS = ["ECONN", "EPIPE", "ETIMEDOUT", "08", "57P"];

/** Of PostgreSQL, of the network, or given to what the driver says; "" for a bug. */
export function codeOf(error: unknown): string {
  const { code, message = "" } = error as { code?: unknown; message?: string };
  if (typeof code === "string" && code !== "") return code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? "";
}

const begins = (codes: readonly string[], error: unknown): boolean => {
  const code = codeOf(error);
  return code !== "" && codes.some((begin) => code.startsWith(begin));
};
export const passes = (error: unknown): boolean => begins(PASSES, error);
export const cuts = (error: unknown): boolean => begins(CUTS, error);

/** A sentence in the place of what is reported. Anything else is a bug, and stays as it is. */
export function explained(name: string, error: unknown, kept: StoreError["kept"] = "no"): unknown {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const reported = Object.keys(SENTENCES)
    .filter((begin) => code.startsWith(begin))
    .sort((a, b) => b.length - a.length)[0];
  if (code === "" || reported === undefined) return error;
  const { message } = error as Error;
  return new StoreError(`${name}: ${SENTENCES[reported]}${message === "" ? "" : ` (${message})`}`, {
    cause: error,
    kept,
  });
}
