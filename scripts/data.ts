/**
 * Fetches a data set from its publisher, or takes a copy at hand, and says what is in it.
 * Usage: npm run data -- ml-latest-small
 */
import { DatasetError } from "../src/dataset/dataset-error.ts";
import { describeReport } from "../src/dataset/describe-report.ts";
import { installDataset } from "../src/dataset/download/install.ts";
import { PUBLISHED_DATASETS, PUBLISHER_URLS } from "../src/dataset/download/published.ts";
import { command } from "../src/host/command.ts";
import { progressBar, withSize } from "./command-line.ts";
import { JSON_DONE, telling } from "./telling.ts";

interface Options {
  readonly from?: string;
  readonly downloads: string;
  readonly force?: boolean;
  readonly json?: true;
}

const program = command("data", "matinee data ml-latest-small")
  .description("Put a data set under data/downloads, from its publisher or from a copy at hand.")
  .argument("<name>", "which data set, or a name for your own along with --from")
  .option("--from <folder or zip>", "take this copy instead of downloading")
  .option("--downloads <folder>", "where data sets go", "data/downloads")
  .option("--force", "take it anew although it is there")
  .option(...JSON_DONE)
  .addHelpText(
    "after",
    `\nData sets:\n${PUBLISHED_DATASETS.map(({ name, about }) => `  ${name.padEnd(20)} ${about}`).join("\n")}\n\n` +
      "Mirrors: MATINEE_GROUPLENS_URL and MATINEE_MOVIETWEETINGS_URL replace the publishers' addresses.",
  )
  .action(run);

async function run(name: string, { from, downloads, force, json }: Options): Promise<void> {
  const interruption = new AbortController();
  process.once("SIGINT", () => interruption.abort());
  const bar = progressBar();
  const { line, result } = telling(json);
  try {
    const { folder, wasThere, report, licence } = await installDataset(name, {
      downloads,
      from,
      force,
      signal: interruption.signal,
      urls: {
        grouplens: process.env.MATINEE_GROUPLENS_URL || PUBLISHER_URLS.grouplens,
        movietweetings: process.env.MATINEE_MOVIETWEETINGS_URL || PUBLISHER_URLS.movietweetings,
      },
      onProgress: ({ url, bytesRead, bytesTotal }) =>
        bar.show(withSize(`fetching ${url}`, bytesTotal), bytesRead, bytesTotal),
      onRead: ({ file, bytesRead, bytesTotal }) =>
        bar.show(withSize(`reading ${file}`, bytesTotal), bytesRead, bytesTotal),
    });
    bar.stop();
    line(`${folder} ${wasThere ? "was there already (--force takes it anew)" : "is in place"}`);
    for (const told of describeReport(report)) line(`  ${told}`);
    if (licence !== undefined) line(`Licence: ${licence}`);
    result({ folder, wasThere, licence, ...report });
  } catch (error) {
    bar.stop();
    if (interruption.signal.aborted) {
      console.error("Interrupted; nothing was kept.");
      process.exitCode = 130;
    } else if (error instanceof DatasetError) {
      console.error(error.message);
      process.exitCode = 1;
    } else throw error;
  }
}

await program.parseAsync();
