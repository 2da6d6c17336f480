import { GESTURES, type Gesture } from "../../src/conversation/event.ts";

/** Slack's names of the emoji that answer a suggestion, in the order they are put under it. */
export const REACTION_NAME: Readonly<Record<Gesture, string>> = {
  like: "+1",
  dislike: "-1",
  skip: "black_right_pointing_double_triangle_with_vertical_bar",
  later: "bookmark",
  info: "information_source",
};

const OTHER_NAMES = new Map<string, Gesture>([
  ["thumbsup", "like"],
  ["thumbsdown", "dislike"],
  ["next_track_button", "skip"],
]);

/** What a reaction means; a thumb of any skin colour ("+1::skin-tone-3") is a thumb. */
export function gestureOf(reaction: string): Gesture | undefined {
  const [name = ""] = reaction.split("::");
  return GESTURES.find((gesture) => REACTION_NAME[gesture] === name) ?? OTHER_NAMES.get(name);
}
