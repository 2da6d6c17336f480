/** For tests: a client that keeps its cookie, and holds every answer to what /openapi.json says of it. */
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect } from "vitest";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form, after they were held to it
  readonly body: any;
}

export interface Browser {
  readonly cookie: string | undefined;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  send(
    method: "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** The first request of a page. */
  comes(): Promise<Answer>;
  says(text: string, event?: string): Promise<Answer>;
}

let events = 0;
/** As a page makes them; the same for no two things that are done. */
export const newEvent = (): string => `event-${events++}`;

export function openBrowser(address: () => string): Browser {
  let cookie: string | undefined;

  const ask = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: unknown,
  ): Promise<Answer> => {
    const response = await fetch(`${address()}${path}`, {
      method,
      headers: {
        ...(cookie !== undefined && { cookie }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookie = /Max-Age=0|1970/.test(line) ? undefined : pair;
    }
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
    await mustBeAsDescribed(address(), method, path, answer);
    return answer;
  };

  return {
    get cookie() {
      return cookie;
    },
    get: (path, headers = {}) => ask("GET", path, headers),
    send: (method, path, body, headers = {}) => ask(method, path, headers, body),
    comes: () => ask("POST", "/people", {}),
    says: (text, event = newEvent()) =>
      ask("PUT", `/people/me/conversation/${event}`, {}, { kind: "said", text }),
  };
}

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { readonly responses: Readonly<Record<string, { readonly content?: object }>> }>
      >
    >
  >;
}

const validators = new Map<string, { readonly described: Description; readonly ajv: Ajv2020 }>();

async function describedAt(address: string) {
  const known = validators.get(address);
  if (known) return known;
  const described = (await (await fetch(`${address}/openapi.json`)).json()) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(described, "api");
  const fresh = { described, ajv };
  validators.set(address, fresh);
  return fresh;
}

/** Fails where an answer of a described resource is not what is described. */
export async function mustBeAsDescribed(
  address: string,
  method: string,
  path: string,
  { status, headers, body }: Answer,
): Promise<void> {
  const { described, ajv } = await describedAt(address);
  const [bare = ""] = path.split("?");
  const template = Object.keys(described.paths).find((one) =>
    new RegExp(`^${one.replace(/\{[^}]+\}/g, "[^/]+")}$`).test(bare),
  );
  const operation = template === undefined ? undefined : described.paths[template]?.[method.toLowerCase()];
  if (template === undefined || !operation || status === 304) return;
  const response = operation.responses[status];
  expect(response, `${method} ${template} answers ${status}, which is not described`).toBeDefined();
  const type = headers.get("content-type")?.split(";")[0] ?? "";
  expect(Object.keys(response!.content ?? {}), `${method} ${template} ${status}`).toContain(type);
  if (!type.includes("json")) return;
  const pointer = ["paths", template, method.toLowerCase(), "responses", status, "content", type, "schema"]
    .map((part) => encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const validate = ajv.getSchema(`api#/${pointer}`)!;
  expect(validate(body), `${method} ${path} ${status}: ${JSON.stringify(validate.errors)}`).toBe(true);
}
