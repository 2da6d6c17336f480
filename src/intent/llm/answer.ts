import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { emptyRequest } from "../request.ts";
import type { TitleVerdict, Understood } from "../understood.ts";
import { answerSchema, type ModelAnswer } from "./answer-schema.ts";
import { contradictionIn, inOrder } from "./contradictions.ts";
import { inKnownWords } from "./known-words.ts";

export type Answer =
  | ({ readonly ok: true } & Understood)
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
  const { answer, leftOut } = inKnownWords(inOrder(json));
  const result = answerSchema.safeParse(answer);
  if (!result.success) return { ok: false, problem: z.prettifyError(result.error) };
  const { disliked, seen, meant, ...request } = result.data;
  if (leftOut.length > 0 && isDeepStrictEqual(request, emptyRequest(request.kind)) && meant.length === 0)
    return { ok: false, problem: `${JSON.stringify(leftOut[0])} is none of the words listed` };
  const contradiction = contradictionIn(request);
  if (contradiction !== undefined) return { ok: false, problem: contradiction };
  const judged = [
    ...disliked.map((title) => ({ verdict: "dislike", title }) as const),
    ...seen.map((title) => ({ verdict: "seen", title }) as const),
  ];
  return { ok: true, request, judged, meant };
}

/** What is understood, as a model would have answered. */
export function asAnswer({ request, judged, meant }: Understood): ModelAnswer {
  const titles = (of: TitleVerdict) =>
    judged.filter(({ verdict }) => verdict === of).map(({ title }) => title);
  return { ...request, disliked: titles("dislike"), seen: titles("seen"), meant: [...meant] };
}

/** Models that are not held to the schema like to put a fence around JSON, or their thoughts before it. */
function withoutWrapping(text: string): string {
  const withoutThoughts = text.replace(/^\s*<think>.*?<\/think>/s, "");
  return withoutThoughts.slice(withoutThoughts.indexOf("{"), withoutThoughts.lastIndexOf("}") + 1);
}
