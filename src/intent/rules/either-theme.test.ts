import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const { read } = await parserOf(["Whiplash", "Die Hard"]);

test.each([
  ["something about chess or painting", ["chess or painters"]],
  ["films with robots or dinosaurs in them", ["robots or dinosaurs"]],
  ["zombies, vampires or werewolves please", ["zombies or vampires or werewolves"]],
  ["something like Whiplash but with cooking or dance", ["cooking or dance"]],
  ["like Die Hard but on a boat or a train", ["boat or trains"]],
])("%s: any of them will do", (text, about) => {
  expect(read(text)).toMatchObject({ about, keywordsIn: [] });
});

test.each([
  ["something about chess and painting", { keywordsIn: ["chess", "painters"], about: [] }],
  ["a film about chess without zombies or vampires", { keywordsIn: ["chess"], about: [] }],
  ["a comedy, she loves robots or dinosaurs", { genresIn: ["Comedy"], about: [] }],
  ["a film about chess. or maybe robots", { keywordsIn: ["chess", "robots"], about: [] }],
])("%s: no choice of themes", (text, request) => {
  expect(read(text)).toMatchObject(request);
});
