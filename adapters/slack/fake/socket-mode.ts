/** Socket Mode, Slack's end: docs.slack.dev/apis/events-api/using-socket-mode. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { ACKNOWLEDGE_WITHIN_MS, type Delivery } from "./delivery.ts";
import type { Payload } from "./events.ts";
import { BOT, type Workspace } from "./workspace.ts";

export interface SocketMode extends Delivery {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly connections: number;
  /** The network fails: no closing handshake. */
  cut(): void;
  /** Slack asks the app to connect anew, as it does every few hours. */
  refresh(reason?: string): void;
  /** Sockets opened from now on are never greeted, and so never ready. */
  stall(): void;
  close(): void;
}

export function createSocketMode(workspace: Workspace): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  /** Envelope id -> what its acknowledgement sets off. */
  const waiting = new Map<string, () => void>();
  /** Events for which no connection was open. */
  let queued: (() => void)[] = [];
  let stalled = false;
  const greeted = new WeakSet<WebSocket>();

  server.on("connection", (socket) => {
    socket.setMaxListeners(0);
    socket.on("message", (data) => {
      const { envelope_id } = JSON.parse(String(data)) as { envelope_id: string };
      waiting.get(envelope_id)?.();
      waiting.delete(envelope_id);
    });
    if (stalled) return;
    greeted.add(socket);
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: BOT.app } }));
    for (const send of queued.splice(0)) send();
  });

  /** The latest that is open: one that is about to be closed hears nothing more. */
  const openSocket = (): WebSocket | undefined =>
    [...server.clients].findLast((socket) => socket.readyState === socket.OPEN && greeted.has(socket));

  /** Resolves when acknowledged; false when not in time, or when the connection went away meanwhile. */
  function send(socket: WebSocket, type: string, payload: Payload, attempt: number): Promise<boolean> {
    return new Promise((resolve) => {
      const id = workspace.nextId("Env");
      const giveUp = () => {
        waiting.delete(id);
        settle(false);
      };
      const timer = setTimeout(giveUp, ACKNOWLEDGE_WITHIN_MS);
      const settle = (acknowledged: boolean) => {
        clearTimeout(timer);
        socket.off("close", giveUp);
        resolve(acknowledged);
      };
      waiting.set(id, () => settle(true));
      socket.once("close", giveUp);
      socket.send(
        JSON.stringify({
          type,
          envelope_id: id,
          payload,
          accepts_response_payload: type !== "events_api",
          ...(type === "events_api" && {
            retry_attempt: attempt,
            retry_reason: attempt > 0 ? "timeout" : "",
          }),
        }),
      );
    });
  }

  return {
    get connections() {
      return server.clients.size;
    },

    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (connected) =>
        server.emit("connection", connected, request),
      );
    },

    async event(payload) {
      for (let attempt = 0; ; attempt++) {
        const socket = openSocket();
        if (!socket) await new Promise<void>((resolve) => queued.push(resolve));
        else if (await send(socket, "events_api", payload, attempt)) return;
      }
    },

    async interaction(type, payload) {
      const socket = openSocket();
      if (!socket) throw new Error("dispatch_failed");
      if (!(await send(socket, type, payload, 0))) throw new Error("operation_timeout");
    },

    cut() {
      for (const socket of server.clients) socket.terminate();
    },

    refresh(reason = "refresh_requested") {
      for (const socket of server.clients) socket.send(JSON.stringify({ type: "disconnect", reason }));
    },

    stall() {
      stalled = true;
    },

    close() {
      queued = [];
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
