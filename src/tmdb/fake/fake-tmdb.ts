/** TMDB on this machine, version 3: as strict as the real one, and with the ways it fails. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface FakeFilm {
  readonly id: number;
  readonly imdb_id?: string;
  readonly title: string;
  readonly original_title?: string;
  readonly release_date?: string;
  readonly overview?: string | null;
  readonly poster_path?: string | null;
  readonly adult?: boolean;
  /** By country, as TMDB has them. */
  readonly providers?: Readonly<Record<string, unknown>>;
}

export type Trouble =
  /** Between two of the others: none. */
  | { readonly kind: "none" }
  | { readonly kind: "status"; readonly status: number; readonly retryAfterS?: number }
  /** Sends headers and half an answer, and the rest never. */
  | { readonly kind: "stalls" }
  | { readonly kind: "cut" }
  | { readonly kind: "says"; readonly body: string };

export interface FakeTmdb {
  /** With version. */
  readonly url: string;
  /** Paths with what was asked of them, without keys, in order. */
  readonly asked: readonly string[];
  readonly films: FakeFilm[];
  /** For the next requests, one each; after them all is right. */
  next(...troubles: readonly Trouble[]): void;
  /** For all requests from now on; undefined: all is right. */
  always(trouble: Trouble | undefined): void;
  /** Holds every answer back until it is called. */
  hold(): () => void;
}

export const KEY = "0123456789abcdef0123456789abcdef";
export const TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJl";

const BASE = "/3";

export async function startTmdb(films: readonly FakeFilm[] = []): Promise<FakeTmdb> {
  const asked: string[] = [];
  const troubles: Trouble[] = [];
  let lasting: Trouble | undefined;
  let held: Promise<void> | undefined;
  const known = [...films];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    const isAllowed = hasKey(request, url);
    url.searchParams.delete("api_key");
    asked.push(`${url.pathname.slice(BASE.length)}${url.search}`);
    await held;
    const trouble = troubles.shift() ?? lasting;
    if (trouble && trouble.kind !== "none") return inTrouble(trouble, response);
    if (!isAllowed)
      return says(response, 401, { status_code: 7, status_message: "Invalid API key", success: false });
    const found = answer(url, known);
    if (found === undefined) return says(response, 404, { status_code: 34, success: false });
    says(response, 200, found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`,
    asked,
    films: known,
    next: (...more) => void troubles.push(...more),
    always(trouble) {
      lasting = trouble;
    },
    hold() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

const says = (response: ServerResponse, status: number, body: unknown): void =>
  void response
    .writeHead(status, { "content-type": "application/json;charset=utf-8" })
    .end(JSON.stringify(body));

/** One of the two ways, and not both. */
function hasKey({ headers, method }: IncomingMessage, url: URL): boolean {
  if (method !== "GET" || headers.accept !== "application/json") return false;
  const key = url.searchParams.get("api_key");
  const bearer = headers.authorization;
  return (key === KEY && bearer === undefined) || (key === null && bearer === `Bearer ${TOKEN}`);
}

/** Undefined where there is no such thing. */
function answer(url: URL, films: readonly FakeFilm[]): unknown {
  const path = url.pathname.slice(BASE.length);
  const asks = (name: string) => url.searchParams.get(name);
  const hit = ({ providers: _, imdb_id: __, ...film }: FakeFilm) => film;
  if (path === "/configuration")
    return {
      images: { secure_base_url: "https://images.example/t/p/", poster_sizes: ["w92", "w500", "original"] },
    };
  const imdbId = /^\/find\/(tt\d{7,9})$/.exec(path)?.[1];
  if (imdbId !== undefined)
    return asks("external_source") === "imdb_id"
      ? { movie_results: films.filter(({ imdb_id }) => imdb_id === imdbId).map(hit), tv_results: [] }
      : undefined;
  if (path === "/search/movie") {
    const query = asks("query")?.toLowerCase();
    const year = asks("year");
    const isHit = ({ title, release_date = "" }: FakeFilm) =>
      query !== undefined && title.toLowerCase().includes(query) && release_date.startsWith(year ?? "");
    return query ? { page: 1, results: films.filter(isHit).map(hit) } : undefined;
  }
  const id = Number(/^\/movie\/(\d+)$/.exec(path)?.[1]);
  const film = films.find((one) => one.id === id);
  if (!film) return undefined;
  const { providers, ...movie } = film;
  const isAppended = asks("append_to_response") === "watch/providers" && providers;
  return { ...movie, ...(isAppended && { "watch/providers": { results: providers } }) };
}

function inTrouble(trouble: Exclude<Trouble, { kind: "none" }>, response: ServerResponse): void {
  switch (trouble.kind) {
    case "status":
      response.writeHead(trouble.status, { "retry-after": String(trouble.retryAfterS ?? 0) }).end("{}");
      break;
    case "stalls":
      response.writeHead(200).write('{"id": ');
      break;
    case "cut":
      response.writeHead(200, { "content-length": 1000 }).write('{"id": ', () => response.destroy());
      break;
    case "says":
      response.writeHead(200).end(trouble.body);
  }
}
