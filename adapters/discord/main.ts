/** Matinee in Discord. Usage: npm run discord, with the settings of .env.example. */
import { runBots } from "../../src/host/run-bots.ts";
import { discordBot } from "./bot.ts";

await runBots([discordBot]);
