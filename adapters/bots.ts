/** Matinee on every platform that has a token. Usage: npm run bots, with the settings of .env.example. */
import { readConfig } from "../src/host/config.ts";
import { runBots } from "../src/host/run-bots.ts";
import { discordBot } from "./discord/bot.ts";
import { slackBot } from "./slack/bot.ts";

readConfig(); // brings in .env
const configured = [discordBot, slackBot].filter((bot) => bot.isConfigured(process.env));
if (configured.length > 0) await runBots(configured);
else {
  process.stderr.write("No platform has a token: set DISCORD_TOKEN or SLACK_BOT_TOKEN, see .env.example.\n");
  process.exitCode = 1;
}
