/** Matinee in the browser and for programs. Usage: npm run web, with the settings of .env.example. */
import { botProgram } from "../../src/host/bot-program.ts";
import { webBot } from "./bot.ts";

await botProgram("web", "Serves the page and the API.", () => [webBot]);
