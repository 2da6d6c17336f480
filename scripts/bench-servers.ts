/**
 * What servers that the bot is in cost of its memory: the real client, in a process of its own, on a gateway on the loopback.
 * Usage: npx matinee bench servers
 */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { fakeDiscord } from "../adapters/discord/fake/fake-discord.ts";
import { command } from "../src/host/command.ts";
import { atLeastOne, run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

const PROGRAM = fileURLToPath(new URL("./bench-servers/connected.js", import.meta.url));
/** Of a server of some size, as Discord tells of it where it is asked to. */
const SIZE = { channels: 30, roles: 20, emojis: 20, members: 10 };
/** As many as Discord recommends for so many servers. */
const SERVERS_A_SHARD = 1_000;

interface Cost {
  readonly heapMb: number;
  readonly rssMb: number;
}

async function connectedTo(servers: number, how: "ours" | "everything"): Promise<Cost> {
  const discord = await fakeDiscord();
  discord.recommends(Math.max(1, Math.ceil(servers / SERVERS_A_SHARD)));
  discord.servers(servers, SIZE);
  const child = spawn(process.execPath, ["--expose-gc", PROGRAM, discord.api, discord.token, how], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await text(child.stdout);
  await discord.close();
  return JSON.parse(said);
}

await run(async (args) => {
  const { servers, json } = command("bench servers")
    .description("Measures the memory that servers in Discord cost the bot.")
    .option("--servers <n>", "how many", atLeastOne, 4_000)
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<{ servers: number; json?: true }>();
  const { table, result } = telling(json);
  const rows: Record<string, object> = {};
  for (const [name, how] of [
    ["the bot", "ours"],
    ["discord.js, which keeps all that it is told", "everything"],
  ] as const) {
    const [few, many] = [await connectedTo(1, how), await connectedTo(servers, how)];
    const each = (cost: keyof Cost): number =>
      Number((((many[cost] - few[cost]) / servers) * 1_000).toFixed(1));
    rows[name] = {
      "heap, MB for 1,000 servers": each("heapMb"),
      "process, MB for 1,000 servers": each("rssMb"),
    };
  }
  table(rows);
  result(rows);
});
