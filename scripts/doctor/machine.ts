/** What Matinee needs of the machine it runs on, and of the files that it is made of. */
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readArtifacts } from "../../src/artifacts/read-artifacts.ts";
import { KNOWLEDGE_FILES, readKnowledge } from "../../src/artifacts/read-knowledge.ts";
import type { Config } from "../../src/host/config.ts";
import { readWords } from "../../src/intent/words.ts";
import {
  folderOf,
  modelsBeside,
  readServing,
  SHIPPED_MODEL,
} from "../../src/operations/models/models-folder.ts";
import { readPolicy } from "../../src/recommender/policy.ts";
import { isPostgres } from "../../src/store/address.ts";
import { readBack } from "../../src/store/backup.ts";
import { newestMigration } from "../../src/store/migrate.ts";
import { schemaOf, tryNativePart } from "../../src/store/open-database.ts";
import { type Check, type Finding, fault, found, unused, well } from "./check.ts";

const PACKAGE = new URL("../../../package.json", import.meta.url);
const PAGE = fileURLToPath(new URL("../../adapters/web/page/index.html", import.meta.url));
/** Below this a busy bot fills the disk within weeks, and SQLite stops. */
const LEAST_FREE_BYTES = 200e6;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`;

export const machineChecks = (config: Config): readonly Check[] => [
  {
    name: "Node.js",
    look() {
      const { engines } = JSON.parse(readFileSync(PACKAGE, "utf8"));
      const [least = 0, minor = 0] = engines.node.match(/\d+/g).map(Number);
      const [has = 0, hasMinor = 0] = process.versions.node.split(".").map(Number);
      if (has < least || (has === least && hasMinor < minor))
        return fault(
          `${process.version}, and ${engines.node} is needed: install a newer one from https://nodejs.org.`,
        );
      return well(process.version);
    },
  },
  {
    name: "better-sqlite3",
    look() {
      tryNativePart();
      return well("its native part loads");
    },
  },
  { name: "Settings", look: () => settings(resolve(".env")) },
  { name: "Model", look: () => modelIn(config.MATINEE_ARTIFACTS) },
  { name: "Promoted model", look: () => promoted(config) },
  {
    name: "Words and policy",
    async look() {
      await readWords(config.MATINEE_WORDS);
      await readPolicy(config.MATINEE_POLICY);
      return well("can be read");
    },
  },
  {
    name: "Page",
    look: () =>
      existsSync(PAGE)
        ? well("is built")
        : fault("is not built: run npm run build in the folder of Matinee."),
  },
  {
    name: "Database",
    look: () => (isPostgres(config.database) ? postgres(config.database) : database(config.MATINEE_DB)),
  },
  {
    name: "Disk",
    async look() {
      const folder = nearest(dirname(resolve(config.MATINEE_DB)));
      const { bavail, bsize } = await statfs(folder);
      const free = bavail * bsize;
      return free < LEAST_FREE_BYTES
        ? fault(
            `${megabytes(free)} free at ${folder}: make room, ${megabytes(LEAST_FREE_BYTES)} at the least.`,
          )
        : well(`${megabytes(free)} free at ${folder}`);
    },
  },
  {
    name: "Log",
    look() {
      if (config.MATINEE_LOG === "") return well("the bots' goes to standard output");
      mustBeWritable(config.MATINEE_LOG, "MATINEE_LOG");
      return well(config.MATINEE_LOG);
    },
  },
];

function settings(file: string): Finding {
  if (!existsSync(file)) return unused(`${file} is not there: settings are those of the environment`);
  try {
    readFileSync(file);
  } catch (cause) {
    return fault(
      `${file} cannot be read (${(cause as NodeJS.ErrnoException).code}), and nothing in it counts: let this user read it.`,
    );
  }
  return well(`${file} is read`);
}

async function modelIn(folder: string): Promise<Finding> {
  const model = await readArtifacts(folder);
  await readKnowledge(folder);
  const missing = KNOWLEDGE_FILES.filter((name) => !existsSync(join(folder, name)));
  if (missing.length === KNOWLEDGE_FILES.length)
    return well(
      `${model.movies.length} films, version ${model.version}, and nothing is known of them: npx matinee films gather gathers it`,
    );
  if (missing.length > 0)
    return fault(
      `${folder} lacks ${missing.join(" and ")}, of what is known of films: restore the model that ships with Matinee (git checkout -- artifacts), or gather it: npx matinee films gather --help`,
    );
  return well(`${model.movies.length} films, version ${model.version}, every file as it was written`);
}

/** What people are served by where a model was promoted: one that cannot be read is not, and they are served by another. */
async function promoted({ MATINEE_DB, MATINEE_ARTIFACTS }: Config): Promise<Finding> {
  const models = modelsBeside(MATINEE_DB);
  const { champion, challenger } = await readServing(models);
  const versions = [champion, ...(challenger ? [challenger.version] : [])];
  if (versions.every((version) => version === SHIPPED_MODEL))
    return unused("none: people are served by the model above");
  for (const version of versions) {
    const look = () => modelIn(folderOf(models, version, MATINEE_ARTIFACTS));
    const finding = await found({ name: version, look });
    if (finding.is === "fault") return fault(`${finding.says}, or serve another: npx matinee models back`);
  }
  return well(versions.join(", and on trial "));
}

async function database(name: string) {
  const file = resolve(name);
  mustBeWritable(file, "MATINEE_DB");
  if (!existsSync(file)) return well(`${file} will be made at the first start`);
  const { people, answers } = await readBack(file);
  const [version, newest] = [schemaOf(file), newestMigration()];
  if (version > newest)
    return fault(`${file}: its schema is version ${version}, this program knows ${newest}: update Matinee.`);
  const behind =
    version < newest ? `, to be brought from schema ${version} to ${newest} at the next start` : "";
  return well(
    `${file}: ${people} people, ${answers} answers, ${megabytes(statSync(file).size)}, no page damaged${behind}`,
  );
}

async function postgres(address: string) {
  const [{ factsOf }, { nameOf }] = await Promise.all([
    import("../../src/store/postgres/facts.ts"),
    import("../../src/store/postgres/connection.ts"),
  ]);
  const { server, people, answers, bytes, schema, newestSchema, unsafe, tls } = await factsOf(address);
  const name = nameOf(address);
  if (schema > newestSchema)
    return fault(
      `${name}: its schema is version ${schema}, this program knows ${newestSchema}: update Matinee.`,
    );
  if (unsafe.length > 0)
    return fault(
      `${name}: ${unsafe.join(" and ")} is off, and a power cut loses what was said: switch it on.`,
    );
  const behind =
    schema < newestSchema ? `, to be brought from schema ${schema} to ${newestSchema} at the next start` : "";
  return well(
    `${name}: PostgreSQL ${server}${tls ? " over TLS" : ""}, ${people} people, ${answers} answers, ${megabytes(bytes)}${behind}`,
  );
}

/** @throws Error where the file cannot be written, or could not be made */
function mustBeWritable(file: string, setting: string): void {
  const isThere = existsSync(file);
  const at = isThere ? file : nearest(dirname(resolve(file)));
  if (statSync(at).isDirectory() === isThere)
    throw new Error(
      isThere
        ? `${at} is a folder: name a file by ${setting}.`
        : `${at} is no folder, and ${file} would lie in it: name another place by ${setting}.`,
    );
  try {
    accessSync(at, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new Error(`${at} cannot be written: allow it, or name another place by ${setting}.`, { cause });
  }
}

/** A folder, or the first above it that is there. */
const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));
