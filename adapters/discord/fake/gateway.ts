/** The gateway: hello, identify, heartbeat, resume with replay, and dispatches to those who asked for them by intent. */
import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord.js";
import { type WebSocket, WebSocketServer } from "ws";
import { guildObject, userObject } from "./objects.ts";
import type { Troubles } from "./troubles.ts";
import type { FakeWorld } from "./world.ts";

const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const HEARTBEAT_INTERVAL_MS = 41_250;

interface Session {
  readonly id: string;
  readonly intents: number;
  /** Every dispatch of the session, so that a resume can replay what was missed. */
  readonly sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface FakeGateway {
  /** To every session that has the intent. Kept for a session whose socket is cut. */
  dispatch(type: string, data: unknown, intent: number): void;
  /** Delivers the last dispatch once more, as a resume may. */
  repeatLast(): void;
  /** Cuts the wire under every session, without a close frame. */
  cutSockets(): void;
  /** Ends every session with a code: from 4004 on most of them mean for good. */
  endSessions(code: number): void;
  /** Forgets every session: a resume is refused, the client has to identify again. */
  forgetSessions(): void;
  readonly counts: { connected: number; identified: number; resumed: number };
  /** Sockets that are open. */
  readonly open: number;
  close(): void;
}

/** @param troubles befall "CONNECT /gateway" and "IDENTIFY" */
export function fakeGateway(
  server: Server,
  url: () => string,
  world: FakeWorld,
  troubles: Troubles,
): FakeGateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  /** Sockets that are never opened. */
  const hung = new Set<Duplex>();
  const counts = { connected: 0, identified: 0, resumed: 0 };

  const dispatchTo = (session: Session, type: string, data: unknown): void => {
    const packet = { op: 0, s: session.sent.length + 1, t: type, d: data } as const;
    session.sent.push(packet);
    session.socket?.send(JSON.stringify(packet));
  };

  function identify(socket: WebSocket, { token, intents }: { token: string; intents: number }): void {
    const trouble = troubles.befalling("IDENTIFY");
    if (trouble) {
      if (trouble.closes !== undefined) socket.close(trouble.closes);
      return;
    }
    if (token !== world.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
      return;
    }
    if (intents & PRIVILEGED) {
      socket.close(GatewayCloseCodes.DisallowedIntents, "Disallowed intent(s).");
      return;
    }
    counts.identified++;
    const session: Session = { id: `session${sessions.size + 1}`, intents, sent: [], socket };
    sessions.set(session.id, session);
    const joined = [...world.guilds.values()].filter(({ botIsMember }) => botIsMember);
    dispatchTo(session, "READY", {
      v: 10,
      user: userObject(world.bot),
      guilds: joined.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: url(),
      private_channels: [],
      application: { id: world.application, flags: 0 },
    });
    for (const { id } of joined) dispatchTo(session, "GUILD_CREATE", guildObject(world, id));
  }

  function resume(
    socket: WebSocket,
    { token, session_id, seq }: { token: string; session_id: string; seq: number },
  ): void {
    const session = sessions.get(session_id);
    if (token !== world.token || !session) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return;
    }
    counts.resumed++;
    session.socket = socket;
    for (const packet of session.sent.slice(seq)) socket.send(JSON.stringify(packet));
    dispatchTo(session, "RESUMED", {});
  }

  server.on("upgrade", (request, raw, head) => {
    counts.connected++;
    const trouble = troubles.befalling("CONNECT /gateway");
    if (trouble?.status !== undefined)
      raw.end(`HTTP/1.1 ${trouble.status} ${STATUS_CODES[trouble.status]}\r\ncontent-length: 0\r\n\r\n`);
    else if (trouble?.cuts) raw.destroy();
    else if (trouble?.hangs) hung.add(raw);
    else sockets.handleUpgrade(request, raw, head, (socket) => sockets.emit("connection", socket));
  });

  sockets.on("connection", (socket) => {
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(raw.toString());
      if (op === GatewayOpcodes.Heartbeat) socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
      else if (op === GatewayOpcodes.Identify) identify(socket, d);
      else if (op === GatewayOpcodes.Resume) resume(socket, d);
    });
    socket.on("close", () => {
      for (const session of sessions.values()) if (session.socket === socket) session.socket = undefined;
    });
    socket.send(
      JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } }),
    );
  });

  return {
    counts,
    get open() {
      return sockets.clients.size;
    },
    dispatch(type, data, intent) {
      for (const session of sessions.values())
        if (!intent || session.intents & intent) dispatchTo(session, type, data);
    },
    repeatLast() {
      for (const { socket, sent } of sessions.values()) socket?.send(JSON.stringify(sent.at(-1)));
    },
    cutSockets() {
      for (const session of sessions.values()) session.socket = undefined;
      for (const socket of sockets.clients) socket.terminate();
    },
    endSessions(code) {
      for (const socket of sockets.clients) socket.close(code);
    },
    forgetSessions: () => sessions.clear(),
    close() {
      for (const socket of sockets.clients) socket.terminate();
      for (const socket of hung) socket.destroy();
      sockets.close();
    },
  };
}
