import { expect, test } from "vitest";
import { emptyRequest } from "../request.ts";
import { addsToWish } from "./fragments.ts";

test.each([
  "with Juliette Binoche",
  "french",
  "in colour",
  "from europe",
  "maybe with a detective",
  "something with robots",
  "set in Berlin",
  "nothing too violent tho, some parents are strict and will be watching with us",
])("%j adds to what is asked for", (said) => {
  expect(addsToWish(emptyRequest(), said)).toMatchObject({ refinement: "adjust", drops: [] });
});

test.each(["a comedy then", "comedy or crime", "with some comedy"])(
  "%j takes the place of the genres, and of nothing else",
  (said) => {
    const asked = { ...emptyRequest(), genresIn: ["Comedy" as const] };
    expect(addsToWish(asked, said)).toMatchObject({ refinement: "adjust", drops: ["genres"] });
  },
);

test.each([
  "I want a western comedy",
  "recommend me something french",
  "a french film",
  "actually a thriller",
  "what is new",
  "a long night alone in the house with nothing to do",
])("%j asks anew", (said) => expect(addsToWish(emptyRequest(), said)).toBeUndefined());

test("so do films that are named to be like, and what says by itself how it goes on", () => {
  expect(addsToWish({ ...emptyRequest(), similarTo: ["Heat"] }, "with Heat")).toBeUndefined();
  expect(addsToWish({ ...emptyRequest(), refinement: "another" }, "another one")).toBeUndefined();
});
