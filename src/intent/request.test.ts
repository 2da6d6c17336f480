import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { emptyRequest, requestSchema } from "./request.ts";
import { requestJsonSchema } from "./request-json-schema.ts";

interface Node {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

const fromZod = z.toJSONSchema(requestSchema) as Node;
const byHand: Node = requestJsonSchema;

describe("the JSON schema of a request", () => {
  test("has the keys of the zod schema, in the same order, all required and no others", () => {
    expect(Object.keys(byHand.properties!)).toEqual(Object.keys(fromZod.properties!));
    expect(byHand.required).toEqual(fromZod.required);
    expect(byHand.additionalProperties).toBe(false);
  });

  test.each(Object.keys(fromZod.properties!))("allows for %s what the zod schema allows", (key) => {
    const hand = byHand.properties![key]!;
    const zod = fromZod.properties![key]!;
    expect(hand.type).toBe(zod.type);
    expect(hand.enum).toEqual(zod.enum);
    expect(hand.maxItems).toBe(zod.maxItems);
    expect(hand.items?.type).toBe(zod.items?.type);
    expect(hand.items?.enum).toEqual(zod.items?.enum);
    expect(Object.keys(hand.items?.properties ?? {})).toEqual(Object.keys(zod.items?.properties ?? {}));
    expect(hand.items?.required).toEqual(zod.items?.required);
    if (hand.type === "integer") expect(hand.minimum).toBe(0);
  });

  test("uses only what compatible servers agree on", () => {
    const allowed = new Set([
      "type",
      "description",
      "enum",
      "items",
      "maxItems",
      "minimum",
      "maximum",
      "properties",
      "required",
      "additionalProperties",
    ]);
    const visit = (node: Node) => {
      for (const key of Object.keys(node)) expect(allowed).toContain(key);
      expect(typeof node.type).toBe("string");
      if (node.type === "object") expect(node.additionalProperties).toBe(false);
      expect(node.enum ?? []).not.toContain("");
      if (node.items) visit(node.items);
      for (const child of Object.values(node.properties ?? {})) visit(child);
    };
    visit(byHand);
  });
});

describe("a request", () => {
  test("that asks for nothing is a valid one, and its lists are its own", () => {
    expect(requestSchema.parse(emptyRequest())).toEqual(emptyRequest());
    emptyRequest().genresIn.push("Drama");
    expect(emptyRequest().genresIn).toEqual([]);
  });

  test("has years that are years of release, or 0", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 3000 }), (yearFrom) => {
        const { success } = requestSchema.safeParse({ ...emptyRequest(), yearFrom });
        expect(success).toBe(yearFrom === 0 || (yearFrom >= 1888 && yearFrom <= 2100));
      }),
    );
  });

  test("rules out stretches of years that begin before they end", () => {
    const ruledOut = (yearsOut: unknown) => requestSchema.safeParse({ ...emptyRequest(), yearsOut }).success;
    expect(
      ruledOut([
        { from: 1980, to: 1989 },
        { from: 1999, to: 1999 },
      ]),
    ).toBe(true);
    expect(ruledOut([{ from: 1989, to: 1980 }])).toBe(false);
    expect(ruledOut([{ from: 0, to: 1980 }])).toBe(false);
    expect(ruledOut([{ from: 1980 }])).toBe(false);
  });

  test.each([
    ["a genre nobody knows", { genresIn: ["Mumblecore"] }],
    ["a key nobody knows", { limit: 3 }],
    ["a country in words", { countries: ["Australia"] }],
    ["a null", { audience: null }],
  ])("refuses %s", (_, part) => {
    expect(requestSchema.safeParse({ ...emptyRequest(), ...part }).success).toBe(false);
  });
});
