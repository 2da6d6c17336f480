/** The two ways in which Slack reaches the bot: sockets that the bot opens, or requests to its address. */
import type { Logger, Receiver, ReceiverEvent } from "@slack/bolt";
import { createHttpReceiver, type Installing } from "./http-receiver.ts";
import type { Log } from "./log.ts";
import { createSocketReceiver } from "./socket-receiver.ts";

export interface SocketTransport {
  readonly mode: "socket";
  readonly appToken: string;
  /** How long a silent socket counts as alive. 5,000 unless given. */
  readonly silentMs?: number;
}

export interface HttpTransport {
  readonly mode: "http";
  readonly signingSecret: string;
  /** The address of this machine on which it listens; 127.0.0.1 is for programs on the same machine only. */
  readonly host: string;
  /** Slack's requests come to /slack/events on this port; 0 takes a free one. */
  readonly port: number;
}

export type Transport = SocketTransport | HttpTransport;

export interface ReceiverOptions {
  readonly slackApiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: Logger;
  readonly log: Log;
  /** Nearly all is acknowledged by then: Slack's patience ends at 3000. */
  readonly acknowledgeWithinMs: number;
  /** Events may have been missed. */
  readonly onGap: () => void;
  /** By HTTP alone. */
  readonly installing?: Installing | undefined;
  /** Slack will not let this app in again. */
  readonly onLost: (error: unknown) => void;
}

export interface OwnReceiver extends Receiver {
  /** Where requests arrive, once started; undefined for sockets. */
  readonly port?: number | undefined;
}

export function createReceiver(transport: Transport, options: ReceiverOptions): OwnReceiver {
  const receiver: OwnReceiver =
    transport.mode === "socket"
      ? createSocketReceiver({ ...options, ...transport, silentMs: transport.silentMs ?? 5_000 })
      : createHttpReceiver({ ...options, ...transport });
  return acknowledgingWhenSafe(receiver);
}

/**
 * Bolt acknowledges an event before anything is done about it; what a crash then interrupts is lost. This way Slack
 * sends it again until it is safe. Commands and buttons, which Slack never sends again, acknowledge themselves; and of
 * who looks at the App Home tab nothing is to be kept.
 */
function acknowledgingWhenSafe(receiver: OwnReceiver): OwnReceiver {
  return {
    get port() {
      return receiver.port;
    },
    init(app) {
      const processEvent = async (event: ReceiverEvent): Promise<void> => {
        const { type, event: what } = event.body as { type?: string; event?: { type?: string } };
        if (type !== "event_callback" || what?.type === "app_home_opened") return app.processEvent(event);
        await app.processEvent({ ...event, ack: async () => {} });
        await event.ack().catch(() => {}); // over a socket that is gone by then: it is sent again, and known
      };
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }));
    },
    start: () => receiver.start(),
    stop: () => receiver.stop(),
  };
}
