import { expect, test } from "vitest";
import { standingFeedback } from "./person.ts";
import { tinyWorld } from "./testing/tiny-world.ts";
import { shownFirst, transcript } from "./testing/transcript.ts";

const world = tinyWorld();

test("stars are kept as they were given, shown wherever the answer is, and undone with it", () => {
  const state = transcript(
    world,
    `
      you: 9/10
      bot: 👍 Noted: Alien (1979), ★ 4.5 of 5 (9/10).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
      you: 3 stars
      bot: 👁️ Aliens (1986), ★ 3 of 5: seen, so it stays away.
      bot: [Heat (1995)]
      bot: Because you liked Alien.
      you: likes
      bot: Movies you like, latest first
      bot: 👍 Alien (1979), ★ 4.5 of 5 (9/10)
      you: history
      bot: Suggested to you, latest first
      bot: Heat (1995): not answered
      bot: Aliens (1986): 👁️ seen, ★ 3 of 5
      bot: Alien (1979): 👍 liked, ★ 4.5 of 5 (9/10)
      you: undo
      bot: Undone: 👁️ seen, ★ 3 of 5, Aliens (1986).
      bot: [Aliens (1986)]
      bot: Because you liked Alien.
    `,
    shownFirst(world),
  );
  expect(standingFeedback(state.person.log)).toMatchObject([{ rating: { stars: 4.5, points: "9/10" } }]);
});

test("stars are kept through the question which film they are of", () => {
  const state = transcript(
    world,
    `
      you: heat 4/5
      bot: Which "heat" do you mean?
      bot: 1. Heat (1995)
      bot: 2. Heat (1986)
      bot: Answer with a number or a year, or 0 for none of these.
      you: 2
      bot: 👍 Noted: Heat (1986), ★ 4 of 5.
      bot: Still on the table: Alien (1979).
    `,
    shownFirst(world),
  );
  expect(standingFeedback(state.person.log)).toMatchObject([{ verdict: "like", rating: { stars: 4 } }]);
});

test("who gives stars has seen it: it is off the list for later", () => {
  transcript(
    world,
    `
      you: l
      bot: 🔖 Saved for later: Alien (1979).
      bot: [Aliens (1986)]
      bot: A safe first guess: people of all tastes like it. Your answers will make the next ones yours.
      you: alien 4/5
      bot: 👍 Noted: Alien (1979), ★ 4 of 5. It is off your list.
      bot: Still on the table: Aliens (1986).
    `,
    shownFirst(world),
  );
});
