/** The two ways in which Slack reaches the bot: a socket that the bot opens, or requests to its address. */
import {
  HTTPReceiver,
  type Logger,
  type Receiver,
  type ReceiverEvent,
  SocketModeReceiver,
} from "@slack/bolt";

export interface SocketTransport {
  readonly mode: "socket";
  readonly appToken: string;
  /** Pause before a lost socket is opened again, and how long a silent one counts as alive. 5,000 unless given. */
  readonly reconnectMs?: number;
}

export interface HttpTransport {
  readonly mode: "http";
  readonly signingSecret: string;
  /** Slack's requests come to /slack/events on this port; 0 takes a free one. */
  readonly port: number;
}

export type Transport = SocketTransport | HttpTransport;

export interface ReceiverOptions {
  readonly slackApiUrl: string;
  readonly logger: Logger;
  /** An event not dealt with by then is acknowledged all the same: Slack's patience ends at 3000. */
  readonly acknowledgeWithinMs: number;
}

export function createReceiver(
  transport: Transport,
  { slackApiUrl, logger, acknowledgeWithinMs }: ReceiverOptions,
): Receiver {
  return acknowledgingWhenDone(
    transport.mode === "socket"
      ? stoppable(
          new SocketModeReceiver({
            appToken: transport.appToken,
            logger,
            clientPingTimeout: transport.reconnectMs ?? 5_000,
            installerOptions: { clientOptions: { slackApiUrl } },
          }),
        )
      : new HTTPReceiver({ signingSecret: transport.signingSecret, port: transport.port, logger }),
    acknowledgeWithinMs,
  );
}

/**
 * Bolt's client, stopped while it opens a lost socket again, rejects with undefined a promise that nobody
 * holds, which ends the process; and a socket whose address was still being asked for then opens and stays.
 */
function stoppable(receiver: SocketModeReceiver): Receiver {
  const { client } = receiver;
  const open = client.start.bind(client);
  let stopped = false;
  client.start = async () => {
    try {
      return await open();
    } catch (error) {
      if (stopped) return { ok: false };
      throw error;
    }
  };
  client.on("connected", () => {
    if (stopped) void client.disconnect();
  });
  return {
    init: (app) => receiver.init(app),
    start: () => receiver.start(),
    stop() {
      stopped = true;
      return receiver.stop();
    },
  };
}

/**
 * Bolt acknowledges an event before anything is done about it; what a crash then interrupts is lost. This
 * way Slack sends it again. Commands and buttons, which Slack never sends again, acknowledge themselves.
 */
function acknowledgingWhenDone(receiver: Receiver, withinMs: number): Receiver {
  return {
    init(app) {
      const processEvent = async (event: ReceiverEvent): Promise<void> => {
        if (event.body.type !== "event_callback") return app.processEvent(event);
        const acknowledge = once(() => event.ack());
        const timer = setTimeout(acknowledge, withinMs);
        await app.processEvent({ ...event, ack: async () => {} });
        clearTimeout(timer);
        acknowledge();
      };
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }));
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

/** A socket that is gone by then takes no acknowledgement: Slack sends the event again, and it is known. */
function once(acknowledge: () => Promise<void>): () => void {
  let done = false;
  return () => {
    if (!done) acknowledge().catch(() => {});
    done = true;
  };
}
