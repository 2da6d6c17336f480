/** The REST side as a server: authorisation, bodies, routing, and Discord's way of saying no. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { Refusal, refuse } from "./refusal.ts";

export interface RestRequest {
  /** What the route's ":name" parts matched, decoded. */
  readonly at: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** "GET /channels/:channel" -> what it answers; undefined is 204 without a body. */
export type Routes = Readonly<Record<string, (request: RestRequest) => unknown>>;

export interface Trouble {
  /** "POST /channels/": the beginning of what it befalls. */
  readonly on: string;
  /** How many requests it befalls. */
  times: number;
  /** Answers 429 and asks for this wait. */
  readonly retryAfterS?: number;
  /** Does as asked, but answers 500. */
  readonly losesAnswer?: boolean;
  /** Does as asked at once, but answers this much later. */
  readonly answersAfterMs?: number;
  /** Does nothing and never answers. */
  readonly hangs?: boolean;
}

export interface RestOptions {
  readonly routes: Routes;
  readonly token: string;
  readonly troubles: Trouble[];
  /** Forms that Discord would not take: a bug in the bot. */
  readonly onInvalidForm: (refusal: Refusal, what: string) => void;
}

const VERSION_PREFIX = "/api/v10";

export function restHandler({ routes, token, troubles, onInvalidForm }: RestOptions) {
  const table = Object.entries(routes).map(([route, answer]) => ({ ...pattern(route), answer }));

  async function answerTo(request: IncomingMessage, url: URL): Promise<unknown> {
    const path = url.pathname.slice(VERSION_PREFIX.length);
    const found = table.find(({ method, regex }) => method === request.method && regex.test(path));
    if (!found) throw refuse.unknownRoute();
    const tokenInPath = /^\/(webhooks|interactions)\//.test(path);
    if (!tokenInPath && request.headers.authorization !== `Bot ${token}`) throw refuse.unauthorized();
    const groups = found.regex.exec(path)?.groups ?? {};
    const at = Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    return found.answer({ at, query: url.searchParams, ...(await bodyOf(request)) });
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "", "http://fake");
    const what = `${request.method} ${url.pathname.slice(VERSION_PREFIX.length)}`;
    const trouble = troubles.find(({ on, times }) => times > 0 && what.startsWith(on));
    if (trouble) trouble.times--;
    if (trouble?.retryAfterS !== undefined) return rateLimited(response, trouble.retryAfterS);
    if (trouble?.hangs) return;
    try {
      const answer = await answerTo(request, url);
      if (trouble?.answersAfterMs !== undefined) await setTimeout(trouble.answersAfterMs);
      if (trouble?.losesAnswer) json(response, 500, { message: "500: Internal Server Error", code: 0 });
      else if (answer === undefined) response.writeHead(204).end();
      else json(response, 200, answer);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 50035) onInvalidForm(error, what);
      json(response, error.status, { message: error.message, code: error.code, errors: error.errors });
    }
  };
}

function pattern(route: string): { method: string; regex: RegExp } {
  const [method = "", path = ""] = route.split(" ");
  return { method, regex: new RegExp(`^${path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`) };
}

async function bodyOf(request: IncomingMessage): Promise<Pick<RestRequest, "body" | "files">> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return { body: bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined, files: [] };
  }
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === "string" ? [] : [value]));
  return {
    body: JSON.parse(String(form.get("payload_json"))),
    files: await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))),
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function rateLimited(response: ServerResponse, retryAfterS: number): void {
  response
    .writeHead(429, {
      "content-type": "application/json",
      "retry-after": String(retryAfterS),
      "x-ratelimit-scope": "user",
    })
    .end(JSON.stringify({ message: "You are being rate limited.", retry_after: retryAfterS, global: false }));
}
