/** Discord, for people who ask at once. */
import { REST } from "discord.js";
import { type FakeDiscord, fakeDiscord } from "../../adapters/discord/fake/fake-discord.ts";
import type { FakeChannel } from "../../adapters/discord/fake/world.ts";
import { registerCommands } from "../../adapters/discord/register.ts";
import { CALL_MS, type Crowd, EARLY, type Playing } from "./at-once.ts";
import { withBot } from "./bot.ts";
import { until } from "./pace.ts";

export const inDiscord: Playing = async (play) => {
  const fake = await fakeDiscord();
  await registerCommands(new REST({ api: fake.api }).setToken(fake.token));
  const env = { DISCORD_TOKEN: fake.token, DISCORD_API: fake.api };
  const played = async () => {
    await until(() => fake.gatewayCounts.identified > 0);
    await warmUp(fake);
    fake.takes(CALL_MS);
    return play(crowdIn(fake));
  };
  return withBot("discord", env, played, async (_, figures) => figures).finally(() => fake.close());
};

async function warmUp(fake: FakeDiscord): Promise<void> {
  for (let nth = 0; nth < EARLY; nth++) {
    const person = fake.user(`early ${nth}`);
    await person.slash(person.dm, "recommend").answer;
  }
  const { dm } = fake.user(`early ${EARLY - 1}`);
  await until(() => fake.messages(dm)[0]?.reactions.size === 4);
}

function crowdIn(fake: FakeDiscord): Crowd {
  const person = (nth: number) => fake.user(`person ${nth}`);
  const channel = fake.guildChannel();
  const cardsIn = (where: FakeChannel) =>
    fake.messages(where).filter(({ author, embeds }) => author === fake.botId && embeds.length > 0);
  return {
    async asks(nth, by, where) {
      const to = where === "alone" ? person(nth).dm : channel;
      if (by === "command") await person(nth).slash(to, "recommend").acknowledged;
      else person(nth).writes(to, where === "alone" ? "next" : `<@${fake.botId}> next`);
    },
    cardsOf: (nth) => cardsIn(person(nth).dm),
    cardsTogether: () => cardsIn(channel),
    commands: (nth) => person(nth).slash(person(nth).dm, "recommend").acknowledged,
  };
}
