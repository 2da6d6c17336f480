import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOOKS } from "./looks.ts";
import { pngOf } from "./png.ts";
import { posterOf } from "./poster.ts";
import { aFilm, MANY_KINDS } from "./testing/films.ts";

/** Numbers of all outlines of words, x and y in turn. */
function pointsOfWords(svg: string): { x: number[]; y: number[] } {
  const [, words = ""] = /<g id="words">(.*)<\/g><\/svg>$/s.exec(svg) ?? [];
  const numbers = [...words.matchAll(/ d="([^"]*)"/g)]
    .flatMap(([, d = ""]) => d.match(/-?\d+(\.\d+)?/g) ?? [])
    .map(Number);
  return { x: numbers.filter((_, at) => at % 2 === 0), y: numbers.filter((_, at) => at % 2 === 1) };
}

describe("a drawn poster", () => {
  test("is the same for the same film, and another for another", () => {
    expect(posterOf(aFilm())).toEqual(posterOf(aFilm()));
    expect(posterOf(aFilm({ id: "tt0000002" })).svg).not.toBe(posterOf(aFilm()).svg);
  });

  test("says in words what it shows, with title and year", () => {
    const { svg, alt, look } = posterOf(aFilm({ title: "Rails & <Sails>", tags: ["trains"] }));
    expect(look).toBe("rails");
    expect(alt).toBe("Drawn poster of Rails & <Sails> (1994): a train with its lamps lit, coming near");
    expect(svg).toContain("<title>Drawn poster of Rails &amp; &lt;Sails&gt; (1994): a train");
  });

  test.each([
    ["desert", { genres: ["Western"], tags: ["cowboys", "desert"] }],
    ["planet", { genres: ["Sci-Fi"], tags: ["outer space", "astronauts"] }],
    ["bars", { tags: ["prison", "prison escape"] }],
    ["winter", { title: "A Small Christmas", tags: ["christmas", "snow"] }],
    ["red-sun", { tags: ["samurai", "japan"], countries: ["Japan"] }],
  ])("draws %s for a film of its kind", (look, kind) => {
    for (let id = 1; id <= 20; id++) expect(posterOf(aFilm({ ...kind, id: `tt${id}` })).look).toBe(look);
  });

  test("is never of the composition that was shown before", () => {
    let before: string | undefined;
    for (let id = 0; id < 300; id++) {
      const { look } = posterOf(aFilm({ id: `tt${id}`, tags: ["trains"] }), { not: before });
      expect(look).not.toBe(before);
      before = look;
    }
  });

  test("names the looks where an unknown one is asked for", () => {
    expect(() => posterOf(aFilm(), { look: "nothing" })).toThrow(
      /no look "nothing": choose one of .*skyline/,
    );
  });

  test("differs in colour by tone, and in type by decade", () => {
    const colours = new Set(MANY_KINDS.map((film) => posterOf(film).colour));
    expect(colours.size).toBeGreaterThan(6);
    const words = (year: number) =>
      /<g id="words">.*/s.exec(posterOf(aFilm({ year }), { look: "door" }).svg)?.[0];
    const decades = [1925, 1935, 1945, 1955, 1965, 1975, 1985, 1995, 2005, 2015, 2025];
    const titles = decades.map((year) => words(year)!.replace(/.*?<\/g>/, ""));
    expect(new Set(titles).size).toBe(decades.length);
  });
});

describe("every composition", () => {
  test("is one of at least 24, each of its own name", () => {
    expect(LOOKS.length).toBeGreaterThanOrEqual(24);
    expect(new Set(LOOKS.map(({ name }) => name)).size).toBe(LOOKS.length);
    expect(new Set(LOOKS.map(({ shows }) => shows)).size).toBe(LOOKS.length);
  });

  test.each(LOOKS.map(({ name }) => name))("%s is whole in itself, for films of every kind", (look) => {
    for (const film of MANY_KINDS) {
      const { svg } = posterOf(film, { look });
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|style=|href|<image|<text/);
      expect(svg.length).toBeLessThan(150_000);
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, "no id twice").toBe(ids.length);
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    }
  });
});

describe("a title", () => {
  const HARD = [
    "M",
    "",
    "Supercalifragilisticexpialidociousness-and-more-of-it",
    "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb",
    "The Incredibly Strange Creatures Who Stopped Living and Became Mixed-Up Zombies!!?",
    "word ".repeat(60),
    "x".repeat(120),
    "Amélie à Český Krumlov: Ñandú, Œuvre & Łódź",
    "Гори, гори, моя звезда",
  ];

  test.each(HARD)("stays on the poster: %s", (title) => {
    for (const { name: look } of LOOKS) {
      const { x, y } = pointsOfWords(posterOf(aFilm({ title }), { look }).svg);
      expect(Math.min(...x), look).toBeGreaterThanOrEqual(8);
      expect(Math.max(...x), look).toBeLessThanOrEqual(592);
      expect(Math.min(...y), look).toBeGreaterThanOrEqual(8);
      expect(Math.max(...y), look).toBeLessThanOrEqual(896);
    }
  });

  test.each(["Léon", "Ý", "Élève Émile Öffnet Ärgerlich Übungen"])(
    "keeps clear of the names above it: %s",
    (title) => {
      for (const { name: look } of LOOKS) {
        for (const year of [1930, 1965, 1985, 1995, 2008, 2024]) {
          const [, words = ""] =
            /<g id="words">(.*)$/s.exec(posterOf(aFilm({ title, year }), { look }).svg) ?? [];
          const [names, first] = [...words.matchAll(/<path d="([^"]*)"/g)].map(([, d = ""]) =>
            (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number).filter((_, at) => at % 2 === 1),
          );
          expect(Math.max(...names!), `${look} ${year}`).toBeLessThan(Math.min(...first!));
        }
      }
    },
  );

  test("in letters that no face has is left to the fonts of whoever looks", () => {
    expect(posterOf(aFilm({ title: "花樣年華" })).svg.match(/<text/g)).toHaveLength(4);
  });

  test("of any characters makes XML that can be drawn", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
        const film = aFilm({ title: `${text}</text><script>&"'`, directors: [text], cast: [`<${text}>`] });
        const svg = posterOf(film).svg.replaceAll("<text", "<desc").replaceAll("</text", "</desc");
        expect(svg).not.toContain("<script");
        await pngOf(svg, 20);
      }),
      { numRuns: 60 },
    );
  });
});
