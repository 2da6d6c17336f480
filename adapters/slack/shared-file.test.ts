/** A file of what somebody watched elsewhere, shared with the bot. */
import { zipSync } from "fflate";
import { describe, expect } from "vitest";
import { type LogEntry, standing } from "../../src/conversation/log.ts";
import { read } from "./fake/people.ts";
import { onTable } from "./table.ts";

const RATINGS = "title,year,rating\nAlien,1979,5\nHeat,1986,1\n";
const logOf = async (
  table: { store: { log(user: { platform: string; id: string }): Promise<readonly LogEntry[]> } },
  id: string,
) => table.store.log({ platform: "slack", id });

describe("a file under Messages", () => {
  onTable("is told first, and taken in by a button", async ({ table }) => {
    const ada = table.slack.user("ada");
    ada.share("ratings.csv", RATINGS);
    const said = () => ada.dms().map(read).join("\n");
    await expect.poll(said).toContain("2 films: 2 with stars.");
    expect(await logOf(table, ada.id)).toEqual([]);
    await ada.press(
      "Take it in",
      ada.dms().findLast((message) => read(message).includes("2 films: 2 with stars"))!,
    );
    await expect.poll(said).toContain("Noted: 2 films.");
    expect(await logOf(table, ada.id)).toMatchObject([
      { movie: "tt0000000", verdict: "like", rating: { stars: 5 } },
      { movie: "tt0000003", verdict: "dislike", rating: { stars: 1 } },
    ]);
  });

  onTable("changes nothing when it is sent again, and goes by one undo", async ({ table }) => {
    const ada = table.slack.user("ada");
    const said = () => ada.dms().map(read).join("\n");
    ada.share("ratings.csv", RATINGS);
    await expect.poll(said).toContain("2 films: 2 with stars.");
    ada.dm("yes");
    await expect.poll(said).toContain("Noted: 2 films.");
    ada.share("ratings.csv", RATINGS);
    await expect.poll(said).toContain("There is nothing new in it: nothing changes.");
    expect(await logOf(table, ada.id)).toHaveLength(2);
    ada.dm("undo");
    await expect.poll(async () => standing(await logOf(table, ada.id))).toEqual([]);
  });

  onTable("that would fill a machine is refused, and so is what is no table", async ({ table }) => {
    const ada = table.slack.user("ada");
    const said = () => ada.dms().map(read).join("\n");
    const names = Array.from({ length: 5_001 }, (_, nth) => [`${nth}.csv`, new Uint8Array()] as const);
    ada.share("export.zip", zipSync(Object.fromEntries(names)));
    await expect.poll(said).toContain("The archive holds thousands of files.");
    ada.share("ratings.csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0));
    await expect.poll(said).toMatch(/I cannot use that file: (?!The archive)/);
    expect(await logOf(table, ada.id)).toEqual([]);
  });

  onTable("that the app may not read is said to be so, with what it needs", async ({ table }) => {
    const ada = table.slack.user("ada");
    table.slack.scopes.delete("files:read");
    ada.share("ratings.csv", RATINGS);
    await expect.poll(() => ada.dms().map(read).join("\n")).toContain("the app needs the scope files:read");
  });

  onTable("that is a picture is words like any other", async ({ table }) => {
    const ada = table.slack.user("ada");
    ada.share("me.png", "not read");
    await expect.poll(() => ada.dms().length).toBeGreaterThan(1);
    expect(ada.dms().map(read).join("\n")).not.toContain("cannot use");
  });
});
