/**
 * A process that connects to Discord, and prints the memory it takes then as JSON.
 * Usage: node --expose-gc connected.js <address of Discord> <token> ours | everything
 */
import { setTimeout as sleep } from "node:timers/promises";
import { Client, Events, GatewayIntentBits } from "discord.js";
import { createClient, logIn } from "../../adapters/discord/client.ts";

const [api = "", token = "", how = ""] = process.argv.slice(2);
const signal = new AbortController().signal;
const BYTES_PER_MB = 2 ** 20;

const client =
  how === "ours"
    ? createClient({ api, shards: "auto" }, signal)
    : new Client({
        rest: { api },
        shards: "auto",
        intents: [
          GatewayIntentBits.Guilds,
          GatewayIntentBits.GuildMessages,
          GatewayIntentBits.GuildMessageReactions,
          GatewayIntentBits.DirectMessages,
          GatewayIntentBits.DirectMessageReactions,
        ],
      });
const ready = new Promise<void>((resolve) => void client.once(Events.ClientReady, () => resolve()));
await (how === "ours" ? logIn(client, token, signal) : client.login(token));
await ready;
await sleep(1_000); // what was only needed to connect is let go of
global.gc!();
const { heapUsed, rss } = process.memoryUsage();
process.stdout.write(JSON.stringify({ heapMb: heapUsed / BYTES_PER_MB, rssMb: rss / BYTES_PER_MB }));
process.exit();
