/** A real server that speaks TLS, by a certificate that it has signed itself. */
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitersOn } from "../../host/limiters.ts";
import { keptChange } from "../testing/kept-change.ts";
import { openPostgresStore } from "./open.ts";
import { openSignals } from "./signals.ts";
import { type Server, startServer, userOfServer } from "./testing/server.ts";
import { missing as missingServer, realName } from "./testing/shared-server.ts";
import { openTurn } from "./turn.ts";

const missing = missingServer ?? missingOpenssl();
const name = missing === undefined ? realName : `${realName}, skipped for ${missing}`;

function missingOpenssl(): string | undefined {
  try {
    execFileSync("openssl", ["version"], { stdio: "pipe" });
    return undefined;
  } catch {
    return "openssl is not installed";
  }
}

let server: Server | undefined;
let certificate: string;

/** In the place of the one before. @param host that it is for */
function certify(folder: string, host: string): void {
  const [key, file] = [join(folder, "server.key"), join(folder, "server.crt")];
  const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${host}`];
  const names = host === "localhost" ? "DNS:localhost,IP:127.0.0.1" : `DNS:${host}`;
  execFileSync("openssl", [...request, "-addext", `subjectAltName=${names}`, "-keyout", key, "-out", file], {
    stdio: "pipe",
  });
  chmodSync(key, 0o600);
  const { uid, gid } = userOfServer() ?? {};
  if (uid !== undefined) for (const one of [key, file]) chownSync(one, uid, gid!);
}

describe.skipIf(missing !== undefined)(name, () => {
  let place: string;
  let folder: string;

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "matinee-tls-"));
    chmodSync(place, 0o755); // the server may be another user's
    folder = join(place, "certificate");
    mkdirSync(folder);
    certify(folder, "localhost");
    certificate = join(folder, "server.crt");
    server = await startServer(join(place, "server"), {
      settings: {
        ssl: "on",
        ssl_cert_file: certificate,
        ssl_key_file: join(folder, "server.key"),
        fsync: "off",
      },
    });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(place, { recursive: true });
  });

  const verified = () => `${server!.address()}?sslmode=verify-full&sslrootcert=${certificate}`;
  const plain = async (statement: string) => {
    const client = new pg.Client(server!.address());
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows;
  };

  test("who names the authority is served over TLS, by every connection that there is", async () => {
    const store = await openPostgresStore(verified());
    const signals = await openSignals(verified(), () => {});
    const turn = await openTurn(verified(), "something");
    const { limiters, close } = await limitersOn(verified());
    expect(await store.commit(keptChange)).toBe("committed");
    expect(await turn.isOurs()).toBe(true);
    expect(limiters).toBeDefined();
    const connections = await plain(
      "SELECT ssl, version FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'matinee'",
    );
    expect(connections.length).toBeGreaterThanOrEqual(3);
    for (const connection of connections) expect(connection).toEqual({ ssl: true, version: "TLSv1.3" });
    close();
    await turn.close();
    await signals.close();
    await store.close();
  });

  test("a certificate that nobody here trusts is told in a sentence, and so is another machine's", async () => {
    await expect(openPostgresStore(`${server!.address()}?sslmode=verify-full`)).rejects.toThrow(
      /signed by nobody who is trusted here. Name the file of the authority by sslrootcert/,
    );
    certify(folder, "elsewhere.example");
    await plain("SELECT pg_reload_conf()");
    const limits = { connectMs: 2_000, statementMs: 2_000, withinMs: 1 };
    await expect
      .poll(() => openPostgresStore(verified(), { limits }).then((store) => store.close(), String))
      .toMatch(/its certificate is of another machine\. Write the address that the certificate names/);
  });
});
