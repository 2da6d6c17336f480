/**
 * Bots on platforms in memory, as a process of its own: what they share with real ones is all around them.
 * Usage: node bot-process.js <title of a bot>[:how it starts]... ; a line "lose <title>" on standard input takes its
 * platform away.
 */
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import { type Bot, runBots } from "../run-bots.ts";
import { fakePlatform } from "./fake-platform.ts";

const losing = new Map<string, () => void>();

/** More than a pipe holds, or a socket. */
const CHATTER = { lines: 2_000, of: "x".repeat(1_000) };

/** As a platform that is asked several things before it listens. */
const MANY_STEPS = 100;

const beginnings: Readonly<Record<string, (log: Logger) => Promise<void>>> = {
  well: async () => {},
  chatty: async (log) => {
    for (let line = 0; line < CHATTER.lines; line++) log.info(CHATTER.of);
    process.stderr.write("said it all\n");
  },
  refused: () => Promise.reject(new Error("It takes no token.")),
  stepwise: async () => {
    for (let step = 0; step < MANY_STEPS; step++) await setImmediate();
  },
  waiting: () => new Promise(() => {}),
};

function bot(named: string): Bot {
  const [title = "", how = "well"] = named.split(":");
  const { adapter } = fakePlatform();
  setInterval(() => {}, 60_000); // as the socket of a real one that is left open, it keeps the process alive
  return {
    title,
    isConfigured: () => true,
    open(_environment, { log, onLost, worldOf }) {
      const { catalog } = worldOf({ platform: adapter.name, id: "anybody" });
      const { factsOf } = catalog;
      const telling: typeof factsOf = (...given) => {
        log.info("looks at films");
        return factsOf(...given);
      };
      Object.assign(catalog, { factsOf: telling });
      if (how === "misconfigured") throw new Error(`${title} has no token.`);
      losing.set(title, () => onLost(new Error(`${title} takes this token no more.`)));
      return {
        ...adapter,
        async start(...listening) {
          await beginnings[how]!(log);
          await adapter.start(...listening);
        },
      };
    },
  };
}

const [, , ...titles] = process.argv;
createInterface({ input: process.stdin }).on("line", (line) => losing.get(line.replace("lose ", ""))?.());
await runBots(titles.map(bot));
