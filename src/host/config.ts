import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { config as loadDotenv } from "dotenv";
import { z } from "zod";
import { isPostgres } from "../store/address.ts";
import { CONSENTS } from "../store/teaching.ts";

/** The project's folder, seen from dist/src/host; the package's where it is installed. */
const PROJECT = new URL("../../../", import.meta.url);
export const inProject = (path: string): string => fileURLToPath(new URL(path, PROJECT));

/** Of Matinee, as its package says. */
export const versionOfMatinee = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL("package.json", PROJECT), "utf8")))
    .version;

const LOG_STYLES = ["json", "people"] as const;
/** For programs, one JSON object per line; for people, the time, what happened and what of it there is to tell. */
export type LogStyle = (typeof LOG_STYLES)[number];

/** A setting left empty in .env is a setting not made. */
const path = (standard: string) =>
  z
    .string()
    .transform((value) => value || standard)
    .default(standard);

const configSchema = z.object({
  /** SQLite file with everything remembered of people. */
  MATINEE_DB: path(inProject("matinee.db")),
  /** The address of a PostgreSQL that remembers people in its place; what belongs to this machine alone still lies beside that. */
  DATABASE_URL: z
    .string()
    .refine((value) => value === "" || isPostgres(value))
    .catch(() => {
      throw new Error(
        "DATABASE_URL is no address of a PostgreSQL: write postgres://user:password@host:5432/database, or leave it empty.",
      );
    })
    .default(""),
  /** Folder of the trained model. */
  MATINEE_ARTIFACTS: path(inProject("artifacts")),
  /** Word lists that free text is read by. */
  MATINEE_WORDS: path(inProject("data/words")),
  /** Whose answers may be learned from for others: of all who have not said no, of those who have said yes, or nobody's. */
  MATINEE_LEARN_FROM: z
    .literal("")
    .transform(() => "unless-refused" as const)
    .or(z.enum(CONSENTS))
    .catch(({ value }) => {
      throw new Error(`MATINEE_LEARN_FROM is ${value}: write ${CONSENTS.join(", ")}, or leave it empty.`);
    })
    .default("unless-refused"),
  /** File for the log; empty: the bots' goes to standard output, the terminal keeps none. */
  MATINEE_LOG: z.string().default(""),
  /** How the log on standard output is written. */
  MATINEE_LOG_STYLE: z
    .literal("")
    .transform(() => "json" as const)
    .or(z.enum(LOG_STYLES))
    .catch(({ value }) => {
      throw new Error(`MATINEE_LOG_STYLE is ${value}: write ${LOG_STYLES.join(" or ")}, or leave it empty.`);
    })
    .default("json"),
  /** Where people find the web page; empty: nobody has said. */
  WEB_ADDRESS: z
    .literal("")
    .or(z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin))
    .catch(({ value }) => {
      throw new Error(
        `WEB_ADDRESS is ${value}: write where people find the page, such as https://matinee.example.org, or leave it empty.`,
      );
    })
    .default(""),
  /** Sentences that the tests of understanding read. */
  MATINEE_UNDERSTANDING: path(inProject("data/understanding.yaml")),
  /** Coefficients of the ranking. */
  MATINEE_POLICY: path(inProject("data/policy.yaml")),
});
export type Config = z.infer<typeof configSchema> & {
  /** Where people are remembered: a file, or the address of a PostgreSQL. */
  readonly database: string;
};

/** Settings from the environment and, below it, from the file .env in the current folder. */
export function readConfig(): Config {
  loadDotenv({ quiet: true });
  const config = configSchema.parse(process.env);
  return { ...config, database: config.DATABASE_URL || config.MATINEE_DB };
}

/** What files begin with that lie beside a database; beside MATINEE_DB where it is on a server. */
export const filesBeside = (database: string): string =>
  isPostgres(database) ? readConfig().MATINEE_DB : database;
