import { describe, expect, test } from "vitest";
import { NO_WISH } from "../conversation/wish.ts";
import { type Actor, type Doing, decide, due } from "./decide.ts";
import { ballotOf, type Evening, eveningAfter, forWhom, goneFrom, newEvening, notAgain } from "./evening.ts";
import { resultOf } from "./result.ts";

const ADA: Actor = { id: "a", name: "Ada" };
const BEN: Actor = { id: "b", name: "Ben" };
const CYD: Actor = { id: "c", name: "Cyd" };
const MINUTE = 60_000;

const films = ["heat", "alien", "amelie"];
/** Without what was vetoed before. */
const makeList = (evening: Evening) => {
  const gone = [...evening.out, ...goneFrom(evening)];
  return { films: films.filter((movie) => !gone.includes(movie)), expected: new Map() };
};

const making = {
  list: makeList,
  comparison: (evening: Evening) =>
    evening.members.map((_, at) => ({ likeness: 0.5, genres: { Crime: at }, films: ["heat"] })),
};

/** Plays what people do, one every two seconds. */
function play(steps: readonly (readonly [Actor, Doing])[], from = newEvening, startMs = 0): Evening {
  let [evening, atMs] = [from, startMs];
  for (const [actor, doing] of steps) {
    atMs += 2_000;
    evening = eveningAfter(decide(evening, actor, doing, atMs, making).happened, evening);
  }
  return evening;
}

const approve = (film: number, round?: number): Doing => ({
  kind: "approve",
  film,
  ...(round !== undefined && { round }),
});
const veto = (film: number): Doing => ({ kind: "veto", film });
const seen = (film: number): Doing => ({ kind: "seen", film });
const [join, leave, start, ready]: Doing[] = [
  { kind: "join" },
  { kind: "leave" },
  { kind: "start" },
  { kind: "ready" },
];
const voting = play([
  [ADA, join!],
  [BEN, join!],
  [ADA, start!],
]);

const whisperOf = (evening: Evening, actor: Actor, doing: Doing, atMs = 0) =>
  decide(evening, actor, doing, atMs, making).whisper;

describe("who is in", () => {
  test("people join and leave, each once", () => {
    const evening = play([
      [ADA, join!],
      [ADA, join!],
      [BEN, join!],
      [BEN, leave!],
    ]);
    expect(evening.members.map(({ name }) => name)).toEqual(["Ada"]);
  });

  test("who was not named at first is called by their name as soon as it is told", () => {
    const nameless = play([[{ id: "a" }, join!]]);
    expect(nameless.members.map(({ name }) => name)).toEqual(["somebody"]);
    const named = play([[ADA, join!]], nameless);
    expect(play([[{ id: "a" }, join!]], named).members.map(({ name }) => name)).toEqual(["Ada"]);
  });

  test("there is no list for nobody", () => {
    expect(whisperOf(newEvening, ADA, start!)).toBe("nobodyIn");
  });

  test("who votes is in", () => {
    expect(play([[CYD, approve(0)]], voting).members.map(({ name }) => name)).toContain("Cyd");
  });

  test("who leaves takes their votes along, and the others need not wait for them", () => {
    const waiting = play(
      [
        [ADA, approve(1)],
        [BEN, approve(0)],
        [ADA, ready!],
      ],
      voting,
    );
    expect(waiting.phase).toBe("voting");
    const after = play([[BEN, leave!]], waiting);
    expect(after.phase).toBe("closed");
    expect(resultOf(after).pick).toBe("alien");
  });

  test("without the events of somebody it is as though they had never come", () => {
    const all = [
      { member: "a", atMs: 0, event: { kind: "joined", name: "Ada" } },
      { member: "b", atMs: 0, event: { kind: "joined", name: "Ben" } },
      { atMs: 1, event: { kind: "listed", films, endsMs: 9 } },
      { member: "a", atMs: 2, event: { kind: "approved", round: 1, film: 0, on: true } },
      { member: "b", atMs: 2, event: { kind: "approved", round: 1, film: 2, on: true } },
    ] as const;
    const without = eveningAfter(all.filter((one) => !("member" in one) || one.member !== "b"));
    expect(without.members.map(({ id }) => id)).toEqual(["a"]);
    expect(resultOf(without)).toMatchObject({ pick: "heat", voters: 1 });
  });
});

describe("two who compare their tastes", () => {
  const compare: Doing = { kind: "compare" };
  const one = play([[ADA, compare]]);

  test("both have to want it", () => {
    expect(one.members.map(({ name }) => name)).toEqual(["Ada"]);
    expect(play([[BEN, join!]], one).compared.size).toBe(0);
    expect(play([[BEN, compare]], one).compared.get("b")).toEqual({
      likeness: 0.5,
      genres: { Crime: 1 },
      films: ["heat"],
    });
  });

  test("it is of two, and gone when anybody comes or leaves", () => {
    const both = play([[BEN, compare]], one);
    expect(whisperOf(both, CYD, compare)).toBe("twoOnly");
    expect(play([[CYD, join!]], both).compared.size).toBe(0);
    expect(play([[BEN, { kind: "name", movies: ["heat"], lost: [] }]], both).compared.size).toBe(0);
    const left = play([[BEN, leave!]], both);
    expect(left.compared.size).toBe(0);
    expect(play([[BEN, join!]], left).agreed).toEqual(new Set(["a"]));
  });
});

describe("votes", () => {
  test("the same press again takes it back", () => {
    const once = play([[ADA, approve(1)]], voting);
    expect(ballotOf(once, "a").approved).toEqual([1]);
    expect(ballotOf(play([[ADA, approve(1)]], once, 10_000), "a").approved).toEqual([]);
  });

  test("a double click is one press", () => {
    const once = eveningAfter(decide(voting, ADA, approve(1), 50_000, making).happened, voting);
    expect(decide(once, ADA, approve(1), 50_200, making).happened).toEqual([]);
    expect(decide(once, ADA, approve(1), 52_000, making).happened).toHaveLength(1);
  });

  test("a veto moves: there is one", () => {
    const evening = play(
      [
        [ADA, veto(0)],
        [ADA, veto(2)],
      ],
      voting,
    );
    expect(resultOf(evening).vetoed).toEqual(["amelie"]);
  });

  test("a vetoed film does not win, whoever wants it", () => {
    const evening = play(
      [
        [ADA, approve(0)],
        [BEN, veto(0)],
        [ADA, approve(2)],
      ],
      voting,
    );
    expect(resultOf(evening).pick).toBe("amelie");
  });

  test("that one has seen it is no veto; that most have is", () => {
    const one = play(
      [
        [ADA, approve(0)],
        [BEN, seen(0)],
      ],
      voting,
    );
    expect(resultOf(one).pick).toBe("heat");
    expect(resultOf(play([[ADA, seen(0)]], one, 10_000)).pick).not.toBe("heat");
  });

  test("of films with as many votes the one in front on the list is taken, and it is told", () => {
    const evening = play(
      [
        [ADA, approve(2)],
        [BEN, approve(1)],
      ],
      voting,
    );
    const { pick, tiedWith, approvals } = resultOf(evening);
    expect([pick, approvals, tiedWith]).toEqual(["alien", 1, ["amelie"]]);
  });

  test("without any vote it is the first of the list", () => {
    expect(resultOf(voting)).toMatchObject({ pick: "heat", voters: 0 });
  });

  test("there is no film where all are ready and would watch none", () => {
    const one = play([[ADA, ready!]], voting);
    expect(resultOf(one).pick).toBe("heat");
    expect(resultOf(play([[BEN, ready!]], one)).pick).toBeUndefined();
  });

  test("a vote on a list that stands no more has no effect", () => {
    expect(whisperOf(voting, ADA, approve(0, 7))).toBe("oldList");
    expect(whisperOf(voting, ADA, approve(3))).toBe("oldList");
  });
});

describe("the end", () => {
  test("votes are counted when all are ready", () => {
    const one = play([[ADA, ready!]], voting);
    expect(one.phase).toBe("voting");
    expect(play([[BEN, ready!]], one).phase).toBe("closed");
  });

  test("votes are counted when the time is over, and not before", () => {
    expect(due(voting, voting.endsMs - 1)).toEqual([]);
    expect(eveningAfter(due(voting, voting.endsMs), voting).phase).toBe("closed");
  });

  test("the time for votes is what was asked for", () => {
    const soon = play([
      [ADA, join!],
      [ADA, { kind: "start", minutes: 5 }],
    ]);
    expect(soon.endsMs).toBe(4_000 + 5 * MINUTE);
  });

  test("nobody from outside ends it early", () => {
    expect(whisperOf(voting, CYD, { kind: "end" })).toBe("notIn");
    expect(play([[ADA, { kind: "end" }]], voting).phase).toBe("closed");
  });

  test("another round is without the vetoed, and with nobody's votes", () => {
    const over = play(
      [
        [ADA, veto(0)],
        [BEN, approve(0)],
        [ADA, { kind: "end" }],
      ],
      voting,
    );
    const again = play([[BEN, { kind: "again" }]], over);
    expect(again).toMatchObject({ phase: "voting", round: 2, out: ["heat"] });
    expect(ballotOf(again, "b").approved).toEqual([]);
  });

  test("another round is without what somebody has seen, or most, as it was said", () => {
    const over = play(
      [
        [ADA, seen(1)],
        [ADA, { kind: "end" }],
      ],
      voting,
    );
    expect(goneFrom(over)).toEqual(["alien"]);
    expect(goneFrom({ ...over, seenBy: "most" })).toEqual([]);
    expect(play([[BEN, { kind: "again" }]], over).out).toEqual(["alien"]);
  });

  test("another round is without what nobody would watch, once all have said so", () => {
    const over = play(
      [
        [ADA, approve(2)],
        [ADA, ready!],
        [BEN, ready!],
      ],
      voting,
    );
    expect(goneFrom(over)).toEqual(["heat", "alien"]);
  });

  test("another list is another one, though nothing of the first was vetoed", () => {
    const over = play(
      [
        [ADA, approve(2)],
        [ADA, { kind: "end" }],
      ],
      voting,
    );
    expect(notAgain(over)).toEqual(films);
    expect(notAgain(play([[BEN, veto(0)]], { ...over, phase: "voting" }))).toEqual(["heat"]);
  });

  test("a second press of the start makes no second list", () => {
    expect(whisperOf(voting, BEN, start!)).toBe("listIsOut");
  });

  test("what is over stays so", () => {
    const stopped = play([[ADA, { kind: "stop" }]], voting);
    for (const doing of [join!, approve(0), start!, { kind: "again" } as const])
      expect(whisperOf(stopped, BEN, doing)).toBe("over");
  });
});

test("a film is for whoever is expected to like it clearly more, as long as they are in", () => {
  const evening = play([
    [ADA, join!],
    [BEN, join!],
  ]);
  const list = eveningAfter(
    [
      { atMs: 9, event: { kind: "listed", films, endsMs: 99 } },
      { member: "a", atMs: 9, event: { kind: "expected", of: [2, 0.5, 0] } },
      { member: "b", atMs: 9, event: { kind: "expected", of: [0, 0.4, 1] } },
    ],
    evening,
  );
  expect(films.map((_, film) => forWhom(list, film).map(({ name }) => name))).toEqual([["Ada"], [], ["Ben"]]);
  expect(forWhom(play([[ADA, leave!]], list), 0)).toEqual([]);
});

describe("a match", () => {
  const match: Doing = { kind: "start", match: true };
  const both = play([
    [ADA, join!],
    [BEN, join!],
    [ADA, match],
  ]);

  test("takes two", () => {
    expect(whisperOf(play([[ADA, join!]]), ADA, match)).toBe("oneAlone");
    expect(both).toMatchObject({ phase: "voting", isMatch: true });
  });

  test("is the first film that both would watch, and ends with it", () => {
    const apart = play(
      [
        [ADA, approve(0)],
        [BEN, approve(1)],
        [BEN, approve(2)],
      ],
      both,
    );
    expect(apart.phase).toBe("voting");
    const matched = play([[ADA, approve(2)]], apart);
    expect(matched.phase).toBe("closed");
    expect(resultOf(matched)).toMatchObject({ pick: "amelie", approvals: 2 });
  });

  test("a short list goes on after the same film was pressed by all", () => {
    expect(
      play(
        [
          [ADA, approve(2)],
          [BEN, approve(2)],
        ],
        voting,
      ).phase,
    ).toBe("voting");
  });
});

test("limits hold from then on, and words that say none change nothing", () => {
  const wish = { ...NO_WISH, filters: { ...NO_WISH.filters, genresOut: ["Horror"] } };
  expect(play([[CYD, { kind: "limit", wish }]]).wish).toEqual(wish);
  expect(decide(newEvening, CYD, { kind: "limit", wish: undefined }, 0, making)).toEqual({
    happened: [],
    whisper: "notUnderstood",
  });
});

test("fifty people take part, and each has one vote", () => {
  const crowd = Array.from({ length: 50 }, (_, at): Actor => ({ id: `m${at}`, name: `Person ${at}` }));
  const evening = play([
    ...crowd.map((one) => [one, join!] as const),
    [crowd[0]!, start!],
    ...crowd.map((one, at) => [one, approve(at < 30 ? 2 : 1)] as const),
    ...crowd.map((one) => [one, ready!] as const),
  ]);
  expect(evening.phase).toBe("closed");
  expect(resultOf(evening)).toMatchObject({ pick: "amelie", approvals: 30, voters: 50 });
});
