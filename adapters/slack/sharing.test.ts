/** A list shown to others by a link, asked for in a channel and told to its owner alone. */
import { expect, onTestFinished, test } from "vitest";
import { read } from "./fake/people.ts";
import { openTable, PAGE_ADDRESS } from "./table.ts";
import { eventually } from "./testing.ts";

test("the button under a list makes a link for the eyes of its owner, and the one under that withdraws it", async () => {
  const table = await openTable();
  onTestFinished(() => table.close());
  const channel = table.slack.channel("movies");
  const ada = table.slack.user("ada");
  await ada.mention(channel, "save Ronin for later");
  await ada.mention(channel, "share my list");
  const latest = (about: string) =>
    eventually(() => {
      const message = ada.sees(channel).findLast((one) => read(one).includes(about));
      if (!message) throw new Error(`nothing says ${about}`);
      return message;
    });
  const picture = await latest("Films to watch");
  expect(picture.onlyFor).toBeUndefined();
  await ada.press("🔗 As a link", picture);
  const link = await latest(`${PAGE_ADDRESS}/shared/`);
  expect(link.onlyFor).toBe(ada.id);
  const shared = () => table.store.sharedPages.of({ platform: "slack", id: ada.id });
  expect(await shared()).toHaveLength(1);
  await ada.press("Stop sharing", link);
  await latest("Done. The link to your list for later opens nothing any more.");
  expect(await shared()).toEqual([]);
  expect(table.troubles).toEqual([]);
});
