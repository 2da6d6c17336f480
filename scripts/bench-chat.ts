/**
 * Many people at once: the real bots, as processes of their own, on the loopback.
 * Usage: npm run bench:chat
 */
import { cpus } from "node:os";
import { Command } from "commander";
import { discord, PEOPLE, slack, WITHIN_MS } from "./bench-chat/a-thousand-react.ts";
import { threeHundred, twelveAtOnce } from "./bench-chat/discord-at-once.ts";

new Command("npm run bench:chat").parse(); // takes no options

console.log(`Node ${process.version} on ${cpus().length} x ${cpus()[0]?.model.trim()}`);
console.log("Discord, 250 ms a call, 12 people ask at once:");
console.table(await twelveAtOnce());
console.log("Discord, 250 ms a call, 300 /recommend within 3 s:");
console.table({ "/recommend": await threeHundred() });
console.log(`${PEOPLE} people react within ${WITHIN_MS / 1000} s:`);
console.table({ Slack: await slack(), Discord: await discord() });
