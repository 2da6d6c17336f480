/** Writes the models of the given seeds in turn, over and over, for a test that ends it in the middle. */
import { writeArtifacts } from "../write-artifacts.ts";
import { tinyModel, tinyOptions } from "./tiny-model.ts";

const [, , folder = "", ...seeds] = process.argv;
for (let turn = 0; ; turn++) {
  await writeArtifacts(folder, tinyModel(Number(seeds[turn % seeds.length])), tinyOptions);
  process.send?.("written");
}
