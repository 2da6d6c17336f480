import { z } from "zod";
import { type MovieRequest, requestSchema } from "../request.ts";

export type Answer =
  | { readonly ok: true; readonly request: MovieRequest }
  /** In words for the model, which is to mend it. */
  | { readonly ok: false; readonly problem: string };

/** A model's answer is untrusted input: checked once, here, and typed from then on. */
export function readModelAnswer(text: string, cutOff: boolean): Answer {
  if (cutOff) return { ok: false, problem: "it is too long and was cut off" };
  let json: unknown;
  try {
    json = JSON.parse(withoutWrapping(text));
  } catch {
    return { ok: false, problem: "it is not JSON" };
  }
  const result = requestSchema.safeParse(json);
  if (!result.success) return { ok: false, problem: z.prettifyError(result.error) };
  return { ok: true, request: result.data };
}

/** Models that are not held to the schema like to put a fence around JSON, or their thoughts before it. */
function withoutWrapping(text: string): string {
  const withoutThoughts = text.replace(/^\s*<think>.*?<\/think>/s, "");
  return withoutThoughts.slice(withoutThoughts.indexOf("{"), withoutThoughts.lastIndexOf("}") + 1);
}
