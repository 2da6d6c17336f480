/** A file of what somebody watched elsewhere, shared with the bot. */
import { describe, expect } from "vitest";
import { read } from "./fake/people.ts";
import { onTable } from "./table.ts";

const RATINGS = "title,year,rating\nAlien,1979,5\nHeat,1986,1\n";
const logOf = async (
  table: { store: { log(user: { platform: string; id: string }): Promise<readonly unknown[]> } },
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
