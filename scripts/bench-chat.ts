/**
 * Many people at once: the real bots, as processes of their own, on the loopback.
 * Usage: npm run bench:chat
 */
import { cpus } from "node:os";
import { Command } from "commander";
import * as thousand from "./bench-chat/a-thousand-react.ts";
import * as discord from "./bench-chat/discord-at-once.ts";
import * as slack from "./bench-chat/slack-at-once.ts";

new Command("npm run bench:chat").parse(); // takes no options

console.log(`Node ${process.version} on ${cpus().length} x ${cpus()[0]?.model.trim()}`);
for (const [name, platform] of Object.entries({ Discord: discord, Slack: slack })) {
  console.log(`${name}, 250 ms a call, 12 people ask at once:`);
  console.table(await platform.twelveAtOnce());
  console.log(`${name}, 250 ms a call, 300 /recommend within 3 s:`);
  console.table({ "/recommend": await platform.threeHundred() });
}
console.log(`${thousand.PEOPLE} people react within ${thousand.WITHIN_MS / 1000} s:`);
console.table({ Slack: await thousand.slack(), Discord: await thousand.discord() });
