/** Requests made from the description of the API: as it says they should be, nearly so, or nothing like it. */
import fc from "fast-check";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface DrawnRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** What a parameter or property is often given, so that some requests are about something that there is. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** @param isLeftOut paths that no request is to be made of */
export function requestsOf(
  description: Description,
  known: Known,
  isLeftOut: (path: string) => boolean,
): fc.Arbitrary<DrawnRequest> {
  const operations = Object.entries(description.paths)
    .filter(([path]) => !isLeftOut(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => requestOf(path, method, operation)),
    );
  return fc.oneof(...operations);

  function requestOf(path: string, method: string, operation: Operation): fc.Arbitrary<DrawnRequest> {
    const { parameters = [], requestBody } = operation;
    const places = parameters.filter((one) => one.in === "path");
    const queries = parameters.filter((one) => one.in === "query");
    const drawn = (name: string, schema: Schema): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 8, arbitrary: drawnFrom(schema, name) }, { weight: 1, arbitrary: anything });
    const schema = requestBody?.content["application/json"]?.schema;
    return fc
      .record({
        places: fc.record(Object.fromEntries(places.map((one) => [one.name, drawn(one.name, one.schema)]))),
        query: fc.record(Object.fromEntries(queries.map((one) => [one.name, drawn(one.name, one.schema)])), {
          requiredKeys: queries.filter(({ required }) => required).map(({ name }) => name),
        }),
        body: schema ? bodyOf(schema) : fc.constant(undefined),
      })
      .map(({ places: at, query, body }) => {
        const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(at[name]));
        const asked = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`);
        return {
          method: method.toUpperCase(),
          path: asked.length > 0 ? `${filled}?${asked.join("&")}` : filled,
          ...(body !== undefined && { body }),
        };
      });
  }

  function bodyOf(schema: Schema): fc.Arbitrary<string> {
    return fc.oneof(
      { weight: 8, arbitrary: drawnFrom(schema).map((value) => JSON.stringify(value)) },
      { weight: 2, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string() },
    );
  }

  function drawnFrom(schema: Schema, name?: string): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined)
      return drawnFrom(description.components.schemas[schema.$ref.split("/").at(-1)!]!, name);
    const often = name === undefined ? undefined : known[name];
    const formal = formalOf(schema);
    return often
      ? fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom<unknown>(...often) },
          { weight: 1, arbitrary: formal },
        )
      : formal;
  }

  function formalOf(schema: Schema): fc.Arbitrary<unknown> {
    const { type, enum: values, const: only, items = {}, properties = {}, required, anyOf, oneOf } = schema;
    if (only !== undefined) return fc.constant(only);
    if (values) return fc.constantFrom(...values);
    const kinds = anyOf ?? oneOf;
    if (kinds) return fc.oneof(...kinds.map((kind) => drawnFrom(kind)));
    switch (type) {
      case "string":
        return textOf(schema);
      case "integer":
      case "number": {
        const { minimum = -10, maximum = 1_000 } = schema;
        return fc.integer({ min: minimum, max: Math.max(minimum, Math.min(maximum, 2 ** 31)) });
      }
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "array":
        return fc.array(drawnFrom(items, "film"), { maxLength: Math.min(schema.maxItems ?? 5, 5) });
      case "object":
        return fc.record(
          Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, drawnFrom(value, key)])),
          { requiredKeys: [...(required ?? [])] },
        );
      default:
        return anything;
    }
  }
}

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.integer(),
  fc.constantFrom<unknown>(null, "", "..", "\u0000", "'; DROP TABLE log; --", "%00", "x".repeat(400)),
);

function textOf({ pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  if (pattern === undefined)
    return fc.string({
      unit: "grapheme",
      minLength,
      maxLength: Math.max(minLength, Math.min(maxLength, 60)),
    });
  const drawable = new RegExp(pattern.replace(/\(\?![^)]*\)/g, "")); // what it must not be is sorted out after
  return fc.stringMatching(drawable, { maxLength: 64 }).filter((text) => new RegExp(pattern).test(text));
}

/** In a path or a query; a lone half of a character cannot be encoded. */
const encoded = (value: unknown): string => encodeURIComponent(Buffer.from(String(value)).toString());
