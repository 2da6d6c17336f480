/** What somebody watched elsewhere, brought along by /import and taken away again, through the real host. */
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { standing } from "../../src/conversation/log.ts";
import { asSeen, buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { realHost } from "./testing/real-host.ts";

const RATINGS = "title,year,rating\nAlien,1979,5\nHeat,1986,1\nNobody Made This,2001,3\n";

/** Somebody in a channel, and what the bot tells them alone there. */
async function somebody() {
  const { fake, store } = await realHost();
  const ada = fake.user("ada");
  const channel = fake.guildChannel();
  const whispers = () => ada.sees(channel).filter(({ onlyFor }) => onlyFor === ada.id);
  return {
    ada,
    channel,
    said: () => whispers().map(asSeen).join("\n"),
    latest: () => whispers().at(-1)!,
    bring: (filename: string, bytes: Uint8Array) =>
      ada.slash(channel, "import", {
        file: {
          filename,
          size: bytes.length,
          url: `data:application/octet-stream;base64,${Buffer.from(bytes).toString("base64")}`,
        },
      }).answer,
    others: () => fake.user("ben").sees(channel),
    noted: async () => standing(await store.log({ platform: "discord", id: ada.id })),
  };
}

test("a file is told first, taken in by a button, undone by a word, and nobody else sees any of it", async () => {
  const { ada, channel, said, latest, bring, others, noted } = await somebody();
  const told = await bring("ratings.csv", strToU8(RATINGS));
  expect(asSeen(told)).toContain("2 films: 2 with stars.");
  expect(told).toMatchObject({ onlyFor: ada.id, files: [{ name: "matinee-left-out.csv" }] });
  expect(told.files[0]!.text).toContain("Nobody Made This,2001");
  expect(await noted()).toEqual([]);

  ada.press(latest(), "Take it in");
  await eventually(said).toContain("Noted: 2 films. Undo takes all of it back.");
  expect(await noted()).toMatchObject([
    { movie: "tt0000000", verdict: "like", rating: { stars: 5 } },
    { movie: "tt0000003", verdict: "dislike", rating: { stars: 1 } },
  ]);

  const again = await bring("ratings.csv", strToU8(RATINGS));
  expect(asSeen(again)).toContain("There is nothing new in it: nothing changes.");
  expect(buttonsOf(again)).toEqual([]);
  expect(await noted()).toHaveLength(2);

  ada.slash(channel, "undo");
  await eventually(said).toContain("2 films");
  await expect.poll(noted).toEqual([]);
  expect(others()).toEqual([]);
});

test("an archive of more files than anybody's history has is refused, and a picture as well", async () => {
  const { bring, noted } = await somebody();
  const names = Array.from({ length: 5_001 }, (_, nth) => [`${nth}.csv`, new Uint8Array()] as const);
  const bomb = zipSync(Object.fromEntries(names));
  expect(asSeen(await bring("export.zip", bomb))).toContain("The archive holds thousands of files.");
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0);
  expect(asSeen(await bring("me.png", picture))).toContain("I cannot use that file: ");
  expect(await noted()).toEqual([]);
});
