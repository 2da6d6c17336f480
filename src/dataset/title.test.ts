import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMovieLensTitle, parseYear } from "./title.ts";

test.each([
  ["Heat (1995)", "Heat", [], 1995],
  ["Matrix, The (1999)", "The Matrix", [], 1999],
  ["Affair to Remember, An (1957)", "An Affair to Remember", [], 1957],
  ["Boot, Das (Boat, The) (1981)", "Das Boot", ["The Boat"], 1981],
  [
    "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
    "The City of Lost Children",
    ["La Cité des enfants perdus"],
    1995,
  ],
  ["Avventura, L' (Adventure, The) (1960)", "L'Avventura", ["The Adventure"], 1960],
  [
    "Bicycle Thieves (a.k.a. The Bicycle Thief) (a.k.a. The Bicycle Thieves) (Ladri di biciclette) (1948)",
    "Bicycle Thieves",
    ["The Bicycle Thief", "The Bicycle Thieves", "Ladri di biciclette"],
    1948,
  ],
  [
    "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",
    "The Good, the Bad and the Ugly",
    ["Il Buono, il brutto, il cattivo"],
    1966,
  ],
  ["Seven (a.k.a. Se7en) (1995)", "Seven", ["Se7en"], 1995],
  ["(500) Days of Summer (2009)", "(500) Days of Summer", [], 2009],
  [
    "Birdman: Or (The Unexpected Virtue of Ignorance) (2014)",
    "Birdman: Or (The Unexpected Virtue of Ignorance)",
    [],
    2014,
  ],
  ["Crow, The: Wicked Prayer (2005)", "The Crow: Wicked Prayer", [], 2005],
  ["Dreams: Matrix, The (2001)", "The Dreams: Matrix", [], 2001],
  ["Help (TV Movie) (2021)", "Help", [], 2021],
  ["Fargo (TV Mini-Series) (Fargo, Das) (2014)", "Fargo", ["Das Fargo"], 2014],
  ["Video (1998)", "Video", [], 1998],
  ["Mona (Mona) (1983))", "Mona", [], 1983],
  ["The Favourite", "The Favourite", [], undefined],
  ["Death Note: Desu nôto (2006–2007)", "Death Note: Desu nôto", [], 2006],
  ["Show Without End, The (2009- )", "The Show Without End", [], 2009],
  ["Straight to Video (1995) (V)", "Straight to Video", [], 1995],
  [
    "Alphaville (Alphaville (une étrange aventure)) (1965) ",
    "Alphaville",
    ["Alphaville (une étrange aventure)"],
    1965,
  ],
  ["Moonlight", "Moonlight", [], undefined],
  ["2001: A Space Odyssey (1968)", "2001: A Space Odyssey", [], 1968],
  ["1984 (1984)", "1984", [], 1984],
  ["(1999)", "(1999)", [], undefined],
  ["Live and Let Die (1973)", "Live and Let Die", [], 1973],
  ["I, Tonya (2017)", "I, Tonya", [], 2017],
  ["Bank , The (1915)", "The Bank", [], 1915],
])("reads %s", (text, title, alternativeTitles, year) => {
  expect(parseMovieLensTitle(text)).toEqual({ title, alternativeTitles, ...(year && { year }) });
});

test("a title written as people write it only loses its year", () => {
  expect(parseYear("Birdman or (The Unexpected Virtue of Ignorance) (2014)")).toEqual({
    title: "Birdman or (The Unexpected Virtue of Ignorance)",
    year: 2014,
  });
});

test("no title comes out empty or with a blank at an end, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "(", ")", " ", ",", "The", "19", "99", "a.k.a. ") }),
      (text) => {
        const { title, alternativeTitles } = parseMovieLensTitle(`x${text}`);
        for (const one of [title, ...alternativeTitles]) expect(one).toMatch(/^\S(.*\S)?$/);
      },
    ),
  );
});
