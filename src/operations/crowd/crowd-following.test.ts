/** Films that move with what people say, through the real conversation and the real database. */
import { expect, onTestFinished, test } from "vitest";
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import { createCrowd } from "../../recommender/crowd.ts";
import { policyFrom } from "../../recommender/policy.ts";
import type { Consent } from "../../store/teaching.ts";
import { peopleTalking, raise } from "../testing/talking.ts";
import { followCrowd } from "./follow-crowd.ts";

async function talking(consent: Consent = "unless-refused") {
  const { file, says } = await peopleTalking();
  const { catalog, recommender } = tinyWorld();
  const following = await followCrowd({
    database: file,
    consent,
    crowd: createCrowd(recommender.model, policyFrom({ crowd: { days_to_trust: 0 } })),
    onTrouble: raise,
    everyMs: 3_600_000,
  });
  onTestFinished(() => following.close());
  const before = new Map(catalog.movies.map(({ id, ratingCount }) => [id, ratingCount]));
  return {
    says,
    /** By how much the ratings of films have grown. */
    async grown() {
      await following.look();
      return Object.fromEntries(
        catalog.movies.flatMap(({ id, title, ratingCount }) =>
          ratingCount === before.get(id) ? [] : [[title, ratingCount - before.get(id)!]],
        ),
      );
    },
    meanOf: (title: string) => catalog.movies.find((movie) => movie.title === title)!.meanStars,
  };
}

test("what people say of a film is in its ratings a moment later, and is not when they take it back", async () => {
  const { says, grown, meanOf } = await talking();
  const was = meanOf("Alien");
  await says("ada", "Alien");
  expect(await grown()).toEqual({ Alien: 1 });
  expect(meanOf("Alien")).toBeGreaterThan(was);
  await says("bob", "Alien", "Ronin");
  expect(await grown()).toEqual({ Alien: 2, Ronin: 1 });
  await says("bob", "undo");
  expect(await grown()).toEqual({ Alien: 2 });
});

test("somebody who says the same again and again counts once", async () => {
  const { says, grown } = await talking();
  for (let time = 0; time < 5; time++) await says("ada", "I loved Alien", "I hated Alien");
  expect(await grown()).toEqual({ Alien: 1 });
});

test("whoever is forgotten or opts out moves nothing any more, and who opts in again does", async () => {
  const { says, grown } = await talking();
  for (const user of ["ada", "bob", "eve"]) await says(user, "Alien");
  expect(await grown()).toEqual({ Alien: 3 });
  await says("ada", "forget me", "yes");
  expect(await grown()).toEqual({ Alien: 2 });
  await says("bob", "opt out");
  expect(await grown()).toEqual({ Alien: 1 });
  await says("bob", "opt in");
  await says("ada", "Heat (1995)");
  expect(await grown()).toEqual({ Alien: 2, Heat: 1 });
});

test("where it has to be allowed, only those count who did", async () => {
  const { says, grown } = await talking("where-allowed");
  for (const user of ["ada", "bob"]) await says(user, "Alien");
  expect(await grown()).toEqual({});
  await says("bob", "you may learn from me");
  expect(await grown()).toEqual({ Alien: 1 });
});
