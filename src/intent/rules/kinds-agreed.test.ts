import { describe, expect, test } from "vitest";
import { kindsAgreed } from "./kinds-agreed.ts";
import { readText } from "./tokens.ts";

const plots = [
  { name: "neon and lonely nights", told: ["neon"], films: [0] },
  { name: "breakup", told: ["dumped"], films: [1] },
  { name: "submarines", told: ["submarine"], films: [2] },
  { name: "boats", told: ["boat"], films: [3] },
];

/** Told by its word; near to a text in the order of the list, where it is near at all. */
const agreed = (
  text: string,
  { near = plots.map(({ name }) => name), apart = [] as string[], nearness = 0.7, onlyNearTo = /./ } = {},
) => {
  const { tokens } = readText(text);
  return kindsAgreed(tokens, (at) => apart.includes(tokens[at]!.word), {
    storiesIn: (said) =>
      plots.flatMap((plot) => {
        const from = said.split(" ").indexOf(plot.told[0]!);
        return from < 0 ? [] : [{ plot, said: plot.told[0]!, from, to: from + 1 }];
      }),
    storiesNear: (said) =>
      (onlyNearTo.test(said) ? near : []).map((name) => ({
        plot: plots.find((plot) => plot.name === name)!,
        nearness,
      })),
  });
};

describe("a kind is agreed on", () => {
  test("where it is told and near, and asked for where films are in the same breath", () => {
    expect(agreed("any good submarine movies")).toEqual([
      { name: "submarines", told: "submarine", isAsked: true, nearness: 0.7 },
    ]);
    expect(agreed("just got dumped, want movies to laugh at")).toEqual([
      { name: "breakup", told: "dumped", isAsked: false, nearness: 0.7 },
    ]);
  });

  test("where it stands behind what says what films are to be about, though the rest says something else", () => {
    const onlyNearTo = /^a submarine/;
    expect(
      agreed("lost my job and want films about a submarine that isnt sunk", { onlyNearTo }),
    ).toHaveLength(1);
    expect(agreed("lost my job and want a submarine that isnt sunk", { onlyNearTo })).toEqual([]);
  });

  test("neither where it is only told nor where it is only near", () => {
    expect(agreed("submarine movies", { near: ["boats"] })).toEqual([]);
    expect(agreed("movies about the sea")).toEqual([]);
    expect(agreed("submarine movies", { nearness: 0.5 })).toEqual([]);
  });

  test("not of a title, nor of what is denied, though something else be asked for behind it", () => {
    expect(agreed("like yellow submarine", { apart: ["submarine"] })).toEqual([]);
    expect(agreed("something quiet, no submarine, boat")).toEqual([]);
    expect(agreed("cant sleep, its 2am, gimme something slow, the neon kind")).toHaveLength(1);
  });
});
