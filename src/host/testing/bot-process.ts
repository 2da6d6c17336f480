/**
 * Bots on platforms in memory, as a process of its own: what they share with real ones is all around them.
 * Usage: node bot-process.js <title of a bot>... ; a line "lose <title>" on standard input takes its platform away.
 */
import { createInterface } from "node:readline";
import { type Bot, runBots } from "../run-bots.ts";
import { fakePlatform } from "./fake-platform.ts";

const losing = new Map<string, () => void>();

function bot(title: string): Bot {
  const { adapter } = fakePlatform();
  const connection = setInterval(() => {}, 60_000); // as the socket of a real one, it keeps the process alive
  return {
    title,
    isConfigured: () => true,
    open(_environment, { onLost }) {
      losing.set(title, () => onLost(new Error(`${title} takes this token no more.`)));
      return {
        ...adapter,
        async stop() {
          clearInterval(connection);
          await adapter.stop();
        },
      };
    },
  };
}

const [, , ...titles] = process.argv;
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => losing.get(line.replace("lose ", ""))?.());
await runBots(titles.map(bot));
lines.close();
process.stdin.destroy();
