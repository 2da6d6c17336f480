/** Matinee on every platform that is set up. Usage: npm run bots, with the settings of .env.example. */
import { readConfig } from "../src/host/config.ts";
import { runBots } from "../src/host/run-bots.ts";
import { discordBot } from "./discord/bot.ts";
import { slackBot } from "./slack/bot.ts";
import { webBot } from "./web/bot.ts";

readConfig(); // brings in .env
const configured = [discordBot, slackBot, webBot].filter((bot) => bot.isConfigured(process.env));
if (configured.length > 0) await runBots(configured);
else {
  process.stderr.write(
    "No platform is set up: set DISCORD_TOKEN, SLACK_BOT_TOKEN or WEB_PORT, see .env.example.\n",
  );
  process.exitCode = 1;
}
