import { beforeAll, expect, test } from "vitest";
import { readWords } from "../words.ts";
import { createReactionReader } from "./reactions.ts";
import { readText } from "./tokens.ts";

let reaction: ReturnType<typeof createReactionReader>;
beforeAll(async () => {
  reaction = createReactionReader(await readWords("data/words"));
});
const of = (text: string) => reaction(readText(text).tokens);

test.each([
  "seen it like ten times",
  "saw that last year, was ok",
  "that one's terrible",
  "too slow",
  "a bit slow",
  "bit slow in the middle",
  "kinda boring at times",
  "trop lent à mon goût",
  "zu langsam für mich",
  "un poco lenta",
  "this isn't what I had in mind",
  "ya la he visto mil veces",
  "den hab ich schon gesehen",
  "je l'ai vu hier",
  "já vi esse filme",
])("%s is feedback", (text) => expect(of(text)).toBe("feedback"));

test.each(["show me what I liked", "delete everything you know about me", "zeig mir meine Bewertungen"])(
  "%s is a command",
  (text) => expect(of(text)).toBe("command"),
);

test.each([
  "something slow",
  "something a bit slow",
  "not too long",
  "not too slow",
  "slow",
  "a long one",
  "it should be fun",
  "seen Heat, what next",
  "show me horror",
  "good",
  "",
])('"%s" is neither', (text) => expect(of(text)).toBeUndefined());
