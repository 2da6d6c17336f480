/** Over the shipped films, of which there is one by the name of nearly everything that people say. */
import { expect, test } from "vitest";
import { contextOf } from "../conversation/context.ts";
import { newDialogue } from "../conversation/dialogue.ts";
import { newcomer } from "../conversation/remember.ts";
import { openReading } from "./open-reader.ts";
import { openWorld } from "./open-world.ts";

const world = await openWorld("artifacts", "data/policy.yaml");
const { read } = await openReading(world, "data/words");
const state = {
  person: newcomer(world.recommender),
  dialogue: { ...newDialogue, phase: { kind: "suggesting" } as const },
};
const kindsIn = (text: string) => read(text, contextOf(world, state)).acts.map(({ kind }) => kind);

test.each(["me too!", "I do", "you should!", "of course!", "same.", "a little bit", "oh me too"])(
  "%j names no film",
  (text) => {
    expect(kindsIn(text)).not.toContain("name");
  },
);

test.each(["Her", "nostalghia", "it follows"])("%j does", (text) => {
  expect(kindsIn(text)).toContain("name");
});
