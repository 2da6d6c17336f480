import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const url = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);

/** In a process of its own, which ends only if no thread is left. */
test.each(["ALS", "EASE"])("%s leaves no thread, neither fitted nor called off", async (name) => {
  const lines = `
    import { MODELS } from ${url("./registry.js")};
    import { toyWorld } from ${url("./testing/toy-world.js")};
    const fit = MODELS[${JSON.stringify(name)}];
    await fit(toyWorld(), { threads: 3 });
    const abort = new AbortController();
    const onProgress = () => abort.abort(new Error("called off"));
    await fit(toyWorld(), { threads: 3, signal: abort.signal, onProgress }).catch((error) => console.log(error.message));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", lines], {
    timeout: 50_000,
  });
  expect(stdout).toBe("called off\n");
});
