/**
 * Whether the Matinee that runs here with its page can remember people, for whoever watches over it: a container's health check.
 * Usage: npx matinee health
 */
import { command } from "../src/host/command.ts";
import { readConfig } from "../src/host/config.ts";
import { address, run } from "./command-line.ts";

const ANSWERS_WITHIN_MS = 4_000;

async function main(args: readonly string[]): Promise<void> {
  readConfig(); // brings in .env
  const { WEB_PORT } = process.env;
  const { at } = command("health", "matinee health")
    .description(
      "Asks the one that runs here whether it is well. The exit code is 1 where it is not, or does not answer.",
    )
    .option("--at <url>", "where its page is", address, `http://127.0.0.1:${WEB_PORT || 8080}`)
    .parse(args, { from: "user" })
    .opts<{ at: string }>();
  const url = new URL("/health/ready", at);
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) }).catch((cause) => {
    throw new Error(`Nothing answers at ${url}: start it with WEB_PORT set, or give --at.`, { cause });
  });
  const told = await answer.text();
  if (!answer.ok) throw new Error(`It is not well: ${told}`);
  console.log(told);
}

await run(main);
