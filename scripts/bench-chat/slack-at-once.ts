/** Slack, for people who ask at once. */
import { type FakeSlack, openFakeSlack } from "../../adapters/slack/fake/fake-slack.ts";
import type { Message } from "../../adapters/slack/fake/workspace.ts";
import { CALL_MS, type Crowd, EARLY, type Playing } from "./at-once.ts";
import { withBot } from "./bot.ts";
import { until } from "./pace.ts";

export const inSlack: Playing = async (play) => {
  const fake = await openFakeSlack();
  const env = { SLACK_BOT_TOKEN: fake.botToken, SLACK_APP_TOKEN: fake.appToken, SLACK_API_URL: fake.apiUrl };
  const played = async () => {
    await until(() => fake.connections > 0);
    await warmUp(fake);
    fake.faults.latencyMs = CALL_MS;
    return play(crowdIn(fake));
  };
  return withBot("slack", env, played, async (_, figures) => figures).finally(() => fake.close());
};

async function warmUp(fake: FakeSlack): Promise<void> {
  const people = Array.from({ length: EARLY }, (_, nth) => fake.user(`early ${nth}`));
  for (const person of people) await person.slash("/recommend");
  await until(() => people.every((person) => person.dms()[0]?.reactions.size === 4));
}

function crowdIn(fake: FakeSlack): Crowd {
  const person = (nth: number) => fake.user(`person ${nth}`);
  const channel = fake.channel("movies");
  const isCard = ({ metadata }: Message) => metadata !== undefined;
  return {
    async asks(nth, by, where) {
      if (by === "command")
        await person(nth).slash("/recommend", "", where === "alone" ? undefined : channel);
      else if (where === "alone") person(nth).dm("next");
      else person(nth).mention(channel, "next");
    },
    cardsOf: (nth) => person(nth).dms().filter(isCard),
    cardsTogether: () => channel.messages.filter(isCard),
    commands: (nth) => person(nth).slash("/recommend"),
  };
}
