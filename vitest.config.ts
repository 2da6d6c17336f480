import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests run as compiled: worker threads and child processes need JavaScript files to start from,
// and this way the files under test are the files that ship.
// Time-outs are for what hangs, and so ample: a busy machine fails no test.
export default defineConfig({
  test: {
    include: ["dist/**/*.test.js"],
    exclude: ["node_modules"],
    // Most files wait, for pauses and for processes of their own, and leave the cores to others.
    maxWorkers: Math.max(4, availableParallelism()),
    setupFiles: "vitest.setup.ts",
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { interval: 5, timeout: 60_000 } },
  },
});
