/**
 * A Slack of our own on the loopback, for the real client: Web API, Socket Mode and signed HTTP. It is
 * strict: a payload that Slack would refuse gets Slack's error, and fails the test at `close`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Delivery } from "./delivery.ts";
import { createEvents, type Payload } from "./events.ts";
import { httpDelivery } from "./http-delivery.ts";
import { createPerson, type Person } from "./people.ts";
import { answerUrls } from "./response-url.ts";
import { SlackError } from "./slack-error.ts";
import { createSocketMode } from "./socket-mode.ts";
import { NEEDED_SCOPE, type Params, webApi } from "./web-api.ts";
import { BOT, type Channel, createWorkspace } from "./workspace.ts";

/** How a method may fail: Slack's error, a rate limit, or the answer lost on its way after the work was done. */
export type Failure = { readonly error: string } | { readonly retryAfterS: number } | "answer lost";

export interface FakeSlack {
  /** With the slash at the end. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  user(name: string): Person;
  /** The bot is in it, unless said otherwise. */
  channel(name: string, options?: { readonly bot: boolean }): Channel;
  /** Scopes that the bot token has. */
  readonly scopes: Set<string>;
  /** Methods called so far, in order. */
  readonly calls: readonly { readonly method: string; readonly params: Params }[];
  /** The next calls of this method fail; once, unless said otherwise. */
  fail(method: string, failure: Failure, times?: number): void;
  /** How many calls of this method are still to fail. */
  failing(method: string): number;
  cutSocket(): void;
  refreshSocket(): void;
  stallSockets(): void;
  /** Open Socket Mode connections. */
  readonly connections: number;
  /** Delivers by HTTP from now on. */
  deliverTo(url: string, signingSecret?: string): void;
  /** Sends the latest event once more. */
  redeliver(): void;
  /** Milliseconds from the sending of each event to its acknowledgement. */
  readonly acknowledgedAfterMs: readonly number[];
  /** Resolves when every event so far was acknowledged. @throws when one never was */
  delivered(): Promise<void>;
  /** @throws when the app sent something that Slack would have refused */
  close(): Promise<void>;
}

const SIGNING_SECRET = "a signing secret";

/** Errors that no circumstance excuses: the payload itself was wrong. */
const ALWAYS_A_BUG = new Set([
  "invalid_blocks",
  "msg_blocks_too_long",
  "invalid_arguments",
  "invalid_text",
  "msg_too_long",
  "no_text",
  "unknown_method",
]);

export async function openFakeSlack(): Promise<FakeSlack> {
  const workspace = createWorkspace();
  const socketMode = createSocketMode(workspace);
  const scopes = new Set([...Object.values(NEEDED_SCOPE), ...ALSO_GRANTED]);
  const calls: { method: string; params: Params }[] = [];
  const failures = new Map<string, Failure[]>();
  const bugs: string[] = [];
  const deliveries = new Set<Promise<void>>();
  const acknowledgedAfterMs: number[] = [];
  let delivery: Delivery = socketMode;
  let origin = "";

  const events = createEvents(workspace, (payload: Payload) => {
    const sentMs = performance.now();
    const done = delivery
      .event(payload)
      .then(() => void acknowledgedAfterMs.push(performance.now() - sentMs));
    done.catch(() => {});
    deliveries.add(done);
  });
  const responses = answerUrls(workspace, () => origin);
  const methods = webApi(workspace, events, () => origin);
  const tokens = { bot: "xoxb-fake", app: "xapp-fake" };

  function call(method: string, token: string, params: Params): Record<string, unknown> {
    calls.push({ method, params });
    if (method === "apps.connections.open") {
      if (token !== tokens.app) throw new SlackError("invalid_auth");
      return { url: `${origin.replace("http", "ws")}/socket` };
    }
    if (token !== tokens.bot) throw new SlackError(token === "" ? "not_authed" : "invalid_auth");
    const needed = NEEDED_SCOPE[method];
    if (needed !== undefined && !scopes.has(needed)) {
      throw new SlackError("missing_scope", needed, { needed, provided: [...scopes].join(",") });
    }
    const work = methods[method];
    if (!work) throw new SlackError("unknown_method", method);
    return work(params);
  }

  function answer(response: ServerResponse, work: () => Record<string, unknown>, refusal = 200): void {
    let body: Record<string, unknown>;
    let status = 200;
    try {
      body = { ok: true, ...work() };
    } catch (error) {
      status = refusal;
      if (!(error instanceof SlackError)) throw error;
      if (ALWAYS_A_BUG.has(error.error)) bugs.push(error.message);
      body = { ok: false, error: error.error, ...error.more };
    }
    response.writeHead(status, {
      "content-type": "application/json",
      "x-oauth-scopes": [...scopes].join(","),
    });
    response.end(JSON.stringify(body));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, area = "", name = ""] = (request.url ?? "").split("/");
    const body = await bytesOf(request);
    if (area === "upload") {
      const content = await uploadedText(request, body);
      return answer(response, () => methods.upload!({ id: name, content }));
    }
    if (area === "response") {
      return answer(response, () => responses.take(name, JSON.parse(String(body))), 404);
    }
    const failure = failures.get(name)?.shift();
    const token = (request.headers.authorization ?? "").replace("Bearer ", "");
    const work = () => call(name, token, Object.fromEntries(new URLSearchParams(String(body))));
    if (failure === undefined) return answer(response, work);
    if (failure === "answer lost") {
      work();
      request.socket.destroy();
    } else if ("error" in failure) {
      answer(response, () => {
        throw new SlackError(failure.error);
      });
    } else {
      response.writeHead(429, { "retry-after": String(failure.retryAfterS) }).end();
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  server.on("upgrade", (request, socket, head) => socketMode.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const people = new Map<string, Person>();
  const surroundings = { workspace, events, delivery: () => delivery, responseUrl: responses.open };

  return {
    apiUrl: `${origin}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret: SIGNING_SECRET,
    scopes,
    calls,
    acknowledgedAfterMs,
    user(name) {
      const person = people.get(name) ?? createPerson(name, surroundings);
      people.set(name, person);
      return person;
    },
    channel(name, { bot } = { bot: true }) {
      const channel = workspace.channel(name);
      if (bot) channel.members.add(BOT.user);
      return channel;
    },
    fail(method, failure, times = 1) {
      failures.set(method, [...(failures.get(method) ?? []), ...new Array<Failure>(times).fill(failure)]);
    },
    failing: (method) => failures.get(method)?.length ?? 0,
    cutSocket: socketMode.cut,
    refreshSocket: socketMode.refresh,
    stallSockets: socketMode.stall,
    get connections() {
      return socketMode.connections;
    },
    deliverTo(url, signingSecret = SIGNING_SECRET) {
      delivery = httpDelivery(url, signingSecret);
    },
    redeliver: events.redeliver,
    async delivered() {
      await Promise.all(deliveries);
    },
    async close() {
      socketMode.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (bugs.length > 0) throw new Error(`Slack would have refused: ${bugs.join("; ")}`);
    },
  };
}

/** Scopes of an app made from the manifest that no method of the fake asks for. */
const ALSO_GRANTED = ["app_mentions:read", "commands", "im:history", "reactions:read"];

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The client uploads a file as the only part of a form. */
async function uploadedText(request: IncomingMessage, body: Buffer): Promise<string> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const [part] = (await new Response(new Uint8Array(body), { headers }).formData()).values();
  return part instanceof Blob ? part.text() : "";
}
