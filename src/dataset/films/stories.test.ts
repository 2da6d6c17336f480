import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFilmWords } from "../../catalog/film-words/film-words.ts";
import { readRecentFilms } from "../../catalog/film-words/recent-films.ts";
import { readStories } from "./stories.ts";

describe("stories of films", () => {
  test("are read by the film's number, without the spaces around them", () => {
    const yaml = "films:\n  - id: 7\n    title: Up (2009)\n    story: >-\n      He flies.\n      He lands.\n";
    expect(readStories(yaml, "001.yaml")).toEqual([
      { id: 7, title: "Up (2009)", story: "He flies. He lands." },
    ]);
  });

  test.each([
    ["a title without a year", "films: [{ id: 7, title: Up, story: He flies. }]"],
    ["no story", "films: [{ id: 7, title: Up (2009), story: ' ' }]"],
    ["what is no list of films", "Up: He flies."],
  ])("refuses %s, and names the file", (_, yaml) => {
    expect(() => readStories(yaml, "001.yaml")).toThrow(/001\.yaml/);
  });
});

/** What `read` makes of every file of a folder of data/films. */
const written = <T>(folder: string, read: (yaml: string, file: string) => readonly T[]): T[] =>
  readdirSync(`data/films/${folder}`).flatMap((file) => {
    const path = `data/films/${folder}/${file}`;
    return [...read(readFileSync(path, "utf8"), path)];
  });

describe("the stories that are written down", () => {
  const stories = written("stories", readStories);

  test("are each of a film that words are written about too, by its number and title", () => {
    const films = [
      ...written("words", (yaml, file) => readFilmWords(yaml, file).films),
      ...written("recent", readRecentFilms).map((film) => ({
        ...film,
        title: `${film.title} (${film.year})`,
      })),
    ];
    const titles = new Map(films.map(({ id, title }) => [id, title]));
    const strange = stories.filter(({ id, title }) => titles.get(id) !== title);
    expect(strange.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
  });

  test("are one for each film", () => {
    const ids = stories.map(({ id }) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });
});
