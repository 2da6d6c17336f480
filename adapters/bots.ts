/** Matinee on every platform that is set up. Usage: npm run bots, with the settings of .env.example. */
import { botProgram } from "../src/host/bot-program.ts";
import { readConfig } from "../src/host/config.ts";
import { discordBot } from "./discord/bot.ts";
import { slackBot } from "./slack/bot.ts";
import { webBot } from "./web/bot.ts";

await botProgram("bots", "Runs every platform that is set up, over one memory.", () => {
  readConfig(); // brings in .env
  const configured = [discordBot, slackBot, webBot].filter((bot) => bot.isConfigured(process.env));
  if (configured.length === 0) {
    process.stderr.write(
      "No platform is set up: set DISCORD_TOKEN, SLACK_BOT_TOKEN or WEB_PORT, see .env.example.\n",
    );
    process.exitCode = 1;
  }
  return configured;
});
