/**
 * Many people at once: the real bots, as processes of their own, on the loopback.
 * Usage: npx matinee bench chat
 */
import { command } from "../src/host/command.ts";
import { thisMachine } from "./bench/this-machine.ts";
import * as thousand from "./bench-chat/a-thousand-react.ts";
import { CALL_MS, threeHundred, twelveAtOnce } from "./bench-chat/at-once.ts";
import { inDiscord } from "./bench-chat/discord-at-once.ts";
import { inSlack } from "./bench-chat/slack-at-once.ts";
import * as locked from "./bench-chat/while-locked.ts";
import { run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

await run(async (args) => {
  const { json } = command("bench chat")
    .description("Measures how long people wait where many are in Discord and in Slack at once.")
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<{ json?: true }>();
  const { line, table, result } = telling(json);
  const measured: { readonly what: string; readonly figures: object }[] = [];

  /** Told as soon as it is measured: each takes a while. */
  async function measure(what: string, figures: () => Promise<object>): Promise<void> {
    line(`${what}:`);
    measured.push({ what, figures: await figures() });
    table(measured.at(-1)!.figures);
  }

  line(thisMachine());
  for (const [name, playing] of Object.entries({ Discord: inDiscord, Slack: inSlack })) {
    await measure(`${name}, ${CALL_MS} ms a call, 12 people ask at once`, () => twelveAtOnce(playing));
    await measure(`${name}, ${CALL_MS} ms a call, 300 /recommend within 3 s`, async () => ({
      "/recommend": await threeHundred(playing),
    }));
  }
  await measure(
    `People write, react and press while another process holds the database for ${locked.LOCKED_MS / 1000} s`,
    async () => ({ Slack: await locked.slack(), Discord: await locked.discord() }),
  );
  await measure(`${thousand.PEOPLE} people react within ${thousand.WITHIN_MS / 1000} s`, async () => ({
    Slack: await thousand.slack(),
    Discord: await thousand.discord(),
  }));
  result({ machine: thisMachine(), measured });
});
