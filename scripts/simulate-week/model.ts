/** A language model that is none: it answers as the rules read, and fails now and then as real ones do. */
import { z } from "zod";
import type { ChatRequest } from "../../src/intent/llm/fake/chat-form.ts";
import { type FakeEndpoint, startFakeEndpoint } from "../../src/intent/llm/fake/fake-endpoint.ts";
import type { RuleParser } from "../../src/intent/rules/rule-parser.ts";

const personsTurn = z.object({ message: z.string() });

export function startModel(rules: Pick<RuleParser, "read">): Promise<FakeEndpoint> {
  return startFakeEndpoint({ answer: (request) => JSON.stringify(rules.read(messageIn(request))) });
}

function messageIn({ messages }: ChatRequest): string {
  const turns = messages.flatMap(({ role, content }) =>
    role === "user" && content.startsWith("{") ? [personsTurn.parse(JSON.parse(content)).message] : [],
  );
  return turns.at(-1) ?? "";
}
