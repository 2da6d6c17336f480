/** A list shown to others: as a picture in the channel, or by a link that is told to its owner alone. */
import { expect, test } from "vitest";
import { asSeen, buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { realHost } from "./testing/real-host.ts";

test("/share puts a picture before everybody, and a link before its owner, who withdraws it by its button", async () => {
  const { fake, store } = await realHost({ pageAddress: "https://films.example" });
  const [ada, channel] = [fake.user("ada"), fake.guildChannel()];
  await ada.slash(channel, "recommend", { mood: "save Ronin for later" }).answer;
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
  await ada.slash(channel, "share", { what: "my list", how: "link" }).answer;
  await expect.poll(shared).toHaveLength(1);
  await ada.slash(channel, "share", { what: "my list", how: "stop" }).answer;
  await expect.poll(shared).toEqual([]);
});
