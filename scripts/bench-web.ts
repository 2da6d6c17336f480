/**
 * Matinee over HTTP under load: the program as a process of its own, the load from this one.
 * Usage: npx matinee bench web, npx matinee bench web --seconds 60
 */
import { loadavg } from "node:os";
import { command } from "../src/host/command.ts";
import { thisMachine } from "./bench/this-machine.ts";
import { answers, mostAnswers, recommendations } from "./bench-web/load.ts";
import { openPages } from "./bench-web/open-pages.ts";
import { withServer } from "./bench-web/server.ts";
import { atLeastOne, run } from "./command-line.ts";
import { JSON_FIGURES, telling } from "./telling.ts";

/** Requests a second that are promised for. */
const RATE = 100;
const PAGES = 1_000;

async function main(args: string[]): Promise<void> {
  const { seconds, json } = command("bench web", "matinee bench web --seconds 60")
    .description("Measures the API and the open page under load.")
    .option("--seconds <seconds>", "of each load", atLeastOne, 20)
    .option(...JSON_FIGURES)
    .parse(args, { from: "user" })
    .opts<{ seconds: number; json?: true }>();
  const { line, table, result } = telling(json);
  const load = { perSecond: RATE, seconds };
  const machine = `${thisMachine()}, with a load of ${loadavg()[0]!.toFixed(1)} before`;
  line(machine);
  await withServer(async (server) => {
    await answers(server, { ...load, seconds: 5 }); // what is built when it is first needed
    await recommendations(server, { ...load, seconds: 5 });
    const loaded = {
      [`an answer and the next suggestion, ${RATE} a second`]: await answers(server, load),
      [`ten films for twenty answers, ${RATE} a second`]: await recommendations(server, load),
      "an answer and the next suggestion, as many as it takes": await mostAnswers(server, seconds),
    };
    table(loaded);
    const before = await server.megabytes();
    const pages = await openPages(server, PAGES);
    const megabytes = (await server.megabytes()) - before;
    line(`${PAGES} open pages take ${megabytes} MB more than ${before} MB.`);
    const toldMs = await pages.told();
    line(`All have heard of what was done in one of them after ${toldMs} ms.`);
    const besidePages = {
      [`an answer and the next suggestion, ${RATE} a second, with ${PAGES} open pages`]: await answers(
        server,
        load,
      ),
    };
    table(besidePages);
    pages.close();
    result({ machine, loaded: { ...loaded, ...besidePages }, pages: { open: PAGES, megabytes, toldMs } });
  });
}

await run(main);
