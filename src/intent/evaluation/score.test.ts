import { expect, test } from "vitest";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { page } from "./page.ts";
import { f1, precision, recall, score } from "./score.ts";

const all = new Set(Object.keys(emptyRequest())) as ReadonlySet<keyof MovieRequest>;
const labelled = (text: string, part: Partial<MovieRequest>, fields = all) => ({
  text,
  expected: { ...emptyRequest(), ...part },
  labelled: fields,
});

test("counts values right, wrong and missed, worked by hand", () => {
  const scores = score(
    [
      labelled("a", { genresIn: ["Comedy", "Drama"], moodsIn: ["funny"] }),
      labelled("b", { genresOut: ["Horror"], kind: "feedback" }),
    ],
    [
      { ...emptyRequest(), genresIn: ["Comedy", "War"], moodsIn: ["funny"] },
      { ...emptyRequest(), genresIn: ["Horror"] },
    ],
  );
  const genres = scores.fields.find(({ field }) => field === "genres")!;
  expect(genres).toEqual({ field: "genres", right: 1, wrong: 2, missed: 2 });
  expect([precision(genres), recall(genres), f1(genres)]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(scores).toMatchObject({ kindAccuracy: 0.5, moodAccuracy: 1, entirelyRight: 0 });
  expect(scores.failures.map(({ text }) => text)).toEqual(["a", "b"]);
});

test("names count without case and accents", () => {
  const scores = score(
    [labelled("a", { peopleIn: ["Penélope Cruz"] })],
    [{ ...emptyRequest(), peopleIn: ["penelope cruz"] }],
  );
  expect(scores.entirelyRight).toBe(1);
});

test("fields that are not labelled do not count", () => {
  const scores = score(
    [labelled("a", { genresIn: ["War"] }, new Set(["genresIn"]))],
    [{ ...emptyRequest("question"), genresIn: ["War"], yearTo: 1980 }],
  );
  expect(scores.failures).toEqual([]);
});

test("the page shows what people typed as text, never as markup", () => {
  const scores = score([labelled("<script>x</script>", { kind: "unsafe" })], [emptyRequest()]);
  const html = page([{ name: "set", scores, medianMs: 1, slowestMs: 2 }]);
  expect(html).toContain("&lt;script&gt;");
  expect(html).not.toContain("<script>");
});
