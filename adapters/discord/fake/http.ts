/** The REST side as a server: authorisation, bodies, routing, and Discord's way of saying no. */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import { setTimeout } from "node:timers/promises";
import { Refusal, refuse } from "./refusal.ts";
import type { Troubles } from "./troubles.ts";

export interface RestRequest {
  /** What the route's ":name" parts matched, decoded. */
  readonly at: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** "GET /channels/:channel" -> what it answers; undefined is 204 without a body. */
export type Routes = Readonly<Record<string, (request: RestRequest) => unknown>>;

export interface RestOptions {
  readonly routes: Routes;
  readonly token: () => string;
  readonly troubles: Troubles;
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
    if (!tokenInPath && request.headers.authorization !== `Bot ${token()}`) throw refuse.unauthorized();
    const groups = found.regex.exec(path)?.groups ?? {};
    const at = Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    return found.answer({ at, query: url.searchParams, ...(await bodyOf(request)) });
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "", "http://fake");
    const what = `${request.method} ${url.pathname.slice(VERSION_PREFIX.length)}`;
    const trouble = troubles.befalling(what);
    if (troubles.latencyMs > 0) await setTimeout(troubles.latencyMs);
    const limits = troubles.limitsOn(what);
    if (limits?.retryAfterS !== undefined) return rateLimited(response, limits.retryAfterS, limits.headers);
    if (trouble?.retryAfterS !== undefined) return rateLimited(response, trouble.retryAfterS);
    if (trouble?.status !== undefined) return failed(response, trouble.status);
    if (trouble?.cuts === "before") return void request.socket.destroy();
    if (trouble?.hangs === "before") return;
    try {
      if (trouble?.refuses) throw trouble.refuses;
      const answer = await answerTo(request, url);
      if (trouble?.answersAfterMs !== undefined) await setTimeout(trouble.answersAfterMs);
      if (trouble?.cuts === "after") return void request.socket.destroy();
      if (trouble?.hangs === "after") return;
      if (trouble?.losesAnswer) failed(response, 500);
      else if (answer === undefined) response.writeHead(204, limits?.headers).end();
      else json(response, 200, answer, limits?.headers);
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

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

const failed = (response: ServerResponse, status: number): void =>
  json(response, status, { message: `${status}: ${STATUS_CODES[status]}`, code: 0 });

function rateLimited(response: ServerResponse, retryAfterS: number, headers = {}): void {
  const body = { message: "You are being rate limited.", retry_after: retryAfterS, global: false };
  json(response, 429, body, { "retry-after": String(retryAfterS), "x-ratelimit-scope": "user", ...headers });
}
