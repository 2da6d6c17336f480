import { command } from "./command.ts";
import { type Bot, runBots } from "./run-bots.ts";

/**
 * A program that runs bots; its settings are those of the environment and .env alone.
 *
 * @param bots asked for once it is to run
 */
export async function botProgram(name: string, does: string, bots: () => readonly Bot[]): Promise<void> {
  command(name)
    .description(`${does} .env.example explains the settings.`)
    .allowExcessArguments(false)
    .parse();
  const chosen = bots();
  if (chosen.length > 0) await runBots(chosen);
}
