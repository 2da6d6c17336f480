/**
 * Many people at once: the real bots, as processes of their own, on the loopback.
 * Usage: npx matinee bench chat
 */
import { cpus } from "node:os";
import { command } from "../src/host/command.ts";
import * as thousand from "./bench-chat/a-thousand-react.ts";
import { CALL_MS, threeHundred, twelveAtOnce } from "./bench-chat/at-once.ts";
import { inDiscord } from "./bench-chat/discord-at-once.ts";
import { inSlack } from "./bench-chat/slack-at-once.ts";
import * as locked from "./bench-chat/while-locked.ts";

command("bench chat").parse(); // takes no options

console.log(`Node ${process.version} on ${cpus().length} x ${cpus()[0]?.model.trim()}`);
for (const [name, playing] of Object.entries({ Discord: inDiscord, Slack: inSlack })) {
  console.log(`${name}, ${CALL_MS} ms a call, 12 people ask at once:`);
  console.table(await twelveAtOnce(playing));
  console.log(`${name}, ${CALL_MS} ms a call, 300 /recommend within 3 s:`);
  console.table({ "/recommend": await threeHundred(playing) });
}
console.log(
  `People write, react and press while another process holds the database for ${locked.LOCKED_MS / 1000} s:`,
);
console.table({ Slack: await locked.slack(), Discord: await locked.discord() });
console.log(`${thousand.PEOPLE} people react within ${thousand.WITHIN_MS / 1000} s:`);
console.table({ Slack: await thousand.slack(), Discord: await thousand.discord() });
