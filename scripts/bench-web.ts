/**
 * Matinee over HTTP under load: the program as a process of its own, the load from this one.
 * Usage: npx matinee bench web, npx matinee bench web --seconds 60
 */
import { cpus, loadavg } from "node:os";
import { command } from "../src/host/command.ts";
import { answers, mostAnswers, recommendations } from "./bench-web/load.ts";
import { openPages } from "./bench-web/open-pages.ts";
import { withServer } from "./bench-web/server.ts";
import { atLeastOne, run } from "./command-line.ts";

/** Requests a second that are promised for. */
const RATE = 100;
const PAGES = 1_000;

async function main(args: string[]): Promise<void> {
  const { seconds } = command("bench web", "matinee bench web --seconds 60")
    .option("--seconds <seconds>", "of each load", atLeastOne, 20)
    .parse(args, { from: "user" })
    .opts<{ seconds: number }>();
  const load = { perSecond: RATE, seconds };
  console.log(
    `Node ${process.version} on ${cpus().length} x ${cpus()[0]?.model.trim()}, with a load of ${loadavg()[0]!.toFixed(1)} before`,
  );
  await withServer(async (server) => {
    await answers(server, { ...load, seconds: 5 }); // what is built when it is first needed
    await recommendations(server, { ...load, seconds: 5 });
    console.table({
      [`an answer and the next suggestion, ${RATE} a second`]: await answers(server, load),
      [`ten films for twenty answers, ${RATE} a second`]: await recommendations(server, load),
      "an answer and the next suggestion, as many as it takes": await mostAnswers(server, seconds),
    });
    const before = await server.megabytes();
    const pages = await openPages(server, PAGES);
    console.log(`${PAGES} open pages take ${(await server.megabytes()) - before} MB more than ${before} MB.`);
    console.log(`All have heard of what was done in one of them after ${await pages.told()} ms.`);
    console.table({
      [`an answer and the next suggestion, ${RATE} a second, with ${PAGES} open pages`]: await answers(
        server,
        load,
      ),
    });
    pages.close();
  });
}

await run(main);
