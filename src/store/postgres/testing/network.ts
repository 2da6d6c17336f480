import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A network between a client and a server that can fail. */
export interface FaultyNetwork {
  readonly port: number;
  /** The next that says this gets through, and its answer does not: the connection breaks off. */
  cutAfter(said: string): void;
  /** From now on nothing arrives on either side, and nobody is told. */
  swallow(): void;
  /** Connections break off, and new ones get through again. */
  mend(): void;
  close(): void;
}

/** What was asked is done by then. */
const ANSWERED_MS = 200;

export async function openNetwork(port: number): Promise<FaultyNetwork> {
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  let last: string | undefined;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  };
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    let isCut = false;
    near.on("data", (chunk: Buffer) => {
      if (last === undefined || !chunk.includes(last)) return;
      last = undefined;
      isCut = true;
      setTimeout(() => near.destroy(), ANSWERED_MS);
    });
    keep(near);
    keep(far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (chunk: Buffer) => {
        if (!isSwallowing && !(isCut && to === near)) to.write(chunk);
      });
      from.on("close", () => {
        if (!isSwallowing) to.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    cutAfter(said) {
      last = said;
    },
    swallow() {
      isSwallowing = true;
    },
    mend() {
      isSwallowing = false;
      cut();
    },
    close() {
      server.close();
      cut();
    },
  };
}
