import { expect, test } from "vitest";
import { z } from "zod";
import { answerJsonSchema, answerSchema } from "./answer-schema.ts";

test("the schema that is sent has the keys by which an answer is read, each of the same type and length", () => {
  const read = z.toJSONSchema(answerSchema).properties!;
  const sent = answerJsonSchema.properties as Readonly<Record<string, object>>;
  expect(Object.keys(sent)).toEqual(Object.keys(read));
  expect(answerJsonSchema.required).toEqual(Object.keys(read));
  for (const key of ["disliked", "seen", "meant"])
    expect(sent[key]).toMatchObject({
      type: "array",
      items: { type: "string" },
      maxItems: (read[key] as { maxItems: number }).maxItems,
    });
});
