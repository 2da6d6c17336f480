import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../src/dataset/testing/temporary-folder.ts";
import { broughtFrom, exportIn, fileWritten, importIn, leftOverOf } from "./files.ts";

describe("a file that is named by its path", () => {
  test.each([
    ["import ratings.csv", "ratings.csv"],
    ['import "/home/ada/my films.zip"', "/home/ada/my films.zip"],
    ["/import C:\\Users\\ada\\ratings.csv", "C:\\Users\\ada\\ratings.csv"],
    ["import french films from the 60s", undefined],
    ["import", undefined],
  ])("%j is %j to be taken in", (line, path) => {
    expect(importIn(line)).toBe(path);
  });

  test.each([
    ["export ada.json", { path: "ada.json", format: "json" }],
    ["export letterboxd to ada.csv", { path: "ada.csv", format: "letterboxd" }],
    ["export IMDb > /tmp/ada.csv", { path: "/tmp/ada.csv", format: "imdb" }],
    ["export", undefined],
    ["export letterboxd", undefined],
  ])("%j is %j to be written", (line, to) => {
    expect(exportIn(line)).toEqual(to);
  });

  test("is read, or refused in a sentence", async () => {
    const folder = await temporaryFolder();
    mkdirSync(join(folder, "a.folder"));
    writeFileSync(join(folder, "ratings.csv"), "title,year,rating\nHeat,1995,4\n");
    expect(await broughtFrom(join(folder, "ratings.csv"))).toMatchObject({
      history: { rows: [{ film: { title: "Heat" } }] },
    });
    expect(await broughtFrom(join(folder, "none.csv"))).toMatchObject({
      history: { unusable: expect.stringMatching(/no file/) },
    });
    expect(await broughtFrom(join(folder, "a.folder"))).toMatchObject({
      history: { unusable: expect.stringMatching(/a folder/) },
    });
  });

  test("is written once, and never over another", async () => {
    const path = join(await temporaryFolder(), "ada.json");
    const card = { lines: ["All."], file: { name: "x.json", mediaType: "application/json", text: "{}" } };
    expect(fileWritten(card, path).lines).toEqual(["All.", `Written to ${path}.`]);
    writeFileSync(path, "mine");
    expect(fileWritten(card, path).lines).toEqual([
      "All.",
      `${path} is there already, and was left as it is.`,
    ]);
    expect(readFileSync(path, "utf8")).toBe("mine");
  });

  test("of what was left out lies beside the one that it is of", () => {
    expect(leftOverOf("/home/ada.b/ratings.csv")).toBe("/home/ada.b/ratings-left-out.csv");
    expect(leftOverOf("/home/ada.b/ratings")).toBe("/home/ada.b/ratings-left-out.csv");
  });
});
