/** One film for several, in a channel: the real host, memory and client, on a Discord of our own. */
import { expect, test } from "vitest";
import type { Person } from "./fake/people.ts";
import type { FakeMessage } from "./fake/world.ts";
import { asSeen, buttonsOf } from "./testing/as-seen.ts";
import { eventually } from "./testing/eventually.ts";
import { realHost } from "./testing/real-host.ts";

async function channelOfAll() {
  const { fake, stop, start } = await realHost();
  const channel = fake.guildChannel();
  const boards = (person: Person) =>
    person.sees(channel).filter(({ author, onlyFor }) => author === fake.botId && onlyFor === undefined);
  const whispers = (person: Person) =>
    person
      .sees(channel)
      .filter(({ onlyFor }) => onlyFor !== undefined)
      .map(asSeen);

  /** What stands there once the nth message for all is there. */
  async function board(person: Person, nth: number): Promise<FakeMessage> {
    await eventually(() => boards(person).length).toBe(nth + 1);
    return boards(person)[nth]!;
  }
  return { fake, channel, stop, start, whispers, board };
}

test("people join by a button, vote unseen, and everybody sees the film with its poster; a restart loses nothing", async () => {
  const { fake, channel, stop, start, whispers, board } = await channelOfAll();
  const [ada, ben, cyd] = [fake.user("ada"), fake.user("ben"), fake.user("cyd")];
  ada.slash(channel, "together", { limits: "no horror", films: "Alien, Heat (1995)" });
  const first = await board(ada, 0);
  await eventually(() => asSeen(first)).toContain("not Horror");
  ben.press(first, "Join");
  cyd.press(first, "Join");
  await eventually(() => asSeen(first)).toMatch(/In \(3\)/);
  cyd.press(first, "Leave");
  await eventually(() => asSeen(first)).toMatch(/In \(2\)/);
  ben.press(first, "Start");
  const list = await board(ada, 1);
  expect(asSeen(list)).toContain("Tonight's short list");
  await eventually(() => buttonsOf(first)).toEqual([]);
  ada.press(list, "👍 1");
  ben.press(list, "👍 1");
  await eventually(() => whispers(ben).join()).toContain("You would watch 1.");
  expect(whispers(cyd).join()).not.toContain("You would watch");

  await stop();
  await start();
  ada.press(list, "Ready");
  await eventually(() => asSeen(list)).toContain("Ready: 1 of 2");
  expect(asSeen(list)).not.toContain("would watch 1");
  ben.press(list, "Ready");
  const result = await board(ada, 2);
  expect(asSeen(result)).toContain("Tonight: ");
  expect(asSeen(result)).toContain("2 of 2 would watch it.");
  expect(result.files.map(({ name }) => name)).toEqual(["poster.png"]);
});

test("two evenings in one channel are kept apart", async () => {
  const { fake, channel, board } = await channelOfAll();
  const [ada, ben] = [fake.user("ada"), fake.user("ben")];
  ada.slash(channel, "together");
  const first = await board(ada, 0);
  ben.slash(channel, "together");
  const second = await board(ada, 1);
  ada.press(second, "Join");
  await eventually(() => asSeen(second)).toContain("In (2)");
  expect(asSeen(first)).toContain("In (1)");
});
