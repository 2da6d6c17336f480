import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { StoreError } from "../../src/store/store-error.ts";
import { isProblemStatus, type ProblemBody, type ProblemStatus, titleOf } from "./schemas/problem.ts";
import { NotModified } from "./version.ts";

/** A request that cannot be served as it is. The message is for whoever sent it, and says what to do. */
export class Problem extends Error {
  override name = "Problem";
  readonly statusCode: ProblemStatus;
  readonly afterSeconds: number | undefined;

  constructor(statusCode: ProblemStatus, message: string, options: { readonly afterSeconds?: number } = {}) {
    super(message);
    this.statusCode = statusCode;
    this.afterSeconds = options.afterSeconds;
  }
}

export const notFound = (what: string): Problem => new Problem(404, what);

/** A database that is away mostly comes back by itself. */
const STORE_AFTER_SECONDS = 5;

const storeIsAway = (): Problem =>
  new Problem(503, "The database is out of reach just now. Try again in a few seconds.", {
    afterSeconds: STORE_AFTER_SECONDS,
  });

/** Every error as problem+json (RFC 9457). Of what is no fault of the request, nothing is told but that it happened. */
export function describeProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof NotModified) return reply.code(304).send();
    if (hasZodFastifySchemaValidationErrors(error)) {
      const { validation, validationContext } = error;
      const place = PLACES[String(validationContext)] ?? "body";
      const errors = validation.map(({ instancePath, message = "is not of its form" }) => ({
        path: [place, ...instancePath.split("/").filter(Boolean)].join("."),
        message,
      }));
      return send(request, reply, 422, { detail: "See errors for what to change.", errors });
    }
    const problem = error instanceof StoreError ? storeIsAway() : error;
    const status = problem.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, "a request failed");
    const detail = status >= 500 && !(problem instanceof Problem) ? undefined : problem.message;
    if (problem instanceof Problem && problem.afterSeconds !== undefined)
      reply.header("retry-after", problem.afterSeconds);
    return send(request, reply, isProblemStatus(status) ? status : status < 500 ? 400 : 500, {
      ...(detail !== undefined && { detail }),
    });
  });
}

/** A path that cannot be read, before any route is looked for. */
export function refuseUnreadable(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  reply.header("x-request-id", request.id);
  send(request, reply, 400, { detail: "The path cannot be read: encode what is in it as UTF-8." });
}

const PLACES: Readonly<Record<string, string>> = { params: "path", querystring: "query", headers: "headers" };

export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  status: ProblemStatus,
  more: Partial<Pick<ProblemBody, "detail" | "errors">>,
): FastifyReply {
  const title = titleOf(status);
  const type = `/docs#problem-${status}`;
  return reply
    .code(status)
    .type("application/problem+json")
    .serializer((body) => JSON.stringify(body))
    .send({ type, title, status, ...more, request: request.id } satisfies ProblemBody);
}
