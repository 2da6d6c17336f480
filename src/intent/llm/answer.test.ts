import { expect, test } from "vitest";
import { emptyRequest } from "../request.ts";
import { readModelAnswer } from "./answer.ts";

const request = { ...emptyRequest(), genresIn: ["Comedy" as const], yearFrom: 1990, yearTo: 1999 };
const json = JSON.stringify(request);

test.each([
  ["as it stands", json],
  ["inside a fence", `Here it is:\n\`\`\`json\n${json}\n\`\`\`\nAnything else?`],
  ["after the model's thoughts", `<think>{"kind"?} Hm.</think>\n${json}`],
])("an answer of the right shape is read %s", (_, text) => {
  expect(readModelAnswer(text, false)).toEqual({ ok: true, request });
});

test.each(["", "not json", "{}", "null", '{"kind":"request"}', `${json}\n${json}`, json.slice(0, 40)])(
  "an answer of %j is a bad one",
  (text) => {
    expect(readModelAnswer(text, false).ok).toBe(false);
  },
);

test("what was cut off is not taken, though it may read well by chance", () => {
  expect(readModelAnswer(json, true)).toEqual({ ok: false, problem: "it is too long and was cut off" });
});

test("the problem names the place, for the model to mend", () => {
  const wrong = JSON.stringify({ ...request, genresIn: ["Mumblecore"], limit: 3 });
  const answer = readModelAnswer(wrong, false);
  expect(answer).toMatchObject({ problem: expect.stringMatching(/"limit"[\s\S]*genresIn\[0\]/) });
});
