/** Cards as they are drawn and drawn again, on a Discord of our own: pictures, buttons in the place of reactions, used cards. */
import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { drawnPosters } from "../../src/host/drawn-posters.ts";
import type { FakeMessage } from "./fake/world.ts";
import { userKey } from "./incoming.ts";
import { buttonsOf, linksOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { GESTURE_BUTTONS, reactionsOf, seeded } from "./testing/gestures.ts";
import { type Table, table } from "./testing/table.ts";

const ALIEN: Card = {
  title: { text: "Alien (1979)", url: "https://www.imdb.com/title/tt0078748/" },
  lines: ["In space no one can hear you scream."],
  fields: [{ name: "Genres", value: "Horror, Sci-Fi", phrase: "Horror, Sci-Fi" }],
  links: [{ label: "IMDb", url: "https://www.imdb.com/title/tt0078748/" }],
  suggestion: "tt0000000-a",
};
const LIKED: Card = { ...ALIEN, lines: [...ALIEN.lines, "Noted: 👍 liked"], answered: "like" };
const TMDB = { url: "https://image.tmdb.org/t/p/w342/alien.jpg", alt: "Poster of Alien (1979)" };
const PICTURED: Card = { ...ALIEN, picture: TMDB };

const world = tinyWorld();
const posters = drawnPosters({
  world,
  store: {
    suggestion: async (id) => ({
      user: { platform: "discord", id: "1" },
      suggestion: { id, movie: id.split("-")[0]!, atMs: 0 },
    }),
  },
  width: 120,
  onTrouble: (error) => expect.fail(String(error)),
});

const suggests = () => [ALIEN];
const ownerOf = (table: Table) => userKey(table.fake.user("ada").id);
const nameOf = ({ channel, id }: FakeMessage) => `discord:${channel}:${id}`;

async function suggestion({ fake }: Table): Promise<FakeMessage> {
  const ada = fake.user("ada");
  ada.writes(ada.dm, "hello");
  await eventually(() => fake.messages(ada.dm).some(({ author }) => author === fake.botId)).toBe(true);
  return fake.messages(ada.dm).find(({ author }) => author === fake.botId)!;
}

describe("a drawn poster", () => {
  test("is sent once, and stays when its card is drawn again, large before it is answered and small after", async () => {
    const at = await table(suggests, { posters });
    const message = await suggestion(at);
    const [png] = message.files;
    expect(message.embeds[0]!.image).toEqual({ url: "attachment://poster.png" });
    const colour = message.embeds[0]!.color;
    for (const [card, size] of [
      [LIKED, "thumbnail"],
      [ALIEN, "image"],
    ] as const) {
      expect(await at.adapter.edit!(nameOf(message), card, ownerOf(at))).toBe(true);
      expect(message.embeds[0]![size]).toEqual({ url: "attachment://poster.png" });
      expect(message.embeds[0]!.color).toBe(colour);
    }
    expect(message.files).toEqual([png]);
    expect(message.uploads).toBe(1);
  });

  test("stays as well where another process draws the card again", async () => {
    const at = await table(suggests, { posters });
    const message = await suggestion(at);
    const again = await at.restart();
    expect(await again.adapter.edit!(nameOf(message), LIKED, ownerOf(at))).toBe(true);
    expect(message.embeds[0]!.thumbnail).toEqual({ url: "attachment://poster.png" });
    expect(message.uploads).toBe(1);
  });

  test("gives way to a picture from the web that comes late, which stays in its turn", async () => {
    const at = await table(suggests, { posters });
    const message = await suggestion(at);
    expect(await at.adapter.edit!(nameOf(message), PICTURED, ownerOf(at))).toBe(true);
    expect([message.embeds[0]!.image, message.files]).toEqual([{ url: TMDB.url }, []]);
    expect(await at.adapter.edit!(nameOf(message), LIKED, ownerOf(at))).toBe(true);
    expect(message.embeds[0]!.thumbnail).toEqual({ url: TMDB.url });
    const again = await at.restart();
    expect(await again.adapter.edit!(nameOf(message), ALIEN, ownerOf(at))).toBe(true);
    expect(message.embeds[0]!.image).toEqual({ url: TMDB.url });
  });

  test("gives its colour to a card that has another picture, and is not sent with it", async () => {
    const at = await table(() => [PICTURED], { posters });
    const message = await suggestion(at);
    const { colour } = (await posters.of(ALIEN.suggestion!, "discord:1"))!;
    expect(message.embeds[0]!.color).toBe(Number.parseInt(colour.slice(1), 16));
    expect(message.uploads).toBe(0);
  });

  test("where the bot may attach no files costs the card no more than itself", async () => {
    const at = await table(suggests, { posters, gestures: "buttons" });
    const ada = at.fake.user("ada");
    const channel = at.fake.guildChannel({ without: PermissionFlagsBits.AttachFiles });
    ada.writes(channel, `<@${at.fake.botId}> hello`);
    const shown = () => at.fake.messages(channel).find(({ author }) => author === at.fake.botId);
    await eventually(shown).toBeDefined();
    expect(buttonsOf(shown()!)).toEqual(GESTURE_BUTTONS);
    expect(shown()!.embeds[0]!.color).toBeGreaterThan(0);
    expect(await at.adapter.edit!(nameOf(shown()!), LIKED, ownerOf(at))).toBe(true);
    expect(shown()!.embeds[0]!.thumbnail).toBeUndefined();
  });
});

describe("gestures as buttons, where the operator prefers them", () => {
  const writes = ({ fake }: Table) =>
    fake.requests.filter((one) => /^(POST|PUT|PATCH) .*\/messages/.test(one)).length;

  test("cost one request for a suggestion, where reactions cost one more for each gesture", async () => {
    const reacting = await table(suggests);
    await seeded(await suggestion(reacting));
    const pressing = await table(suggests, { gestures: "buttons" });
    const message = await suggestion(pressing);
    expect(buttonsOf(message)).toEqual(GESTURE_BUTTONS);
    await pressing.adapter.stop();
    expect([writes(reacting), writes(pressing)]).toEqual([1 + GESTURE_BUTTONS.length, 1]);
    expect(reactionsOf(message)).toEqual([]);
  });

  test("go when the card is used, but for the way back, and come back with it, also after a restart", async () => {
    const at = await table(suggests, { gestures: "buttons" });
    const message = await suggestion(at);
    await at.adapter.edit!(nameOf(message), LIKED, ownerOf(at));
    expect([buttonsOf(message), Object.keys(linksOf(message))]).toEqual([["Undo"], ["IMDb"]]);
    const again = await at.restart();
    const ada = again.fake.user("ada");
    await ada.press(message, "Undo").acknowledged;
    await eventually(() => again.host.incoming.at(-1)).toMatchObject({
      did: { kind: "gestureTakenBack", gesture: "like", on: { suggestion: ALIEN.suggestion } },
    });
    await again.adapter.edit!(nameOf(message), ALIEN, ownerOf(at));
    expect(buttonsOf(message)).toEqual(GESTURE_BUTTONS);
  });

  test("the way back is the owner's alone, while anybody may answer before it is used", async () => {
    const at = await table(({ did }) => (did.kind === "said" ? [ALIEN] : []), { gestures: "buttons" });
    const channel = at.fake.guildChannel();
    const [ada, ben] = [at.fake.user("ada"), at.fake.user("ben")];
    ada.writes(channel, `<@${at.fake.botId}> hello`);
    const shown = () => at.fake.messages(channel).find(({ embeds }) => embeds.length > 0);
    await eventually(shown).toBeDefined();
    await ben.press(shown()!, "Like").acknowledged;
    await eventually(() => at.host.incoming.at(-1)?.user).toEqual(userKey(ben.id));
    await at.adapter.edit!(nameOf(shown()!), LIKED, ownerOf(at));
    const before = at.host.incoming.length;
    await ben.press(shown()!, "Undo").acknowledged;
    expect(ben.sees(channel).at(-1)!.content).toContain("somebody else's");
    expect(at.host.incoming.length).toBe(before);
  });

  test("are not asked for again where a card that was used is looked at", async () => {
    const at = await table(suggests, { gestures: "buttons" });
    const message = await suggestion(at);
    const seen: Card = { ...ALIEN, answered: "seen" };
    await at.adapter.edit!(nameOf(message), seen, ownerOf(at));
    expect(buttonsOf(message)).toEqual([]);
    const again = await at.restart();
    const looked = { message: nameOf(message), suggestion: ALIEN.suggestion!, owner: ownerOf(at) };
    expect(await again.adapter.review!(looked)).toEqual([]);
    expect([buttonsOf(message), reactionsOf(message)]).toEqual([[], []]);
  });
});
