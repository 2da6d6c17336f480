/**
 * A Discord of our own on 127.0.0.1, for the real discord.js: REST v10 and gateway, as strict as the documents
 * about what it takes. A form that Discord would refuse gets Discord's refusal, and makes close() reject.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GatewayIntentBits } from "discord.js";
import { fakeGateway } from "./gateway.ts";
import { restHandler } from "./http.ts";
import { guildObject } from "./objects.ts";
import { type Person, person, reacted } from "./people.ts";
import { restRoutes } from "./rest.ts";
import { createTroubles, type Limit, type Trouble } from "./troubles.ts";
import {
  type FakeChannel,
  type FakeMessage,
  type FakeUser,
  type GuildSize,
  INVITED,
  newWorld,
} from "./world.ts";

const TOKEN = "MTIz.fake.token";

export interface FakeDiscord {
  /** For `rest: { api }` and DISCORD_API. */
  readonly api: string;
  readonly token: string;
  readonly botId: string;
  readonly applicationId: string;
  /** The person of this name; made up on first mention. `bot`: a program of somebody else's. */
  user(name: string, options?: { bot?: boolean }): Person;
  /** A new server's channel. `member: false`: the bot is not there, only a person uses it. `shard`: which of how many it falls to. */
  guildChannel(options?: {
    member?: boolean;
    without?: bigint;
    shard?: readonly [id: number, of: number];
  }): FakeChannel;
  /** So many servers of that size, which the bot has joined. */
  servers(count: number, size: GuildSize): void;
  groupDm(): FakeChannel;
  deletes(message: FakeMessage): void;
  /** Every message there, whoever may see it. */
  messages(channel: FakeChannel): FakeMessage[];
  /** Some requests fail or dawdle. */
  trouble(trouble: Trouble): void;
  /** More requests than that are answered with 429. */
  limit(limit: Limit): void;
  /** How many requests went over a limit. */
  readonly overLimit: number;
  /** From now on every request takes so long. */
  takes(latencyMs: number): void;
  /** Which messages were posted under which nonce: Discord knows that for some minutes. */
  forgetNonces(): void;
  /** Of all shards, or of one. */
  cutSockets(shard?: number): void;
  /** Recommends so many shards, and lets so many of them identify at once. */
  recommends(shards: number, maxConcurrency?: number): void;
  /** A session takes no more servers than these. */
  takesGuilds(most: number): void;
  /** The gateway closes with this code. */
  endSessions(code: number): void;
  forgetSessions(): void;
  /** Nothing listens where the gateway is said to be, until it is there again. */
  gatewayGoes(): void;
  gatewayReturns(): void;
  /** Makes another token, and knows the old one no more. */
  resetsToken(): string;
  /** So many more times the bot may log in today. */
  logInsLeft(count: number): void;
  /** The last dispatch reaches the bot once more. */
  repeatLastDispatch(): void;
  /** How many sockets were asked for, and what was done on them. */
  readonly gatewayCounts: {
    readonly connected: number;
    readonly identified: number;
    readonly resumed: number;
  };
  /** How many shards identified before it was their turn. */
  readonly identifiedTooSoon: number;
  /** The shards that are connected, each as often as it is. */
  readonly shards: readonly number[];
  /** How many sockets are open to the gateway. */
  readonly connections: number;
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
  /** @throws if the bot has sent anything that Discord would have refused as malformed */
  close(): Promise<void>;
}

export async function fakeDiscord(): Promise<FakeDiscord> {
  const world = newWorld(TOKEN);
  const troubles = createTroubles();
  const requests: string[] = [];
  const invalidForms: string[] = [];
  const people = new Map<string, Person>();
  const users = world.users;
  let gatewayIsThere = true;

  const routes = restRoutes(world, {
    gatewayUrl: () => `ws://127.0.0.1:${gatewayIsThere ? port() : 1}/gateway`,
    onMessage: () => {},
    onReaction: (message, user, emoji) => reacted(world, gateway, message, users.get(user)!, emoji, "ADD"),
  });
  const handle = restHandler({
    routes,
    token: () => world.token,
    troubles,
    onInvalidForm: ({ errors }, what) => invalidForms.push(`${what}: ${JSON.stringify(errors)}`),
  });
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    handle(request, response).catch((error: unknown) => {
      if (request.socket.destroyed) return; // the bot has hung up
      invalidForms.push(`the fake failed: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });
  const port = (): number => (server.address() as AddressInfo).port;
  const gateway = fakeGateway(server, () => `ws://127.0.0.1:${port()}/gateway`, world, troubles);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    api: `http://127.0.0.1:${port()}/api`,
    token: TOKEN,
    botId: world.bot.id,
    applicationId: world.application,
    gatewayCounts: gateway.counts,
    get connections() {
      return gateway.open;
    },
    get identifiedTooSoon() {
      return gateway.tooSoon;
    },
    get shards() {
      return gateway.shards;
    },
    recommends(shards, maxConcurrency = shards) {
      Object.assign(world, { shards, maxConcurrency });
    },
    takesGuilds(most) {
      world.mostGuilds = most;
    },
    requests,
    user(name, { bot = false } = {}) {
      const known = people.get(name);
      if (known) return known;
      const user: FakeUser = { id: world.newId(), name, bot, closedToBot: false };
      users.set(user.id, user);
      const someone = person(world, gateway, user);
      people.set(name, someone);
      return someone;
    },
    guildChannel({ member = true, without = 0n, shard } = {}) {
      const guild = { id: guildIdOn(world.newId(), shard), name: "Cinema", botIsMember: member };
      world.guilds.set(guild.id, guild);
      const channel: FakeChannel = {
        id: world.newId(),
        place: { kind: "guild", guild: guild.id, botIsMember: member },
        botMay: INVITED & ~without,
      };
      world.channels.set(channel.id, channel);
      if (member) gateway.dispatch("GUILD_CREATE", guildObject(world, guild.id), GatewayIntentBits.Guilds);
      return channel;
    },
    servers(count, size) {
      for (let nth = 0; nth < count; nth++) {
        const id = (BigInt(world.newId()) + (BigInt(nth) << 22n)).toString();
        world.guilds.set(id, { id, name: `Server ${nth}`, botIsMember: true, size });
      }
    },
    groupDm() {
      const channel: FakeChannel = { id: world.newId(), place: { kind: "group" }, botMay: 0n };
      world.channels.set(channel.id, channel);
      return channel;
    },
    deletes: ({ id }) => void world.messages.delete(id),
    messages: (channel) => [...world.messages.values()].filter((message) => message.channel === channel.id),
    trouble: troubles.add,
    limit: troubles.limit,
    get overLimit() {
      return troubles.overLimit;
    },
    takes(latencyMs) {
      troubles.latencyMs = latencyMs;
    },
    forgetNonces: () => world.nonces.clear(),
    cutSockets: gateway.cutSockets,
    endSessions: gateway.endSessions,
    forgetSessions: gateway.forgetSessions,
    gatewayGoes() {
      gatewayIsThere = false;
    },
    gatewayReturns() {
      gatewayIsThere = true;
    },
    resetsToken() {
      world.token = `${TOKEN}-${world.newId()}`;
      return world.token;
    },
    logInsLeft(count) {
      world.logInsLeft = count;
    },
    repeatLastDispatch: gateway.repeatLast,
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (invalidForms.length > 0) throw new Error(`Discord would have refused:\n${invalidForms.join("\n")}`);
    },
  };
}

/** The next that falls to a shard. */
function guildIdOn(id: string, [shard, of]: readonly [number, number] = [0, 1]): string {
  const timestamp = BigInt(id) >> 22n;
  const ahead = (BigInt(shard) - (timestamp % BigInt(of)) + BigInt(of)) % BigInt(of);
  return (BigInt(id) + (ahead << 22n)).toString();
}
