/** What a model answers with: what is asked for, and what is said of films, in one flat object. */
import { z } from "zod";
import { LONGEST_NAME, MOST_OF_A_LIST, requestSchema } from "../request.ts";
import { requestJsonSchema, strings } from "../request-json-schema.ts";

const titles = z.array(z.string().min(1).max(LONGEST_NAME)).max(MOST_OF_A_LIST).default([]);

/** A model that is held to no schema may leave out what is said of films. */
export const answerSchema = requestSchema.extend({ disliked: titles, seen: titles, meant: titles });
export type ModelAnswer = z.infer<typeof answerSchema>;

const properties = {
  ...requestJsonSchema.properties,
  disliked: strings("titles the person says they themselves dislike; what others think of them is not said"),
  seen: strings("titles the person says they have seen, without saying how they were"),
  meant: strings("titles of films that are told of without being named, the likeliest first"),
} as const;

/** The same for `response_format`; a test holds it to `answerSchema`. */
export const answerJsonSchema = {
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
} as const;
