/**
 * Makes Matinee's slash commands known to Discord and prints the links that invite it.
 * Usage: npm run discord:register, or npm run discord:register -- --guild <server id> while developing (with --remove takes
 * them back):
 * there they appear at once, global ones within minutes. Changes nothing where nothing has changed.
 */
import { REST } from "discord.js";
import { config as loadDotenv } from "dotenv";
import { invitations, registerCommands, removeCommands } from "../adapters/discord/register.ts";
import { readDiscordSettings } from "../adapters/discord/settings.ts";
import { command } from "../src/host/command.ts";
import { run } from "./command-line.ts";

async function main(args: readonly string[]): Promise<void> {
  const { guild: named, remove } = command("register", "matinee register --guild 123456789012345678")
    .description("Makes the slash commands known to Discord and prints the links that invite the bot.")
    .option("--guild <id>", "register in this server only; default: DISCORD_GUILD")
    .option("--remove", "take the commands back")
    .parse(args, { from: "user" })
    .opts<{ guild?: string; remove?: boolean }>();
  loadDotenv({ quiet: true });
  const config = readDiscordSettings(process.env);
  const guild = named ?? config.guild;
  const rest = new REST(config.api === undefined ? {} : { api: config.api }).setToken(config.token);
  const where = guild === undefined ? "everywhere" : `in server ${guild}`;
  if (remove) {
    const { changed } = await removeCommands(rest, guild);
    console.log(`Commands ${where}: ${changed ? "taken back" : "there were none"}.`);
    return;
  }
  const { applicationId, changed } = await registerCommands(rest, guild);
  const links = invitations(applicationId);
  console.log(`Commands ${where}: ${changed ? "registered" : "unchanged"}.`);
  console.log(`Add Matinee to a server:     ${links.server}`);
  console.log(`Take Matinee along yourself: ${links.person}`);
}

await run(main);
