import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "./dataset/testing/temporary-folder.ts";

/** A program outside the project, with ratings and movie ids of its own: two kinds of movies, fans of each. */
const PROGRAM = `
import { createRecommender, policyFrom, trainModel } from "matinee";

const people = 40, movies = 20;
const users = [], rated = [], stars = [];
for (let user = 0; user < people; user++) {
  for (let movie = 0; movie < movies; movie++) {
    if ((user * 31 + movie * 17) % 7 === 0) continue;
    users.push(user); rated.push(movie); stars.push(user % 2 === movie % 2 ? 5 : 1);
  }
}
const ratings = {
  users: Int32Array.from(users), movies: Int32Array.from(rated), stars: Float32Array.from(stars),
  atSeconds: new Uint32Array(users.length),
  userIds: Array.from({ length: people }, (_, user) => "person " + user),
  movieIds: Array.from({ length: movies }, (_, movie) => "my movie " + movie),
};
const recommender = createRecommender(await trainModel({ ratings }, { dimensions: 4, seed: 1 }), policyFrom({}));

const feedback = [{ movie: "my movie 3", verdict: "favourite", atMs: 0 }];
const before = recommender.taste(feedback);
const shown = [];
let taste = before;
for (let turn = 0; turn < 5; turn++) {
  const [best] = recommender.rank(taste, { feedback, atMs: turn });
  shown.push(best.row);
  const said = { movie: recommender.movie(best.row).id, verdict: best.row % 2 === 1 ? "like" : "dislike", atMs: turn };
  feedback.push(said);
  taste = recommender.observe(taste, said);
}
const because = recommender.explain(before, shown[0]).because[0];
const undone = recommender.taste(feedback.slice(0, 1));
console.log(JSON.stringify({
  shown,
  because: recommender.movie(because.row).id,
  undone: undone.embedding.every((value, k) => value === before.embedding[k]),
}));
`;

test("a program outside trains on its own ratings and plays a session", async () => {
  const folder = await temporaryFolder();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules", "matinee"));
  writeFileSync(join(folder, "program.mjs"), PROGRAM);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "program.mjs")]);
  const { shown, because, undone } = JSON.parse(stdout);
  expect(new Set(shown).size).toBe(5);
  expect(shown).not.toContain(3);
  expect(shown.filter((row: number) => row % 2 === 1).length).toBeGreaterThanOrEqual(4);
  expect(because).toBe("my movie 3");
  expect(undone).toBe(true);
});
