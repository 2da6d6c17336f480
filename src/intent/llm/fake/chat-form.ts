import { z } from "zod";

/**
 * The part of JSON schema that all compatible servers take: an object at the root, every key required, one
 * plain type per node. OpenAI refuses others in strict mode, llama.cpp and Gemini know no more.
 */
const node: z.ZodType = z.lazy(() => z.discriminatedUnion("type", [object, text, number, flag, array]));
const description = z.string().optional();
const object = z
  .strictObject({
    type: z.literal("object"),
    description,
    properties: z.record(z.string(), node),
    required: z.array(z.string()),
    additionalProperties: z.literal(false),
  })
  .refine(({ properties, required }) => Object.keys(properties).every((key) => required.includes(key)), {
    message: "'required' is required to include every key in properties",
  });
const text = z.strictObject({
  type: z.literal("string"),
  description,
  enum: z.array(z.string().min(1)).min(1).optional(),
});
const number = z.strictObject({
  type: z.enum(["integer", "number"]),
  description,
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
const flag = z.strictObject({ type: z.literal("boolean"), description });
const array = z.strictObject({
  type: z.literal("array"),
  description,
  items: node,
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
});

const schemaForm = z.strictObject({
  type: z.literal("json_schema"),
  json_schema: z.strictObject({
    name: z.string().regex(/^[\w-]{1,64}$/),
    strict: z.literal(true),
    schema: object,
  }),
});
const anyJson = z.strictObject({ type: z.literal("json_object") });

const limit = z.int().positive();
const form = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(z.strictObject({ role: z.enum(["system", "user", "assistant"]), content: z.string().min(1) }))
    .min(1),
  response_format: z.union([schemaForm, anyJson]),
  temperature: z.number().min(0).max(2).optional(),
});

/** A request for a completion, as strictly as Gemini: a key it does not know is an error. */
export const chatForm = {
  max_completion_tokens: form.extend({ max_completion_tokens: limit }),
  max_tokens: form.extend({ max_tokens: limit }),
};
export type ChatRequest = z.infer<typeof form>;
