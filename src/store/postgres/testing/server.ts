/** A real PostgreSQL in a folder of its own, for tests and measurements: started where its programs are, by no means as root. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const OLDEST = 15;
const UNIX_ROOT = 0;
/** Debian keeps one folder a version, beside the path. */
const DEBIAN = "/usr/lib/postgresql";

export interface Server {
  /** Of a database in it, "postgres" at first. */
  address(database?: string): string;
  readonly port: number;
  /** Takes no more connections and ends those it has: "kill" as a broken machine does, in the middle of what it is at. */
  stop(how?: "fast" | "kill"): Promise<void>;
  start(): Promise<void>;
  /** Milliseconds that it and all its processes that have ended have worked; on Linux. */
  cpuMs(): number;
}

export interface ServerOptions {
  /** For postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Goes on when the program that started it ends. Default: false */
  readonly outlives?: boolean;
}

/** The folder of the programs of a PostgreSQL that is new enough, or why there is none. */
export function findPrograms(): { readonly bin: string } | { readonly missing: string } {
  if (userOfServer() === undefined) return { missing: "root may not run it, and there is no user postgres" };
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .filter((version) => Number(version) >= OLDEST)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, "bin"))
    : [];
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const bin = [...debian, ...path].find(
    (folder) => existsSync(join(folder, "initdb")) && versionIn(folder) >= OLDEST,
  );
  return bin === undefined ? { missing: `no PostgreSQL ${OLDEST} or later is installed` } : { bin };
}

export function versionIn(bin: string): number {
  try {
    const said = execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
    return Number(/(\d+)/.exec(said)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Undefined where there is nobody to run it as. */
export function userOfServer(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== UNIX_ROOT) return {};
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** @param folder made where it is missing, and filled; whoever calls removes it */
export async function startServer(
  folder: string,
  { settings = {}, outlives = false }: ServerOptions = {},
): Promise<Server> {
  const programs = findPrograms();
  if ("missing" in programs) throw new Error(programs.missing);
  const { bin } = programs;
  const user = userOfServer()!;
  const data = join(folder, "data");
  mkdirSync(folder, { recursive: true });
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const run = (program: string, ...args: string[]): void => {
    execFileSync(join(bin, program), args, { ...user, stdio: "pipe", cwd: folder });
  };
  if (!existsSync(data))
    run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
  const port = await freePort();
  const options = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: folder,
    shared_buffers: "64MB",
    ...settings,
  };
  const args = [
    "-D",
    data,
    ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  let running: ReturnType<typeof spawn> | undefined;

  const server: Server = {
    address: (database = "postgres") => `postgres://postgres@127.0.0.1:${port}/${database}`,
    port,
    cpuMs: () => cpuMsOf(running?.pid),
    async start() {
      running = spawn(join(bin, "postgres"), args, {
        ...user,
        stdio: "ignore",
        cwd: folder,
        detached: outlives,
      });
      if (outlives) running.unref();
      const ended = once(running, "exit").then(() => true);
      while (!(await isReady(bin, port))) {
        if (await Promise.race([ended, sleep(20, false)])) throw new Error("PostgreSQL did not start");
      }
    },
    async stop(how = "fast") {
      const stopping = running;
      running = undefined;
      if (!stopping || stopping.exitCode !== null) return;
      const ended = once(stopping, "exit");
      stopping.kill(how === "kill" ? "SIGQUIT" : "SIGINT");
      await ended;
    },
  };
  await server.start();
  return server;
}

/** Of the kernel's clock, which is the same on every machine that Node runs on. */
const TICKS_PER_SECOND = 100;

function cpuMsOf(pid: number | undefined): number {
  const [, after = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const times = after.split(" ").slice(11, 15).map(Number);
  return (times.reduce((sum, ticks) => sum + ticks) * 1_000) / TICKS_PER_SECOND;
}

async function isReady(bin: string, port: number): Promise<boolean> {
  const child = spawn(join(bin, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  const [code] = await once(child, "exit");
  return code === 0;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
