import { defineConfig } from "vitest/config";

// Tests run as compiled: worker threads and child processes need JavaScript files to start from,
// and this way the files under test are the files that ship.
export default defineConfig({
  test: {
    include: ["dist/**/*.test.js"],
    exclude: ["node_modules"],
    testTimeout: 20_000,
  },
});
