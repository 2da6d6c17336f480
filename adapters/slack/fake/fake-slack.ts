/**
 * A Slack of our own on the loopback, for the real client: Web API, Socket Mode and signed HTTP. It is
 * strict: a payload that Slack would refuse gets Slack's error, and fails the test at `close`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Delivery } from "./delivery.ts";
import { createEvents, type Payload } from "./events.ts";
import { type Call, createFaults, type Failure, type Faults, isTaken } from "./faults.ts";
import { httpDelivery } from "./http-delivery.ts";
import type { Params } from "./messages.ts";
import { createPerson, type Person } from "./people.ts";
import { answerUrls } from "./response-url.ts";
import { SlackError } from "./slack-error.ts";
import { createSocketMode } from "./socket-mode.ts";
import { NEEDED_SCOPE, webApi } from "./web-api.ts";
import { BOT, type Channel, createWorkspace, type Workspace } from "./workspace.ts";

export interface FakeSlack {
  /** With the slash at the end. */
  readonly apiUrl: string;
  readonly team: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  user(name: string): Person;
  /** The bot is in it, unless said otherwise. */
  channel(name: string, options?: { readonly bot: boolean }): Channel;
  /** All that was uploaded, by id. */
  readonly files: Workspace["files"];
  /** Scopes that the bot token has. */
  readonly scopes: Set<string>;
  /** Says with every answer which scopes were granted, as a proxy may not. */
  tellsScopes: boolean;
  /** Methods whose work was done so far, in order; "response_url" among them. */
  readonly calls: readonly Call[];
  /** All that was asked for so far, in order of its arrival, also where it failed. */
  readonly asked: readonly Call[];
  /** Is told of every call when it arrives, and when its work is done but not answered. */
  watch: ((moment: "asked" | "done", call: Call) => void) | undefined;
  /** The next calls of this method fail; once, unless said otherwise. */
  fail(method: string, failure: Failure, times?: number): void;
  /** How many calls of this method are still to fail. */
  failing(method: string): number;
  readonly faults: Pick<Faults, "latencyMs" | "schedule" | "limit">;
  /** The tokens count no more. */
  revokeTokens(): void;
  /** The app is taken out of the workspace. */
  uninstall(): void;
  /** What happens while this is set, the app is never told. */
  deaf: boolean;
  cutSocket(): void;
  /** Slack asks the app to connect anew, "refresh_requested" unless it is for another reason. */
  refreshSocket(reason?: string): void;
  stallSockets(): void;
  /** Open Socket Mode connections. */
  readonly connections: number;
  /** Delivers by HTTP from now on. */
  deliverTo(url: string, signingSecret?: string): void;
  /** Sends the latest event once more. */
  redeliver(): void;
  /** Milliseconds from the sending of each event that a person caused to its acknowledgement. */
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
  "invalid_metadata_format",
  "msg_too_long",
  "no_text",
  "unknown_method",
]);

export interface FakeSlackOptions {
  readonly team?: string;
  readonly botToken?: string;
}

export async function openFakeSlack({
  team,
  botToken = "xoxb-fake",
}: FakeSlackOptions = {}): Promise<FakeSlack> {
  const workspace = createWorkspace(team);
  const socketMode = createSocketMode(workspace);
  const scopes = new Set([...Object.values(NEEDED_SCOPE), ...ALSO_GRANTED]);
  const calls: Call[] = [];
  const asked: Call[] = [];
  const faults = createFaults();
  const bugs: string[] = [];
  const deliveries = new Set<Promise<void>>();
  const acknowledgedAfterMs: number[] = [];
  let delivery: Delivery = socketMode;
  let origin = "";

  const events = createEvents(workspace, (payload: Payload) => {
    if (slack.deaf) return;
    const sentMs = performance.now();
    const done = delivery.event(payload).then(() => {
      const { user } = payload.event as { readonly user?: string };
      if (user !== undefined && user !== BOT.user) acknowledgedAfterMs.push(performance.now() - sentMs);
    });
    done.catch(() => {});
    deliveries.add(done);
  });
  const responses = answerUrls(workspace, () => origin);
  const methods = webApi({ workspace, events, scopes, origin: () => origin });
  const tokens = { bot: botToken, app: "xapp-fake" };
  let revoked = false;

  function call(method: string, token: string, params: Params): Record<string, unknown> {
    calls.push({ method, params });
    if (revoked) throw new SlackError("token_revoked");
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
      ...(slack.tellsScopes && { "x-oauth-scopes": [...scopes].join(",") }),
    });
    response.end(JSON.stringify(body));
  }

  /** What is asked for, and what would be done about it. */
  async function read(request: IncomingMessage): Promise<Call & Work> {
    const [, area = "", name = ""] = (request.url ?? "").split("/");
    const body = await bytesOf(request);
    if (area === "upload") {
      const content = await uploadedText(request, body);
      return { method: "upload", params: {}, work: () => methods.upload!({ id: name, content }) };
    }
    if (area === "response") {
      const sent = JSON.parse(String(body));
      const work = () => {
        calls.push({ method: "response_url", params: sent });
        return responses.take(name, sent);
      };
      return { method: "response_url", params: sent, work, refusal: 404 };
    }
    const params = Object.fromEntries(new URLSearchParams(String(body)));
    const token = (request.headers.authorization ?? "").replace("Bearer ", "");
    return { method: name, params, work: () => call(name, token, params) };
  }

  /** As Slack does: whoever may not read a file is shown where to sign in. */
  function serveFile(id: string, request: IncomingMessage, response: ServerResponse): void {
    const file = workspace.files.get(id);
    const may = request.headers.authorization === `Bearer ${tokens.bot}` && scopes.has("files:read");
    if (may && file) response.writeHead(200, { "content-type": "text/csv" }).end(file.bytes);
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<html>Sign in</html>");
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const shared = /^\/files\/(\w+)$/.exec(request.url ?? "")?.[1];
    if (shared) return serveFile(shared, request, response);
    const { method, params, work, refusal } = await read(request);
    asked.push({ method, params });
    slack.watch?.("asked", { method, params });
    const failure = await faults.next({ method, params });
    const done = () => {
      const result = work();
      slack.watch?.("done", { method, params });
      return result;
    };
    if (failure === undefined) return answer(response, done, refusal);
    if (isTaken(failure)) {
      try {
        done();
      } catch (error) {
        if (!(error instanceof SlackError)) throw error; // what it was is never told
      }
    }
    fail(request, response, failure);
  }

  function fail(request: IncomingMessage, response: ServerResponse, failure: Failure): void {
    if (failure === "cut" || failure === "answer lost") request.socket.destroy();
    else if (failure === "half an answer") {
      response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
      response.write('{"ok":true,');
      setTimeout(() => request.socket.destroy(), 5);
    } else if (failure === "silence") return;
    else if ("error" in failure)
      answer(response, () => {
        throw new SlackError(failure.error);
      });
    else if ("status" in failure)
      response.writeHead(failure.status, { "content-type": "text/html" }).end("<html>Sorry.</html>");
    else response.writeHead(429, { "retry-after": String(failure.retryAfterS) }).end();
  }

  const server = createServer((request, response) => void serve(request, response));
  server.on("upgrade", (request, socket, head) => socketMode.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const people = new Map<string, Person>();
  const surroundings = {
    workspace,
    events,
    delivery: () => delivery,
    responseUrl: responses.open,
    origin: () => origin,
  };

  const slack: FakeSlack = {
    apiUrl: `${origin}/api/`,
    team: workspace.team,
    botToken: tokens.bot,
    files: workspace.files,
    appToken: tokens.app,
    signingSecret: SIGNING_SECRET,
    scopes,
    tellsScopes: true,
    calls,
    asked,
    watch: undefined,
    deaf: false,
    faults,
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
    fail: (method, failure, times = 1) => faults.add(method, failure, times),
    failing: faults.failing,
    revokeTokens() {
      revoked = true;
    },
    uninstall() {
      revoked = true;
      events.uninstalled();
    },
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
  return slack;
}

interface Work {
  readonly work: () => Record<string, unknown>;
  /** The status of a refusal. */
  readonly refusal?: number;
}

/** Scopes of an app made from the manifest that no method of the fake asks for. */
const ALSO_GRANTED = ["app_mentions:read", "commands", "im:history"];

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
