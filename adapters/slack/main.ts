/** Matinee in Slack. Usage: npm run slack, with the settings of .env.example. */
import { botProgram } from "../../src/host/bot-program.ts";
import { slackBot } from "./bot.ts";

await botProgram("slack", "Runs the bot in Slack.", () => [slackBot]);
