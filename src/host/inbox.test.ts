import { linkSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import type { Incoming } from "./adapter.ts";
import { openInbox } from "./inbox.ts";

const fails = (error: unknown) => {
  throw error;
};
const said = (event: string, atMs = 1): Incoming => ({
  user: { platform: "slack", id: "U1" },
  conversation: "slack:D1",
  event,
  atMs,
  did: { kind: "said", text: `heat, says ${event}` },
  place: { id: "C1", managed: true },
  private: true,
});
const inAFolder = async () => join(await temporaryFolder(), "matinee.db-inbox");

test("what is kept is found by whoever opens it next, in the order in which it was, until it is settled", async () => {
  const folder = await inAFolder();
  const inbox = openInbox(folder, "slack", fails);
  const events = Array.from({ length: 40 }, (_, nth) => said(`event ${nth}`));
  await Promise.all(events.slice(0, 5).map(inbox.keep));
  for (const event of events.slice(5)) await inbox.keep(event);
  const next = openInbox(folder, "slack", fails);
  expect(await next.left()).toEqual(events);
  for (const { event } of events) next.settle(event);
  await next.close();
  expect(readdirSync(join(folder, ".."))).toEqual([]);
});

test("many at once are kept together, in few files", async () => {
  const folder = await inAFolder();
  const inbox = openInbox(folder, "slack", fails);
  const events = Array.from({ length: 500 }, (_, nth) => said(`event ${nth}`, nth));
  await Promise.all(events.map(inbox.keep));
  expect(readdirSync(folder).length).toBeLessThan(5);
  expect(await openInbox(folder, "slack", fails).left()).toEqual(events);
});

test("nobody but its owner may look into it, whatever the umask", async () => {
  const before = process.umask(0);
  const folder = await inAFolder();
  await openInbox(folder, "slack", fails).keep(said("a"));
  process.umask(before);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test("what is settled while it is written leaves nothing", async () => {
  const folder = await inAFolder();
  const inbox = openInbox(folder, "slack", fails);
  const keeping = [inbox.keep(said("a")), inbox.keep(said("b"))];
  inbox.settle("a");
  await Promise.race([keeping[0], new Promise(setImmediate)]);
  inbox.settle("b");
  await Promise.all(keeping);
  await inbox.close();
  expect(readdirSync(join(folder, ".."))).toEqual([]);
});

test("what is settled is written over before it is removed", async () => {
  const folder = await inAFolder();
  const inbox = openInbox(folder, "slack", fails);
  await inbox.keep(said("a"));
  const file = join(folder, readdirSync(folder)[0]!);
  const another = join(folder, "..", "another name of the same bytes");
  linkSync(file, another);
  expect(readFileSync(another, "utf8")).toContain("heat");
  inbox.settle("a");
  await inbox.close();
  expect(readFileSync(another)).toEqual(Buffer.alloc(statSync(another).size));
});

test("a line that a power cut tore, or that this program cannot read, keeps no other from being found", async () => {
  const folder = await inAFolder();
  await openInbox(folder, "slack", fails).keep(said("whole"));
  writeFileSync(
    join(folder, "slack-other.jsonl"),
    `{"event":"of tomorrow"}\n${JSON.stringify(said("torn")).slice(0, 40)}`,
  );
  const next = openInbox(folder, "slack", fails);
  expect(await next.left()).toEqual([said("whole")]);
  next.settle("whole");
  await next.close();
  expect(readdirSync(join(folder, ".."))).toEqual([]);
});

test("each platform finds what is its own", async () => {
  const folder = await inAFolder();
  await openInbox(folder, "slack", fails).keep(said("a"));
  const other = openInbox(folder, "discord", fails);
  expect(await other.left()).toEqual([]);
  await other.close();
  expect(await openInbox(folder, "slack", fails).left()).toEqual([said("a")]);
});

test("it says where it cannot be written", async () => {
  const file = join(await temporaryFolder(), "a file");
  writeFileSync(file, "");
  const inbox = openInbox(file, "slack", fails);
  await expect(inbox.keep(said("a"))).rejects.toThrow("a file");
  await expect(inbox.keep(said("b"))).rejects.toThrow("a file");
});
