/** Matinee in Slack. Usage: npm run slack, with the settings of .env.example. */
import { runBots } from "../../src/host/run-bots.ts";
import { slackBot } from "./bot.ts";

await runBots([slackBot]);
