/**
 * A query service on this machine: it answers in SPARQL, of what it is given to know, and is as strict as Wikidata's own with
 * who does not say who they are, asks two things at once, or comes back too early.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { Store } from "oxigraph";
import { onTestFinished } from "vitest";

/** How it answers once, in place of what was asked. */
export type Trouble =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  /** The connection ends in the middle of the answer. */
  | { readonly kind: "cut" }
  /** The answer begins and does not end. */
  | { readonly kind: "stuck" }
  | { readonly kind: "body"; readonly body: string };

export interface FakeQueryService {
  readonly url: string;
  /** Questions answered in full, in order. */
  readonly answered: readonly string[];
  /** What it had to refuse. */
  readonly refused: readonly string[];
  /** The next answers, in order; then it answers rightly again. */
  trouble(...troubles: readonly Trouble[]): void;
  /** Called with how many were answered before each answer: ends a process in the middle. */
  beforeAnswer(call: (answered: number) => void): void;
}

const LONGEST_QUERY = 60_000;
/** Long enough for a question that does not wait for the one before to meet it. */
const THINKING_MS = 20;

export async function startQueryService(turtle: string): Promise<FakeQueryService> {
  const store = new Store();
  store.load(turtle, { format: "text/turtle" });
  const answered: string[] = [];
  const refused: string[] = [];
  const troubles: Trouble[] = [];
  let before = (_: number) => {};
  let underWay = 0;

  const server = createServer(async (request, response) => {
    underWay++;
    response.once("close", () => underWay--);
    const query = new URLSearchParams(await text(request)).get("query") ?? "";
    await pause(THINKING_MS);
    const reason = complaint(request, query, underWay);
    if (reason !== undefined) {
      refused.push(reason);
      response.writeHead(reason.startsWith("no contact") ? 403 : 400).end(reason);
      return;
    }
    before(answered.length);
    const trouble = troubles.shift();
    if (trouble) return inTrouble(trouble, response);
    let answer: string;
    try {
      answer = store.query(query, { results_format: "json" }) as unknown as string;
    } catch (error) {
      refused.push(`no SPARQL: ${error}`);
      response.writeHead(400).end(String(error));
      return;
    }
    answered.push(query);
    response.writeHead(200, { "content-type": "application/sparql-results+json" }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`,
    answered,
    refused,
    trouble: (...more) => troubles.push(...more),
    beforeAnswer(call) {
      before = call;
    },
  };
}

function complaint(
  { method, url, headers }: IncomingMessage,
  query: string,
  underWay: number,
): string | undefined {
  if (!/^\S+\/[\d.]+ \(.*(?:\S+@\S+|https?:\/\/\S+)\)$/.test(headers["user-agent"] ?? ""))
    return `no contact in the user agent: ${headers["user-agent"]}`;
  if (method !== "POST" || url !== "/sparql") return `${method} ${url}`;
  if (headers["content-type"] !== "application/x-www-form-urlencoded")
    return `a body of ${headers["content-type"]}`;
  if (!headers.accept?.includes("application/sparql-results+json")) return `an answer as ${headers.accept}`;
  if (underWay > 1) return `${underWay} questions at once`;
  if (query.length > LONGEST_QUERY || /\bOFFSET\b/i.test(query)) return "a question without an end";
  return undefined;
}

function inTrouble(trouble: Trouble, response: ServerResponse): void {
  switch (trouble.kind) {
    case "status":
      response
        .writeHead(
          trouble.status,
          trouble.retryAfter === undefined ? {} : { "retry-after": trouble.retryAfter },
        )
        .end(trouble.body ?? "");
      break;
    case "cut":
      response.writeHead(200, { "content-length": 1000 });
      response.write('{"results": {"bindings": [', () => response.destroy());
      break;
    case "stuck":
      response.writeHead(200).write('{"results": ');
      break;
    case "body":
      response.writeHead(200).end(trouble.body);
  }
}
