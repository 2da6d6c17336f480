import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Rooms whose tests start nothing and leave nothing behind. */
const QUIET =
  "artifacts,catalog,conversation,dataset,evaluation,files,intent,models,posters,recommender,remote,tmdb,training";
const quiet = `dist/src/{${QUIET}}/**/*.test.js`;
/** Work is counted from before its code is first read. */
const counting = [
  "dist/src/catalog/catalog.test.js",
  "dist/src/catalog/testing/count-steps.test.js",
  "dist/src/intent/rules/hostile.test.js",
];

/** What is compiled already is read by Node itself, as when it ships. */
const server = { deps: { external: [/\/dist\//] } };

// Tests run as compiled: worker threads and child processes need JavaScript files to start from,
// and this way the files under test are the files that ship.
// Time-outs are for what hangs, and so ample: a busy machine fails no test.
export default defineConfig({
  test: {
    // Most files wait, for pauses and for processes of their own, and leave the cores to others.
    maxWorkers: Math.max(4, availableParallelism()),
    setupFiles: "vitest.setup.ts",
    globalSetup: "vitest.global.ts",
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { interval: 5, timeout: 60_000 } },
    // A process and a reading of the libraries for each file takes longer than most files do.
    projects: [
      {
        extends: true,
        test: { name: "together", include: [quiet], exclude: counting, isolate: false, server },
      },
      { extends: true, test: { name: "alone", include: ["dist/**/*.test.js"], exclude: [quiet], server } },
      { extends: true, test: { name: "counting", include: counting } },
    ],
  },
});
