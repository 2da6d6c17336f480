import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../dataset/testing/temporary-folder.ts";
import { openInstallations } from "./installations.ts";
import { missing, newDatabase, realName } from "./postgres/testing/shared-server.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const installation = (id: string, text: string) => ({ id, sealed: bytes(text), atMs: 7 });
const seen = (found: { readonly id: string; readonly sealed: Uint8Array } | undefined) =>
  found && [found.id, Buffer.from(found.sealed).toString()];

const places: readonly (readonly [string, string | undefined, () => Promise<string>])[] = [
  ["SQLite", undefined, async () => join(await temporaryFolder(), "a.db")],
  [realName, missing, newDatabase],
];

describe.each(places)("installations in a %s", (_name, why, where) => {
  test.skipIf(why !== undefined)("are kept by platform, the latest of each place", async () => {
    const place = await where();
    const [slack, other] = [await openInstallations(place, "slack"), await openInstallations(place, "other")];
    await slack.put(installation("T2", "two"));
    await slack.put(installation("T1", "one"));
    await slack.put(installation("T1", "one again"));
    await other.put(installation("T1", "elsewhere"));
    expect((await slack.all()).map(seen)).toEqual([
      ["T1", "one again"],
      ["T2", "two"],
    ]);
    expect(seen(await other.find("T1"))).toEqual(["T1", "elsewhere"]);
    expect(await slack.find("T3")).toBeUndefined();
    slack.close();
    other.close();
  });

  test.skipIf(why !== undefined)("are removed and sealed anew only as they were seen", async () => {
    const slack = await openInstallations(await where(), "slack");
    await slack.put(installation("T1", "new"));
    expect(await slack.remove("T1", bytes("old"))).toBe(false);
    await slack.reseal("T1", bytes("old"), bytes("old, sealed anew"));
    expect(seen(await slack.find("T1"))).toEqual(["T1", "new"]);
    await slack.reseal("T1", bytes("new"), bytes("new, sealed anew"));
    expect(await slack.remove("T1", bytes("new, sealed anew"))).toBe(true);
    expect(await slack.all()).toEqual([]);
    slack.close();
  });
});
