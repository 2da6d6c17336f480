import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";
import { randomMatrix } from "../../src/numerics/testing/matrices.ts";
import { truncatedSvd } from "../../src/numerics/truncated-svd.ts";
import { keptIterations } from "./kept-iterations.ts";

const matrix = randomMatrix(60, 40, 0.2, 1);
const options = { dimensions: 4, threads: 1, powerIterations: 5 };

/** Factorises up to so many passes, and the share done at each. */
async function factorised(folder: string, of: unknown, passes = Number.POSITIVE_INFINITY) {
  const ended = new AbortController();
  const shares: number[] = [];
  const svd = await truncatedSvd(matrix, {
    ...options,
    signal: ended.signal,
    kept: keptIterations(folder, of),
    onProgress: (share) => {
      if (shares.push(share) >= passes) ended.abort();
    },
  }).catch(() => undefined);
  return { svd, shares };
}

test("a factorisation that was ended goes on after the last iteration it had done, and comes to the same bits", async () => {
  const folder = join(await temporaryFolder(), "model.unfinished");
  const whole = await truncatedSvd(matrix, options);
  expect((await factorised(folder, "these ratings", 7)).svd).toBeUndefined(); // in its fourth iteration
  const { svd, shares } = await factorised(folder, "these ratings");
  expect(svd).toEqual(whole);
  expect(shares.map((share) => Math.round(11 * share))).toEqual([7, 8, 9, 10, 11]);
});

test("of other ratings it begins anew", async () => {
  const folder = await temporaryFolder();
  await factorised(folder, "these ratings", 7);
  expect((await factorised(folder, "others")).shares).toHaveLength(11);
});
