import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A web server on this machine that publishes files, until the running test ends. */
export interface TestPublisher {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  /** Publishes bytes, or answers by itself. */
  put(path: string, content: Uint8Array | string | ((response: ServerResponse) => void)): void;
  /** Publishes a zip with its MD5 beside it, as BSD's md5 writes it. */
  putZip(path: string, bytes: Uint8Array): void;
}

export async function startPublisher(): Promise<TestPublisher> {
  const files = new Map<string, Uint8Array | string | ((response: ServerResponse) => void)>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url!.slice(1);
    requests.push(path);
    const content = files.get(path);
    if (content === undefined) response.writeHead(404).end("not here");
    else if (typeof content === "function") content(response);
    else response.writeHead(200, { "content-length": Buffer.byteLength(content) }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const put: TestPublisher["put"] = (path, content) => {
    files.set(path, content);
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    put,
    putZip(path, bytes) {
      put(path, bytes);
      put(`${path}.md5`, `MD5 (${path}) = ${createHash("md5").update(bytes).digest("hex")}\n`);
    },
  };
}
