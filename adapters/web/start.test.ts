/** The program as whoever runs it meets it: settings, secrets, ports, and an end that answers what was begun. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { openApiKeys } from "../../src/store/api-keys.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { openBrowser } from "./testing/browser.ts";
import { listen } from "./testing/listen.ts";
import { someProgram } from "./testing/process.ts";

test("a signal ends it well: what was begun is answered, pages are let go, and the database is one file", async () => {
  const { begin, address, file } = await someProgram();
  const { child, ended, listening } = begin();
  await listening();
  const ada = openBrowser(() => address);
  await ada.comes();
  const page = await listen(address, ada.cookie!);
  await Promise.all(Array.from({ length: 8 }, () => ada.get("/people/me"))); // as many connections are open
  const asked = Array.from({ length: 8 }, (_, nth) => ada.says("next", `asked-${nth}`));
  await expect.poll(() => page.events().length).toBeGreaterThan(0); // the first is answered, and others wait
  child.kill("SIGTERM");
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  await page.ended;
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(dirname(file)).sort()).toEqual(["web.db", "web.db-web-secret"]);
});

test("what arrives on a connection that was open at the end is answered too, and nothing is kept alive", async () => {
  const { begin, address, port } = await someProgram();
  const { child, ended, listening } = begin();
  await listening();
  const ada = openBrowser(() => address);
  await ada.comes();
  const asking = connect(port, "127.0.0.1");
  onTestFinished(() => void asking.destroy());
  await once(asking, "connect");
  const answer = text(asking);
  const body = JSON.stringify({ kind: "said", text: "next" });
  asking.write(`PUT /people/me/conversation/late HTTP/1.1\r\nhost: 127.0.0.1\r\n`);
  child.kill("SIGTERM");
  await expect.poll(() => isListeningAt(port)).toBe(false);
  asking.write(
    `cookie: ${ada.cookie}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(await answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(await ended).toEqual([0, null]);
});

async function isListeningAt(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

test("how long turns took and what was not served is kept in sums, also of a process that has ended", async () => {
  const { begin, address, file } = await someProgram();
  const { child, ended, listening } = begin();
  await listening();
  const ada = openBrowser(() => address);
  await ada.comes();
  await ada.says("next");
  await ada.get("/films/tt9999999");
  child.kill("SIGTERM");
  await ended;
  const store = await openSqliteStore(file);
  const sums = await store.figures("1970-01-01", "9999-12-31");
  await store.close();
  const counted = (begins: string) =>
    sums.filter(({ what }) => what.startsWith(begins)).reduce((sum, { count }) => sum + count, 0);
  expect([counted("took/opened/"), counted("took/said/"), counted("http/404")]).toEqual([1, 1, 1]);
});

test("figures for Prometheus are of the whole program: what was dealt with, and which platforms are up", async () => {
  const { begin, address, file } = await someProgram();
  await begin().listening();
  const ada = openBrowser(() => address);
  await ada.comes();
  await ada.says("next");
  const keys = await openApiKeys(file);
  const secret = await keys.add({ name: "Prometheus", scopes: ["operate"], perMinute: 60, madeMs: 0 });
  keys.close();
  const { body } = await ada.get("/metrics", { authorization: `Bearer ${secret}` });
  for (const line of [
    'matinee_turn_duration_seconds_count{platform="web",did="said"} 1',
    'matinee_platform_up{platform="web"} 1',
    'matinee_events_under_way{platform="web"} 0',
    'matinee_outbox_people{platform="web"} 0',
    'matinee_http_request_duration_seconds_count{method="POST",route="/people",status="201"} 1',
  ])
    expect(body.split("\n")).toContain(line);
});

test("whoever watches over it asks by a command, whose exit code says whether it is well", async () => {
  const { begin, address } = await someProgram();
  const matinee = fileURLToPath(new URL("../../scripts/matinee.js", import.meta.url));
  const health = () => promisify(execFile)(process.execPath, [matinee, "health", "--at", address]);
  await expect(health()).rejects.toMatchObject({
    code: 1,
    stderr: `Nothing answers at ${address}/health/ready: start it with WEB_PORT set, or give --at.\n`,
  });
  await begin().listening();
  expect(JSON.parse((await health()).stdout)).toMatchObject({ status: "ok" });
});

test("cookies are signed with a secret of its own, which it keeps to itself: the next process knows them", async () => {
  const { begin, address, file } = await someProgram();
  const first = begin();
  await first.listening();
  const ada = openBrowser(() => address);
  const { body } = await ada.comes();
  first.child.kill("SIGTERM");
  await first.ended;
  const secret = `${file}-web-secret`;
  expect(statSync(secret).mode & 0o777).toBe(0o600);
  const kept = readFileSync(secret, "utf8");
  const second = begin();
  await second.listening();
  expect((await ada.get("/people/me")).body.id).toBe(body.person.id);
  expect(readFileSync(secret, "utf8")).toBe(kept);
  second.child.kill("SIGTERM");
  await second.ended;
  const third = begin({ WEB_SECRET: "another secret, of forty-one characters.." });
  await third.listening();
  expect((await ada.get("/people/me")).status).toBe(401);
});

test("a secret that is damaged is not signed with", async () => {
  const { begin, file } = await someProgram();
  writeFileSync(`${file}-web-secret`, "short");
  const { ended, said } = begin();
  expect(await ended).toEqual([1, null]);
  expect(await said).toMatch(
    /^[^\n]*web\.db-web-secret: not a secret that Matinee made\. Delete the file, [^\n]*\n$/,
  );
});

test("a port that another program has is said in a sentence", async () => {
  const { begin, port } = await someProgram();
  const other = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void other.close());
  await once(other, "listening");
  const { ended, said } = begin();
  expect(await ended).toEqual([1, null]);
  expect(await said).toBe(
    `Another program listens at 127.0.0.1:${port}: stop it, or set WEB_PORT to another port.\n`,
  );
});

test.each([
  [{ WEB_PORT: "http" }, "WEB_PORT should be the number of a port.\n"],
  [{ WEB_PORT: "70000" }, "WEB_PORT should be the number of a port.\n"],
  [
    { WEB_SECRET: "short" },
    "WEB_SECRET should be at least 32 characters that nobody can guess, or left empty.\n",
  ],
  [{ WEB_PROXIES: "-1" }, "WEB_PROXIES should be how many proxies stand before it, 0 for none.\n"],
  [
    { WEB_HOST: "203.0.113.7" },
    "203.0.113.7 is no address of this machine: set WEB_HOST to one, such as 127.0.0.1.\n",
  ],
])("the settings %j are refused in a sentence", async (settings, sentence) => {
  const { begin } = await someProgram();
  const { ended, said } = begin(settings);
  expect(await ended).toEqual([1, null]);
  expect(await said).toBe(sentence);
});

test("behind a proxy that ends TLS, and only there, cookies are for TLS alone", async () => {
  const { begin, address } = await someProgram();
  const behind = begin({ WEB_PROXIES: "1" });
  await behind.listening();
  const cookieOf = async () => {
    const headers = { "x-forwarded-proto": "https" };
    return (await fetch(`${address}/people`, { method: "POST", headers })).headers.getSetCookie()[0];
  };
  expect(await cookieOf()).toMatch(/; Secure/);
  behind.child.kill("SIGTERM");
  await behind.ended;
  const alone = begin();
  await alone.listening();
  expect(await cookieOf()).not.toMatch(/; Secure/);
});
