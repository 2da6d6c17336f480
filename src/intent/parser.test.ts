import { expect, test } from "vitest";
import { firstOf, type IntentParser, type Parsed } from "./parser.ts";
import { emptyRequest } from "./request.ts";

const answering = (parsed: Parsed): IntentParser => ({ parse: async () => parsed });
const never: IntentParser = {
  parse: () => {
    throw new Error("asked without need");
  },
};
const understood: Parsed = { ok: true, request: emptyRequest() };
const { signal } = new AbortController();

test("the second parser is asked only where the first has no answer", async () => {
  expect(await firstOf(answering(understood), never).parse("a comedy", signal)).toEqual(understood);
  const failing = answering({ ok: false, why: "timeout" });
  expect(await firstOf(failing, answering(understood)).parse("a comedy", signal)).toEqual(understood);
});

test("parsers nest, and where none understands the last one says why", async () => {
  const nested = firstOf(
    firstOf(answering({ ok: false, why: "timeout" }), answering({ ok: false, why: "badAnswer" })),
    answering({ ok: false, why: "unclear" }),
  );
  expect(await nested.parse("?", signal)).toEqual({ ok: false, why: "unclear" });
});
