import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { networkCodeOf, wasCut, wasNeverSent } from "./network-error.ts";

const failureOf = (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    () => undefined,
    (error: unknown) => error,
  );

async function listening(server = createServer()): Promise<string> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test("a server that is not there was never asked", async () => {
  const server = createServer();
  const address = await listening(server);
  await once(server.close(), "close");
  const error = await failureOf(fetch(address));
  expect([networkCodeOf(error), wasNeverSent(error), wasCut(error)]).toEqual(["ECONNREFUSED", true, false]);
});

test("one of several addresses tells for all of them", async () => {
  const socket = connect({
    port: 1,
    host: "localhost",
    lookup: (_host, _options, told) => {
      told(null, [
        { address: "127.0.0.1", family: 4 },
        { address: "127.0.0.2", family: 4 },
      ]);
    },
  });
  const [error] = await once(socket, "error").catch((thrown: unknown) => [thrown]);
  expect(error).toBeInstanceOf(AggregateError);
  expect(wasNeverSent(error)).toBe(true);
});

test("a server that cuts the socket was there", async () => {
  const address = await listening(createServer((request) => request.socket.destroy()));
  const error = await failureOf(fetch(address));
  expect([wasNeverSent(error), wasCut(error)]).toEqual([false, true]);
});

test("what has nothing to do with the network has no code of it", () => {
  const { error } = {
    error: new TypeError("no such thing", { cause: Object.assign(new Error(), { code: "ERR_INVALID_URL" }) }),
  };
  const circle = new Error("round");
  circle.cause = circle;
  for (const other of [error, circle, "ECONNREFUSED", undefined])
    expect(networkCodeOf(other)).toBeUndefined();
});
