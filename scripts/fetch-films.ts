/**
 * Fetches what the catalogue and the facts of its films are made of from their publishers: MovieLens and Wikidata.
 * Usage: npx matinee films fetch. Stopped and run again, it goes on where it was.
 */
import { config as loadDotenv } from "dotenv";
import { PUBLISHER_URLS } from "../src/dataset/download/published.ts";
import { fetchFilms } from "../src/dataset/films/fetch-films.ts";
import { command } from "../src/host/command.ts";
import { progressBar, run, withSize } from "./command-line.ts";

interface Options {
  readonly to: string;
  readonly downloads: string;
  readonly contact?: string;
  readonly force?: boolean;
}

const readOptions = (args: readonly string[]): Options =>
  command("films fetch", "matinee films fetch --to data/downloads/films")
    .description("Fetch titles and ratings of films from MovieLens, and facts about them from Wikidata.")
    .option("--to <folder>", "where the files go", "data/downloads/films")
    .option("--downloads <folder>", "where data sets go", "data/downloads")
    .option(
      "--contact <address>",
      "your mail address or web page: Wikidata asks who fetches; default: MATINEE_CONTACT",
    )
    .option("--force", "fetch anew what is there")
    .addHelpText(
      "after",
      "\nAll that is missing is fetched, one question at a time: some 500 questions about films and 300 about names, an hour " +
        "in all. What was fetched is kept, whenever it is stopped.\n" +
        "Data sets of MovieLens that are at hand are taken: npm run data -- ml-32m --from <zip> puts one there, and ml-latest likewise.\n" +
        "Mirrors: MATINEE_GROUPLENS_URL and MATINEE_WIKIDATA_URL replace the publishers' addresses.",
    )
    .parse(args, { from: "user" })
    .opts<Options>();

async function main(args: readonly string[]): Promise<void> {
  loadDotenv({ quiet: true });
  const { to, downloads, force, contact = process.env.MATINEE_CONTACT ?? "" } = readOptions(args);
  const interruption = new AbortController();
  process.once("SIGINT", () => interruption.abort());
  const bar = progressBar();
  try {
    const fetched = await fetchFilms({
      folder: to,
      downloads,
      force,
      signal: interruption.signal,
      urls: { ...PUBLISHER_URLS, grouplens: process.env.MATINEE_GROUPLENS_URL || PUBLISHER_URLS.grouplens },
      wikidata: { url: process.env.MATINEE_WIKIDATA_URL || undefined, contact },
      onProgress: ({ url, bytesRead, bytesTotal }) =>
        bar.show(withSize(`fetching ${url}`, bytesTotal), bytesRead, bytesTotal),
      onRead: ({ file, bytesRead, bytesTotal }) =>
        bar.show(withSize(`reading ${file}`, bytesTotal), bytesRead, bytesTotal),
      onWikidata: ({ what, done, total }) =>
        bar.show(`of ${total} pages of ${what} from Wikidata`, done, total),
    });
    bar.stop();
    console.log(
      fetched.length === 0
        ? `${to}: all was there (--force fetches it anew)`
        : `${to}: fetched ${fetched.join(", ")}`,
    );
  } catch (error) {
    bar.stop();
    if (!interruption.signal.aborted) throw error;
    console.error("Interrupted. Run it again to go on: what was fetched is kept.");
    process.exitCode = 130;
  }
}

await run(main);
