/** An OpenAI-compatible endpoint of our own on the loopback, with the ways the real ones fail. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { TokenLimitName } from "../settings.ts";
import { type ChatRequest, chatForm } from "./chat-form.ts";

/** How one request is dealt with. */
export type Behaviour =
  /** What is asked, as `answer` has it. */
  | { readonly kind: "right" }
  /** The same, late. */
  | { readonly kind: "slow"; readonly delayMs: number }
  /** Sends headers and half an answer in time, and the rest never. */
  | { readonly kind: "stalls" }
  /** The same, after the model's thoughts and inside a Markdown fence. */
  | { readonly kind: "wraps" }
  /** The limit of tokens ends the answer in its middle. */
  | { readonly kind: "cutOff" }
  | { readonly kind: "refuses" }
  | { readonly kind: "filters" }
  /** Answers with this text, whatever the schema says. */
  | { readonly kind: "says"; readonly content: string }
  /** The same, as a list of parts after the model's thoughts. */
  | { readonly kind: "saysInParts"; readonly parts: readonly string[] }
  /** Answers 200 with a body that is no completion. */
  | { readonly kind: "babbles"; readonly body: string }
  | { readonly kind: "rateLimits"; readonly retryAfterS?: number }
  | { readonly kind: "fails"; readonly status: number }
  | { readonly kind: "hangsUp" };

export interface FakeEndpointOptions {
  /** What a right answer says. */
  readonly answer: (request: ChatRequest) => string;
  /** Requests must carry this key; absent: it is not looked at. */
  readonly apiKey?: string;
  readonly tokenLimitName?: TokenLimitName;
  /** Takes no JSON schema, only the wish for JSON of any shape. Default: false */
  readonly takesNoSchema?: boolean;
  /** As models that reason: any temperature is refused, by name. Default: false */
  readonly takesNoTemperature?: boolean;
}

export interface FakeEndpoint {
  readonly baseUrl: string;
  /** The requests so far that were well formed, oldest first. */
  readonly requests: readonly ChatRequest[];
  /** Every request so far, however it was answered. */
  readonly asked: number;
  /** For the next requests, one each; after them all is right. */
  next(...behaviours: Behaviour[]): void;
  /** For all requests from now on. */
  always(behaviour: Behaviour): void;
  close(): Promise<void>;
}

const PATH = "/v1/chat/completions";
const RIGHT: Behaviour = { kind: "right" };

export async function startFakeEndpoint(options: FakeEndpointOptions): Promise<FakeEndpoint> {
  const form = chatForm[options.tokenLimitName ?? "max_tokens"];
  const requests: ChatRequest[] = [];
  const upcoming: Behaviour[] = [];
  let otherwise = RIGHT;
  let asked = 0;

  const server = createServer((incoming, response) => {
    asked++;
    serve(incoming, response).catch(() => response.destroy());
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    if (incoming.method !== "POST" || incoming.url !== PATH) return refuse(response, 404, "Unknown route");
    if (options.apiKey !== undefined && incoming.headers.authorization !== `Bearer ${options.apiKey}`) {
      return refuse(response, 401, "Incorrect API key provided");
    }
    const result = form.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
    if (!result.success) return refuse(response, 400, z.prettifyError(result.error));
    if (options.takesNoSchema && result.data.response_format.type === "json_schema") {
      return refuse(response, 400, "This response_format type is unavailable now");
    }
    if (options.takesNoTemperature && result.data.temperature !== undefined) {
      const message = "Unsupported value: 'temperature' does not support 0 with this model.";
      return refuse(response, 400, message, { param: "temperature", code: "unsupported_value" });
    }
    requests.push(result.data);
    await behave(upcoming.shift() ?? otherwise, result.data, response);
  }

  async function behave(behaviour: Behaviour, request: ChatRequest, response: ServerResponse): Promise<void> {
    const answer = options.answer(request);
    switch (behaviour.kind) {
      case "right":
        return json(response, completion(request, { content: answer }));
      case "slow":
        await wait(behaviour.delayMs, undefined, { ref: false });
        return json(response, completion(request, { content: answer }));
      case "stalls": {
        const body = JSON.stringify(completion(request, { content: answer }));
        response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
        response.write(body.slice(0, body.length / 2));
        return;
      }
      case "cutOff": {
        const content = answer.slice(0, answer.length / 2);
        return json(response, completion(request, { content, finishReason: "length" }));
      }
      case "wraps": {
        const content = `<think>{"kind"? Let me see.}</think>\nHere it is:\n\`\`\`json\n${answer}\n\`\`\``;
        return json(response, completion(request, { content }));
      }
      case "refuses":
        return json(response, completion(request, { content: null, refusal: "I cannot help with that." }));
      case "filters":
        return json(response, completion(request, { content: "", finishReason: "content_filter" }));
      case "says":
        return json(response, completion(request, { content: behaviour.content }));
      case "saysInParts": {
        const thoughts = { type: "thinking", thinking: [{ type: "text", text: '{"kind"? Hm.' }] };
        const parts = behaviour.parts.map((text) => ({ type: "text", text }));
        return json(response, completion(request, { content: [thoughts, ...parts] }));
      }
      case "babbles":
        response.writeHead(200, { "content-type": "application/json" }).end(behaviour.body);
        return;
      case "rateLimits":
        if (behaviour.retryAfterS !== undefined) response.setHeader("retry-after", behaviour.retryAfterS);
        return refuse(response, 429, "Rate limit reached");
      case "fails":
        return refuse(response, behaviour.status, "The server had an error");
      case "hangsUp":
        response.destroy();
    }
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    get asked() {
      return asked;
    },
    next: (...behaviours) => void upcoming.push(...behaviours),
    always: (behaviour) => {
      otherwise = behaviour;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Choice {
  readonly content: string | null | readonly object[];
  readonly refusal?: string;
  readonly finishReason?: "stop" | "length" | "content_filter";
}

function completion(request: ChatRequest, { content, refusal, finishReason = "stop" }: Choice): object {
  const read = request.messages.reduce((sum, message) => sum + tokensOf(message.content), 0);
  const written = tokensOf(typeof content === "string" ? content : JSON.stringify(content ?? ""));
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 0,
    model: request.model,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content, refusal: refusal ?? null },
        finish_reason: finishReason,
      },
    ],
    usage: { prompt_tokens: read, completion_tokens: written, total_tokens: read + written },
  };
}

/** About four characters each, as in English. */
const tokensOf = (text: string): number => Math.ceil(text.length / 4);

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, message: string, more: object = {}): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(JSON.stringify({ error: { message, type: "invalid_request_error", code: null, ...more } }));
}
