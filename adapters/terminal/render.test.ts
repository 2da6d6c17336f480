import picocolors from "picocolors";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { render } from "./render.ts";

const plain = picocolors.createColors(false);

test("a suggestion, as it looks without colours", () => {
  const card = {
    title: { text: "Heat (1995)", url: "https://www.imdb.com/title/tt0113277/" },
    lines: ["Because you liked Ronin."],
    fields: [
      { name: "Genres", value: "Action, Crime, Thriller" },
      { name: "Rating", value: "★ 3.9 of 5 from 102 ratings" },
    ],
    suggestion: "AbCdEf0123456789",
  };
  expect(render(card, plain)).toBe(
    [
      "Heat (1995)",
      "Because you liked Ronin.",
      "Genres  Action, Crime, Thriller",
      "Rating  ★ 3.9 of 5 from 102 ratings",
      "https://www.imdb.com/title/tt0113277/",
      "[y] 👍 like   [n] 👎 dislike   [s] ⏭️ skip   [l] 🔖 later   [i] ℹ️ info",
    ].join("\n"),
  );
});

test("how words were read stands above, and what can be said about it below", () => {
  const card = {
    reading: "Comedy · 1990-1999",
    title: { text: "Notting Hill (1999)" },
    lines: ["Because you liked Amelie."],
    suggestion: "AbCdEf0123456789",
    actions: [
      { label: "✕ Comedy", says: "drop Comedy" },
      { label: "✕ 1990-1999", says: "drop 1990-1999" },
      { label: "Anything goes", says: "anything goes" },
    ],
  };
  expect(render(card, plain)).toBe(
    [
      "Comedy · 1990-1999",
      "Notting Hill (1999)",
      "Because you liked Amelie.",
      "[y] 👍 like   [n] 👎 dislike   [s] ⏭️ skip   [l] 🔖 later   [i] ℹ️ info",
      "Say drop Comedy, or drop any other part of the first line, or anything goes.",
    ].join("\n"),
  );
});

test("the only part is named alone, and where there is none, what else can be said", () => {
  const last = (...says: string[]) => {
    const actions = says.map((said) => ({ label: said, says: said }));
    return render({ lines: [], suggestion: "AbCdEf0123456789", actions }, plain).split("\n").at(-1);
  };
  expect(last("drop Comedy", "anything goes")).toBe("Say drop Comedy, or anything goes.");
  expect(last("next")).toBe("Say next.");
});

test("nothing is wider than 80 columns, and long values stay in their column", () => {
  const long = "a rather long value, word after word, ".repeat(10).trim();
  const lines = render({ lines: [long], fields: [{ name: "Also known as", value: long }] }, plain).split(
    "\n",
  );
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
  expect(lines.at(-1)).toMatch(/^ {15}\S/);
});

test("text cannot command the terminal", () => {
  const shown = render(
    { title: { text: "\u001b[2JHeat\u0007" }, lines: ["a\u001b]0;owned\u0007b\u202e"] },
    plain,
  );
  expect(shown).toBe("[2JHeat\na]0;ownedb");
});

test("colours are there when the terminal has them", () => {
  expect(render({ title: { text: "Heat" }, lines: [] }, picocolors.createColors(true))).toContain(
    "\u001b[1m",
  );
});

test("a file can command it no more, and says the same", () => {
  const kept = { said: ["\u009b2J", "\u202eheat", "\u007f", "\u001b]0;owned\u0007", "Amélie"] };
  const text = JSON.stringify(kept, undefined, 2);
  const shown = render(
    { lines: [], file: { name: "export.json", mediaType: "application/json", text } },
    plain,
  );
  expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  expect(JSON.parse(shown)).toEqual(kept);
});
