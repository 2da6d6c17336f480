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
/** So often one shard of those may identify whose numbers leave the same, divided by the concurrency. */
const IDENTIFY_EVERY_MS = 4_900;

interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, of: number];
  readonly intents: number;
  /** Every dispatch of the session, so that a resume can replay what was missed. */
  readonly sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
}

/** docs.discord.com/developers/events/gateway#sharding */
const shardOf = (guild: string, of: number): number => Number((BigInt(guild) >> 22n) % BigInt(of));

/** A server's id, in what is told of it; what is said in direct messages has none, and goes to the first shard. */
function guildOf(data: unknown): string | undefined {
  const { guild_id, joined_at, id } = data as { guild_id?: string; joined_at?: string; id?: string };
  return guild_id ?? (joined_at !== undefined ? id : undefined);
}

export interface FakeGateway {
  /** To every session that has the intent and whose shard it is. Kept for a session whose socket is cut. */
  dispatch(type: string, data: unknown, intent: number): void;
  /** Delivers the last dispatch once more, as a resume may. */
  repeatLast(): void;
  /** Cuts the wire under every session, or those of a shard, without a close frame. */
  cutSockets(shard?: number): void;
  /** Ends every session with a code: from 4004 on most of them mean for good. */
  endSessions(code: number): void;
  /** Forgets every session: a resume is refused, the client has to identify again. */
  forgetSessions(): void;
  readonly counts: { connected: number; identified: number; resumed: number };
  /** How many identified before it was their turn. */
  readonly tooSoon: number;
  /** Shards that have a session with an open socket, in order; once for each. */
  readonly shards: readonly number[];
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
  let tooSoon = 0;
  /** When the last identified, by what its number leaves. */
  const identifiedMs = new Map<number, number>();

  const dispatchTo = (session: Session, type: string, data: unknown): void => {
    const packet = { op: 0, s: session.sent.length + 1, t: type, d: data } as const;
    session.sent.push(packet);
    session.socket?.send(JSON.stringify(packet));
  };

  function identify(socket: WebSocket, { token, intents, shard = [0, 1] }: Identify): void {
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
    const [id, of] = shard;
    const joined = [...world.guilds.values()].filter(
      (guild) => guild.botIsMember && shardOf(guild.id, of) === id,
    );
    if (joined.length > world.mostGuilds) {
      socket.close(GatewayCloseCodes.ShardingRequired, "Sharding required.");
      return;
    }
    const bucket = id % world.maxConcurrency;
    const nowMs = performance.now();
    if (nowMs - (identifiedMs.get(bucket) ?? Number.NEGATIVE_INFINITY) < IDENTIFY_EVERY_MS) {
      tooSoon++;
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return;
    }
    if (world.maxConcurrency > 1 || of > 1) identifiedMs.set(bucket, nowMs);
    counts.identified++;
    world.logInsLeft--;
    const session: Session = { id: `session${sessions.size + 1}`, shard, intents, sent: [], socket };
    sessions.set(session.id, session);
    dispatchTo(session, "READY", {
      v: 10,
      user: userObject(world.bot),
      guilds: joined.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: url(),
      private_channels: [],
      application: { id: world.application, flags: 0 },
      shard,
    });
    if (intents & GatewayIntentBits.Guilds)
      for (const guild of joined) dispatchTo(session, "GUILD_CREATE", guildObject(world, guild.id));
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
    get tooSoon() {
      return tooSoon;
    },
    get shards() {
      const open = [...sessions.values()].flatMap(({ socket, shard }) => (socket ? shard[0] : []));
      return open.sort((a, b) => a - b);
    },
    dispatch(type, data, intent) {
      const guild = guildOf(data);
      for (const session of sessions.values()) {
        const [id, of] = session.shard;
        if (id !== (guild === undefined ? 0 : shardOf(guild, of))) continue;
        if (!intent || session.intents & intent) dispatchTo(session, type, data);
      }
    },
    repeatLast() {
      for (const { socket, sent } of sessions.values()) socket?.send(JSON.stringify(sent.at(-1)));
    },
    cutSockets(shard) {
      for (const session of sessions.values()) {
        if (shard !== undefined && session.shard[0] !== shard) continue;
        session.socket?.terminate();
        session.socket = undefined;
      }
      if (shard === undefined) for (const socket of sockets.clients) socket.terminate();
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
