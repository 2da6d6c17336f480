/** Platforms over one memory, side by side: what befalls one takes no other along. */
import type { Logger } from "pino";
import type { Host } from "./host.ts";

export interface Platform {
  /** As people write it: "Discord". */
  readonly title: string;
  /**
   * @param onLost to be called when the platform is gone and will not be back by itself
   * @throws Error with one sentence per problem with the settings
   */
  open(onLost: (error: Error) => void): Host;
}

export interface SideBySide {
  /** Starts each as soon as it can, and goes on without those that cannot be. Resolves when none is waited for any more. */
  start(): Promise<void>;
  /** Rejects when the last of them is gone, and says why. */
  readonly noneLeft: Promise<never>;
  stop(): Promise<void>;
}

/** @throws the sentence of the last of them where none can be opened */
export function sideBySide(platforms: readonly Platform[], log: Logger): SideBySide {
  const hosts = new Map<string, Host>();
  const left = new Set<string>();
  let isEnding = false;
  let onNoneLeft: (error: Error) => void = () => {};
  const noneLeft = new Promise<never>((_, reject) => {
    onNoneLeft = reject;
  });

  function leave(title: string, error: Error): void {
    if (left.has(title) || isEnding) return;
    left.add(title);
    if (left.size === platforms.length) {
      onNoneLeft(error);
      return;
    }
    const line = `Matinee goes on without ${title}: ${error.message}`;
    log.error({ err: error }, line);
    process.stderr.write(`${line}\n`);
    void hosts.get(title)?.stop();
  }

  async function start(title: string, host: Host): Promise<void> {
    try {
      await host.start();
      if (!left.has(title) && !isEnding) log.info(`Matinee listens in ${title}`);
    } catch (error) {
      leave(title, error as Error);
    }
  }

  for (const { title, open } of platforms) {
    try {
      hosts.set(
        title,
        open((error) => leave(title, error)),
      );
    } catch (error) {
      if (left.size === platforms.length - 1) throw error;
      leave(title, error as Error);
    }
  }

  return {
    noneLeft,
    async start() {
      await Promise.all([...hosts].map(([title, host]) => start(title, host)));
    },
    async stop() {
      isEnding = true;
      await Promise.all([...hosts.values()].map((host) => host.stop()));
      for (const title of hosts.keys()) if (!left.has(title)) log.info(`Matinee has left ${title}`);
    },
  };
}
