import { beforeAll, describe, expect, test } from "vitest";
import { readWords } from "../words.ts";
import { createOrderReader, createSignReader } from "./signs.ts";
import { readText } from "./tokens.ts";

let signs: ReturnType<typeof createSignReader>;
let isOrder: ReturnType<typeof createOrderReader>;
beforeAll(async () => {
  const words = await readWords("data/words");
  signs = createSignReader(words);
  isOrder = createOrderReader(words);
});
const of = (text: string) => signs(readText(text));

describe("judging", () => {
  test.each(["the plot made zero sense", "we turned it off after twenty minutes", "8/10", "too gory for me"])(
    "%s surely judges",
    (text) => expect(of(text).judges).toBe("surely"),
  );
  test.each(["a movie where the villain wins", "something scary", "at least 8/10 on imdb", "a western"])(
    "%s does not",
    (text) => expect(of(text).judges).toBeUndefined(),
  );
});

test("what may be said of a film that was shown is but perhaps a wish", () => {
  expect(of("I wouldn't recommend it").wishes).toBe("perhaps");
  expect(of("recommend me something").wishes).toBe("surely");
});

test.each([
  "how many horror movies do you have",
  "what's film noir",
  "can I watch that with my son",
  "who directed Heat",
])("%s asks for facts", (text) => expect(of(text).asksFacts).toBe(true));

test.each(["what's a good western", "what's the best one with cats", "can you find a thriller"])(
  "%s asks for a suggestion",
  (text) => expect(of(text).asksFacts).toBe(false),
);

test.each(["it's raining all day here", "you're such a weird bot"])("%s is chat", (text) =>
  expect(of(text).chats).toBe(true),
);

test.each([
  "shut up for now",
  "could you undo my last rating",
  "what have I rated so far",
  "show me the films I've liked",
])("%s is an order", (text) => expect(isOrder(readText(text).tokens)).toBe(true));

test.each(["show me horror", "films like the ones I liked", "stop recommending horror", "give me a film"])(
  "%s is none",
  (text) => expect(isOrder(readText(text).tokens)).toBe(false),
);
