import { expect, test } from "vitest";
import { readHowMany } from "./how-many.ts";

test.each([
  ["give me 5", 5],
  ["top 10 heist films", 10],
  ["best 5 comedies of the 80s", 5],
  ["a list of westerns", 5],
  ["recommend a few comedies from the 90s", 3],
  ["name a couple of good thrillers", 2],
  ["show me two more", 2],
  ["5 more", 5],
  ["suggest three films with tom hanks", 3],
  ["hi, could you list ten scary movies?", 10],
  ["5 really good ones", 5],
  ["give me two great slow thrillers", 2],
  ["dame 5 peliculas de terror", 5],
  ["top 100 movies", 10],
  ["several films about boxing", 5],
  ["dammi due film di guerra", 2],
  ["dammi 3 thriller", 3],
  ["consigliami 4 commedie", 4],
  ["le 3 migliori commedie", 3],
  ["dame cinco pelis de terror", 5],
  ["영화 다섯 편 골라줘", 5],
  ["스릴러 3개만 알려줘", 3],
  ["映画を三本教えて", 3],
])("%j asks for %i at once", (text, count) => {
  expect(readHowMany(text).count).toBe(count);
});

test.each([
  "i've seen 3 movies today",
  "my top 3: fargo, jaws",
  "our all time top 10 has heat in it",
  "5 star movies",
  "best 3 hour epics",
  "i need 2 hours of fun",
  "give me a movie",
  "one movie please",
  "a film about two detectives",
  "i want two great actors facing off",
  "a couple falls in love",
  "show me something for 4 people",
  "give me 12 monkeys",
  "top gun",
  "대부 3편",
  "두 개의 탑",
  "le due torri",
  "sei personaggi in cerca d'autore",
])("%j does not", (text) => {
  expect(readHowMany(text)).toEqual({ count: 0, spans: [] });
});
