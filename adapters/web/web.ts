/** Matinee over HTTP: what is done comes in as on any platform, and what is said to it is the answer to the request. */
import type { AddressInfo } from "node:net";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { FilmDetailsSource } from "../../src/catalog/film-details.ts";
import type { Field } from "../../src/conversation/card.ts";
import type { World } from "../../src/conversation/world.ts";
import type { Adapter } from "../../src/host/adapter.ts";
import type { StatesAtHand } from "../../src/host/at-hand.ts";
import type { Limiters } from "../../src/host/limiters.ts";
import type { Operation } from "../../src/operations/operation.ts";
import type { ApiKeys } from "../../src/store/api-keys.ts";
import type { Signals } from "../../src/store/signals.ts";
import type { Store, UserKey } from "../../src/store/store.ts";
import { CAPABILITIES } from "./capabilities.ts";
import { createDesk, shownCard } from "./desk.ts";
import { createExchanges } from "./exchanges.ts";
import { createServer } from "./server.ts";
import { createStreams } from "./streams.ts";
import { streamsOfAll } from "./streams-of-all.ts";
import { PLATFORM } from "./who.ts";
import { createZones } from "./zones.ts";

const USAGE: readonly Field[] = [
  {
    name: "👍 👎 ⏭️ 🔖 ℹ️",
    value: "like, dislike, skip, keep for later or details of the suggestion on the table",
  },
];

/** What was sent before the end was heard of is still on its way. */
const ARRIVES_WITHIN_MS = 200;
/** Of the event loop, which may have been held up for so long: one accepts what has arrived, one reads it, and in one it begins. */
const TURNS_TO_READ = 3;
/** A connection that was in use at the end is kept alive by whoever asked, and closed when it has its answer. */
const LOOKS_FOR_IDLE_MS = 20;

export interface WebOptions {
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
  readonly secret: string;
  readonly proxies: number;
  readonly world: World;
  /** What a person is served by. */
  readonly worldOf: (user: UserKey) => World;
  readonly store: Store;
  readonly states: StatesAtHand;
  readonly log: Logger;
  /** The folder of the page. */
  readonly page: string;
  readonly openKeys: () => Promise<Pick<ApiKeys, "find" | "get" | "close">>;
  readonly openOperation: () => Promise<Operation>;
  /** Told of every request that was not served, by its status. */
  readonly onRefused: (status: number) => void;
  /** Figures of the process, to which those of the server are added. */
  readonly metrics: Registry;
  /** Where posters are looked up. Absent: all are drawn. */
  readonly details?: FilmDetailsSource | undefined;
  readonly onLost: (error: Error) => void;
  /** To other processes that serve the same people. Absent: there are none. */
  readonly signals?: Signals | undefined;
  /** Count for all of them. Default: for this process */
  readonly limiters?: Limiters | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface WebAdapter extends Adapter {
  /** Where it listens, once it does. */
  readonly address: string;
}

export function createWeb(options: WebOptions): WebAdapter {
  const { host, port, world, store, onLost } = options;
  const exchanges = createExchanges();
  const own = createStreams();
  const streams = options.signals ? streamsOfAll(own, options.signals) : own;
  const operators = createStreams();
  const zones = createZones();
  let app: FastifyInstance | undefined;
  let keys: Pick<ApiKeys, "find" | "get" | "close"> | undefined;
  let operation: Operation | undefined;
  let address = "";
  let isEnding = false;

  return {
    name: PLATFORM,
    capabilities: CAPABILITIES,
    isPage: true,
    usage: USAGE,
    get address() {
      return address;
    },

    /** @throws Error with one sentence where the port cannot be had */
    async start(onIncoming) {
      const desk = createDesk({ ...options, exchanges, streams, zones, onIncoming });
      keys = await options.openKeys();
      operation = await options.openOperation();
      app = await createServer({
        ...options,
        isEnding: () => isEnding,
        desk,
        streams,
        operators,
        keys,
        operation,
        zones,
      });
      try {
        await app.listen({ host, port });
      } catch (error) {
        throw new Error(whyNot(error as NodeJS.ErrnoException, host, port), { cause: error });
      }
      app.server.on("error", onLost);
      const { address: ip, port: taken, family } = app.server.address() as AddressInfo;
      address = `http://${family === "IPv6" ? `[${ip}]` : ip}:${taken}`;
      options.log.info(`The page is at ${address}`);
    },

    zoneOf: async ({ id }) => zones.of(id),

    async send(destination, card) {
      if (exchanges.take(destination, card)) return { kind: "shown" };
      const { user, inReplyTo } = destination;
      const told = own.tell(user.id, "card", {
        event: inReplyTo,
        card: await shownCard({ world, store }, card),
      });
      if (!told) throw new Error("nobody has the page open");
      return { kind: "shown" };
    },

    isOpenTo: ({ id }) => own.isOpen(id),

    eveningWentOn(evening, people) {
      for (const { id } of people) streams.tell(id, "evening", { evening });
    },

    async stop() {
      streams.close();
      operators.close();
      await operation?.checks.idle();
      if (app && !isEnding) {
        isEnding = true;
        await sleep(ARRIVES_WITHIN_MS);
        for (let turn = 0; turn < TURNS_TO_READ; turn++) await setImmediate();
      }
      const idle = setInterval(() => app?.server.closeIdleConnections(), LOOKS_FOR_IDLE_MS);
      await app?.close();
      clearInterval(idle);
      keys?.close();
      keys = undefined;
    },
  };
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Another program listens at ${host}:${port}: stop it, or set WEB_PORT to another port.`;
    case "EACCES":
      return `Port ${port} is not for everybody: set WEB_PORT to one from 1024 on.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} is no address of this machine: set WEB_HOST to one, such as 127.0.0.1.`;
    default:
      return `The page cannot be served at ${host}:${port}: ${message}.`;
  }
}
