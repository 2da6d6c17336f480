/** A list shown to others: as a picture in the channel, or by a link that is told to its owner alone. */
import { expect, test } from "vitest";
import { asSeen, buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { realHost } from "./testing/real-host.ts";

test("/share puts a picture before everybody, and a link before its owner, who withdraws it by its button", async () => {
  const { fake, store } = await realHost({ pageAddress: "https://films.example" });
  const [ada, channel] = [fake.user("ada"), fake.guildChannel()];
  ada.writes(ada.dm, "save Ronin for later");
  await eventually(() => ada.sees(ada.dm).map(asSeen).join()).toContain("Saved for later: Ronin (1998).");
  const picture = await ada.slash(channel, "share", { what: "my list" }).answer;
  expect(picture.onlyFor).toBeUndefined();
  expect(asSeen(picture)).toContain("Ronin (1998)");
  ada.press(picture, "🔗 As a link");
  const latest = () => ada.sees(channel).at(-1)!;
  await eventually(() => asSeen(latest())).toContain("https://films.example/shared/");
  const link = latest();
  expect(link.onlyFor).toBe(ada.id);
  expect(buttonsOf(link)).toContain("Stop sharing");
  const shared = () => store.sharedPages.of({ platform: "discord", id: ada.id });
  expect(await shared()).toMatchObject([{ what: "list" }]);
  ada.press(link, "Stop sharing");
  await eventually(() => asSeen(latest())).toContain("Done. The link to your list");
  expect(await shared()).toEqual([]);
  ada.slash(channel, "share", { what: "my list", how: "link" });
  await expect.poll(shared).toHaveLength(1);
  ada.slash(channel, "share", { what: "my list", how: "stop" });
  await expect.poll(shared).toEqual([]);
});
