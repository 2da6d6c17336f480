import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/** The caller has the answer already, and gets none. */
export class NotModified extends Error {
  override name = "NotModified";
}

/**
 * Names what an answer follows from, such as the model's version. Weakly: the same content, not the same bytes.
 *
 * @throws NotModified where the caller has that answer already
 */
export function unlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  ...follows: readonly unknown[]
): void {
  const digest = createHash("sha256")
    .update(JSON.stringify([...follows, request.url]))
    .digest("base64url");
  const tag = `W/"${digest.slice(0, 22)}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  const known = request.headers["if-none-match"]?.split(",").map((one) => one.trim());
  if (known?.includes(tag) || known?.includes("*")) throw new NotModified("it is known already");
}
