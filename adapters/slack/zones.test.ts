/** Where it is what time with people: as they have told Slack. */
import { describe, expect } from "vitest";
import { read } from "./fake/people.ts";
import { onTable } from "./table.ts";

describe("hours and days", () => {
  onTable("are those of whoever speaks, and asked for once", async ({ table }) => {
    const ada = table.slack.user("ada");
    ada.livesIn("Pacific/Kiritimati");
    ada.dm("skip");
    await expect.poll(() => ada.dms().length).toBeGreaterThan(1);
    ada.dm("no thrillers after ten");
    const said = () => ada.dms().map(read).join("\n");
    await expect.poll(said).toContain("with you (Pacific/Kiritimati).");
    expect(said()).not.toContain("If not, say where");
    expect(table.slack.calls.filter(({ method }) => method === "users.info")).toHaveLength(1);
  });

  onTable(
    "are those of the machine where the app may not know, and it is told what it lacks",
    async ({ table }) => {
      const ada = table.slack.user("ada");
      ada.livesIn("Pacific/Kiritimati");
      table.slack.scopes.delete("users:read");
      ada.dm("skip");
      await expect.poll(() => ada.dms().length).toBeGreaterThan(1);
      ada.dm("no thrillers after ten");
      await expect
        .poll(() => ada.dms().map(read).join("\n"))
        .toContain("If not, say where: my time zone is Berlin.");
      expect(table.troubles).toEqual([]);
    },
  );

  onTable("are those that were told in words, whatever Slack says", async ({ table }) => {
    const ada = table.slack.user("ada");
    ada.livesIn("Pacific/Kiritimati");
    ada.dm("skip");
    await expect.poll(() => ada.dms().length).toBeGreaterThan(1);
    ada.dm("my time zone is Tokyo");
    await expect.poll(() => ada.dms().map(read).join("\n")).toContain("Noted: you are in Asia/Tokyo");
    ada.dm("no thrillers on weekdays");
    await expect.poll(() => ada.dms().map(read).join("\n")).toContain("with you (Asia/Tokyo).");
  });
});
