/** Matinee in the browser and for programs. Usage: npm run web, with the settings of .env.example. */
import { runBots } from "../../src/host/run-bots.ts";
import { webBot } from "./bot.ts";

await runBots([webBot]);
