/** Matinee in Discord. Usage: npm run discord, with the settings of .env.example. */
import { botProgram } from "../../src/host/bot-program.ts";
import { discordBot } from "./bot.ts";

await botProgram("discord", "Runs the bot in Discord.", () => [discordBot]);
