import { describe, expect, test } from "vitest";
import { tinyReader } from "../../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../../conversation/testing/tiny-world.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { describedBy, mixed, type NamedRating } from "../../dataset/mix.ts";
import { leftOut, type Part } from "../../dataset/prepare/left-out.ts";
import { holdOutUsers } from "../../dataset/prepare/split.ts";
import { generateWorld } from "../../dataset/testing/world.ts";
import { createRandom } from "../../numerics/random.ts";
import { policyFrom } from "../../recommender/policy.ts";
import { createRecommender, type Recommender } from "../../recommender/recommender.ts";
import { trainModel } from "../../training/train-model.ts";
import { holdAll, insaneAmong, type Partner, readConversations } from "./conversations.ts";
import { judgesIn } from "./held-out.ts";
import { calibrationError, judge, type Verdict } from "./judge.ts";
import { type Measured, measure, together } from "./measure.ts";
import { pageOf } from "./page.ts";

const PARTS = 3;
const { dataset, groupOfMovie } = generateWorld({
  users: 400,
  movies: 160,
  groups: 4,
  ratingsPerUser: 24,
  seed: 5,
});
const idOf = (movie: number) => dataset.movies[movie]!.imdbId!;

/** Half of the people are public, the others answered here. */
const isPublic = (user: number) => user % 2 === 0;
const everybody = Int32Array.from(dataset.ratings.userIds.keys());
const publicOnly: Dataset = {
  ...dataset,
  ratings: holdOutUsers(
    dataset.ratings,
    everybody.filter((user) => !isPublic(user)),
  ).train,
};
const { heldOut } = holdOutUsers(
  dataset.ratings,
  everybody.filter((user) => !isPublic(user)),
);
const own = Array.from(
  heldOut.stars,
  (stars, row): NamedRating => ({
    user: `own-${heldOut.users[row]}`,
    movie: idOf(heldOut.movies[row]!),
    stars,
    atSeconds: 1,
  }),
);

/** Trained without those who judge. */
async function trained(data: Dataset, part = 0): Promise<Recommender> {
  const { train } = holdOutUsers(data.ratings, leftOut(data.ratings.userIds, { part, parts: PARTS }));
  return createRecommender(
    await trainModel({ ...data, ratings: train }, { dimensions: 8, threads: 1 }),
    policyFrom({}),
  );
}

function measured(champion: Recommender, challenger: Recommender, data: Dataset, part: Part): Measured[] {
  const both = [champion, challenger];
  const isKnown = (movie: string) => both.every(({ rowOf }) => rowOf(movie) !== undefined);
  return measure(both, judgesIn(data, isKnown, { part, seed: 1, limit: 100 }), () => 0);
}

function verdictOn(
  champion: Recommender,
  challenger: Recommender,
  data: Dataset,
  more: Partial<{ bytes: number; startMs: number; insane: string[] }> = {},
): Verdict {
  const [before, after] = measured(champion, challenger, data, { part: 0, parts: PARTS });
  const machine = { bytes: 100, startMs: 100, insane: [] };
  return judge({ ...before!, ...machine }, { ...after!, ...machine, ...more });
}
const describeFilm = describedBy([]);
const withOwn = mixed(publicOnly, own, describeFilm);
/** Too few to know the films by. */
const few: Dataset = {
  ...publicOnly,
  ratings: holdOutUsers(
    publicOnly.ratings,
    everybody.filter((user) => user % 6 !== 0),
  ).train,
};

describe("a challenger", () => {
  test("that learned from many more people takes the place of one that did from few", async () => {
    const verdict = verdictOn(await trained(few), await trained(withOwn), withOwn);
    expect(verdict).toMatchObject({ passes: true, reasons: verdict.reasons });
    expect(verdict.reasons.length).toBeGreaterThan(0);
    for (const reason of verdict.reasons)
      expect(reason).toMatch(/^It is better in \w+ for (public|own) people: \+/);
    expect(new Set(verdict.comparisons.map(({ group }) => group))).toEqual(new Set(["public", "own"]));
    expect(pageOf(verdict)).toContain(`${verdict.challenger} may take the place of ${verdict.champion}.`);
  });

  test("the other way round does not, and it is said where it is worse", async () => {
    const verdict = verdictOn(await trained(withOwn), await trained(few), withOwn);
    expect(verdict.passes).toBe(false);
    expect(verdict.reasons[0]).toMatch(/^It is worse in \w+ for (public|own) people: -/);
    expect(pageOf(verdict)).toContain("does not take the place of");
  });

  test("that is the champion once more does not: it is better nowhere", async () => {
    const champion = await trained(withOwn);
    expect(verdictOn(champion, champion, withOwn)).toMatchObject({
      passes: false,
      reasons: ["It is better nowhere that can be told from chance."],
    });
  });

  test.each([
    ["larger", { bytes: 151 }, "The size in bytes is 151, and may be 150 at the most."],
    ["slower to start", { startMs: 651 }, "The work of a start in ms is 651, and may be 650 at the most."],
    [
      "out of its mind",
      { insane: ['"next": nothing is answered to "next"'] },
      'A known conversation went wrong: "next": nothing is answered to "next"',
    ],
  ])("that is better, but %s, does not", async (_, machine, reason) => {
    const verdict = verdictOn(await trained(few), await trained(withOwn), withOwn, machine);
    expect(verdict.passes).toBe(false);
    expect(verdict.reasons).toContain(reason);
  });

  test("taught by 200 who push a film is refused, whatever those among them who judge make of it", async () => {
    const pushed = dataset.movies.findLastIndex((_, movie) => groupOfMovie[movie] === 0);
    const random = createRandom(3);
    const shills = Array.from({ length: 200 }, (_, nth) => nth).flatMap((nth): NamedRating[] => {
      const beside = new Set(
        Array.from({ length: 10 }, () => random.int(60)).filter((movie) => movie !== pushed),
      );
      return [pushed, ...beside].map((movie) => ({
        user: `own-shill-${nth}`,
        movie: idOf(movie),
        stars: 5,
        atSeconds: 2,
      }));
    });
    const poisoned = mixed(withOwn, shills, describeFilm);
    const verdict = verdictOn(await trained(withOwn), await trained(poisoned), poisoned);
    expect(verdict.passes).toBe(false);
    expect(verdict.guardrails.find(({ name }) => name.includes("pushed"))!.holds).toBe(false);
  });

  test("trained once for each part of the people, without it, is judged by everybody and by nobody it has seen", async () => {
    const parts = [0, 1, 2];
    const both: [Recommender, Recommender][] = [];
    for (const part of parts) both.push([await trained(few, part), await trained(withOwn, part)]);
    const pairs = both.map(([before, after], part) =>
      measured(before, after, withOwn, { part, parts: PARTS }),
    );
    const machine = { bytes: 100, startMs: 100, insane: [] };
    const [before, after] = [0, 1].map((nth) => ({
      ...together(pairs.map((pair) => pair[nth]!)),
      ...machine,
    }));
    const judges = [...after!.played.public, ...after!.played.own].map(({ person }) => person);
    expect(new Set(judges).size).toBe(400);
    expect(judges).toHaveLength(400);
    for (const [part, [, challenger]] of pairs.entries()) {
      const left = new Set(leftOut(withOwn.ratings.userIds, { part, parts: PARTS }));
      for (const { person } of [...challenger!.played.public, ...challenger!.played.own])
        expect(left.has(person)).toBe(true);
    }
    const width = ({ comparisons }: Verdict) => {
      const { interval } = comparisons.find(
        ({ group, column }) => group === "public" && column === "openHits",
      )!.lead;
      return interval[1] - interval[0];
    };
    const byAll = judge(before!, after!);
    expect(byAll.passes).toBe(true);
    expect(width(byAll)).toBeLessThan(0.8 * width(verdictOn(...both[0]!, withOwn)));
  });

  test("is not judged by a handful of people", async () => {
    const model = await trained(few);
    const handful = {
      ...publicOnly,
      ratings: holdOutUsers(
        publicOnly.ratings,
        everybody.filter((user) => user > 30),
      ).train,
    };
    expect(verdictOn(model, model, handful).reasons).toEqual(["There are not 20 people to judge by."]);
  });
});

test("calibration errs by as much as likes fall while scores rise", () => {
  const tenths = (shares: readonly number[]) =>
    shares.flatMap((share, tenth) =>
      Array.from({ length: 10 }, (_, nth) => ({ score: tenth + nth / 100, liked: nth < 10 * share })),
    );
  expect(calibrationError(tenths([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]))).toBe(0);
  expect(calibrationError(tenths([0.1, 0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9, 0.8]))).toBeCloseTo(0.02); // four tenths, .05 off each
});

describe("known conversations", () => {
  const under = { world: tinyWorld(), reader: tinyReader };
  const insane = async (conversations: string[][], challenger: Partner) =>
    insaneAmong(
      conversations,
      (movie) => challenger.world.catalog.byId(movie) !== undefined,
      await holdAll(conversations, challenger),
      await holdAll(conversations, under),
    );

  test("that go well are sane, and what is told is at hand", async () => {
    const [held] = await holdAll([["next", "y", "n"]], under);
    if (held instanceof Error) throw held;
    expect(held!.map(({ suggested }) => suggested.length)).toEqual([1, 1, 1]);
    const both = [
      ["next", "y", "undo", "next"],
      ["Alien", "next"],
    ];
    expect(await insane(both, under)).toEqual([]);
  });

  test("in which nothing is found to suggest any more are not", async () => {
    const { recommender } = under.world;
    const silent = { ...under, world: { ...under.world, recommender: { ...recommender, rank: () => [] } } };
    expect(await insane([["next"]], silent)).toEqual(['"next": nothing is suggested for "next"']);
  });

  test("that break off are told with why", async () => {
    const { recommender } = under.world;
    const broken = {
      ...recommender,
      rank: () => {
        throw new RangeError("no such row");
      },
    };
    expect(await insane([["next"]], { ...under, world: { ...under.world, recommender: broken } })).toEqual([
      '"next": it breaks off with no such row',
    ]);
  });

  test("are lists of messages", () => {
    expect(readConversations("- [next, y]", "known.yaml")).toEqual([["next", "y"]]);
    expect(() => readConversations("- next", "known.yaml")).toThrow(/^known\.yaml: /);
  });
});
