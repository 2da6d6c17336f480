import { z } from "zod";
import type { ChatRequest } from "./chat-form.ts";

const personsTurn = z.object({ message: z.string() });

/** The text that an endpoint is asked about, the first time or again. */
export function messageIn({ messages }: ChatRequest): string {
  const turns = messages.flatMap(({ role, content }) =>
    role === "user" && content.startsWith("{") ? [personsTurn.parse(JSON.parse(content)).message] : [],
  );
  return turns.at(-1)!;
}
