import { expect, test } from "vitest";
import { readCommand } from "./command.ts";

test.each([
  ["y", { kind: "answer", verdict: "like" }],
  ["  Y  ", { kind: "answer", verdict: "like" }],
  ["👍", { kind: "answer", verdict: "like" }],
  ["n", { kind: "answer", verdict: "dislike" }],
  ["S", { kind: "answer", verdict: "skip" }],
  ["Seen it!", { kind: "answer", verdict: "seen" }],
  ["I’ve seen it.", { kind: "answer", verdict: "seen" }],
  ["NEVER", { kind: "answer", verdict: "never" }],
  ["?", { kind: "help" }],
  ["why?", { kind: "why" }],
  ["forget  me", { kind: "forgetMe" }],
  ["/export", { kind: "export" }],
  ["more like Heat (1995)", { kind: "moreLike", title: "Heat (1995)" }],
  ["More like The Good, the Bad and the Ugly", { kind: "moreLike", title: "The Good, the Bad and the Ugly" }],
  ["restore tt0113277", { kind: "restore", title: "tt0113277" }],
  ["favorite Amélie", { kind: "mark", verdict: "favourite", title: "Amélie" }],
  ["seen Alien", { kind: "mark", verdict: "seen", title: "Alien" }],
  ["never show Cats", { kind: "mark", verdict: "never", title: "Cats" }],
])("%j is a command", (text, command) => {
  expect(readCommand(text)).toEqual(command);
});

test.each([
  "heat",
  "the history of violence",
  "helpless",
  "yes man",
  "I like turtles",
  "",
  "never let me go?!?".slice(0, 0),
])("%j is none", (text) => {
  expect(readCommand(text)).toBeUndefined();
});
