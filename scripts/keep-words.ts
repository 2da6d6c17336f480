/** A part of `npm run build`: parses and checks the word lists that Matinee comes with, so that no start has to. */
import { keepWords } from "../src/intent/words.ts";
import { run } from "./command-line.ts";

await run(() => keepWords("data/words"));
