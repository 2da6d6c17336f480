/** A bot on a platform in memory, as a process of its own: what it shares with real ones is all around it. */
import { runBots } from "../run-bots.ts";
import { fakePlatform } from "./fake-platform.ts";

const { adapter } = fakePlatform();
const connection = setInterval(() => {}, 60_000); // as the socket of a real one, it keeps the process alive
await runBots([
  {
    title: "Fake",
    isConfigured: () => true,
    open: () => ({
      ...adapter,
      async stop() {
        clearInterval(connection);
        await adapter.stop();
      },
    }),
  },
]);
