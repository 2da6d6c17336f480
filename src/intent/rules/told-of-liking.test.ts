import { expect, test } from "vitest";
import { parserOf } from "./testing/parser-of.ts";

const { read } = await parserOf(["Heat", "13"]);

test.each(["I love movies that all happen in one night", "we just love films about trains"])(
  "who loves films asks for no love story: %s",
  (text) => expect(read(text).genresIn).toEqual([]),
);

test("a love film is one", () => {
  expect(read("a love film").genresIn).toEqual(["Romance"]);
});

test("what one used to watch is told, and asks for no nostalgia", () => {
  expect(read("we used to watch films about trains").moodsIn).toEqual([]);
  expect(read("cartoons we used to watch as kids").moodsIn).toEqual(["nostalgic"]);
});

test.each([
  ["westerns that aren't really slow burn type westerns", "Western"],
  ["horror that isnt jump scare type horror", "Horror"],
])("a sort of them is refused, and not all of them: %s", (text, genre) => {
  expect(read(text)).toMatchObject({ genresIn: [genre], genresOut: [] });
});

test("within a certificate no title begins", () => {
  expect(read("nothing above PG-13")).toMatchObject({ certificates: ["G", "PG", "PG-13"], similarTo: [] });
});
