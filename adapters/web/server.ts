/** The HTTP server: what is looked at before any request is served, and where everything is found. */
import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Registry } from "prom-client";
import type { Limiters } from "../../src/host/limiters.ts";
import { limitCallers } from "./limits.ts";
import { measure } from "./metrics.ts";
import { describeApi } from "./openapi.ts";
import { describeProblems, refuseUnreadable } from "./problem.ts";
import { answerRoutes } from "./routes/answers.ts";
import { broughtRoutes } from "./routes/brought.ts";
import { conversationRoutes } from "./routes/conversation.ts";
import { documentationRoutes } from "./routes/documentation.ts";
import { eveningRoutes } from "./routes/evenings.ts";
import { filmRoutes } from "./routes/films.ts";
import { healthRoutes } from "./routes/health.ts";
import { listRoutes } from "./routes/lists.ts";
import { operateRoutes } from "./routes/operate.ts";
import { pageRoutes } from "./routes/page.ts";
import { peopleRoutes } from "./routes/people.ts";
import { posterRoutes } from "./routes/posters.ts";
import { recommendationRoutes } from "./routes/recommendations.ts";
import { sharedRoutes } from "./routes/shared.ts";
import { watchLaterRoutes } from "./routes/watch-later.ts";
import type { Served } from "./served.ts";
import { recogniseCallers } from "./who.ts";

/** A list of a thousand answers fits. In bytes. */
const LONGEST_BODY = 128 * 1024;
/** A request that takes longer to arrive is given up. */
const ARRIVES_WITHIN_MS = 30_000;
const LONGEST_PARAMETER = 300;

/** Where TMDB keeps pictures. */
const PICTURES_ELSEWHERE = "https://image.tmdb.org";

/** Nothing inline, and nothing from elsewhere but posters where there are any. */
const contentSecurity = (imgSrc: readonly string[]) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", ...imgSrc],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
});

export interface ServerOptions extends Omit<Served, "limits"> {
  /** Count what callers ask for. Default: in this process */
  readonly limiters?: Limiters | undefined;
  readonly secret: string;
  readonly proxies: number;
  readonly log: FastifyBaseLogger;
  /** The folder of the page; what is not there is not served. */
  readonly page: string;
  /** Connections are not kept any more. */
  readonly isEnding: () => boolean;
  /** Told of every request that was not served, by its status. */
  readonly onRefused: (status: number) => void;
  /** Figures of the process. */
  readonly metrics: Registry;
}

export async function createServer({
  secret,
  proxies,
  limiters,
  log,
  page,
  isEnding,
  onRefused,
  metrics,
  ...served
}: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }), // the host tells of what was dealt with
    genReqId: () => randomUUID(),
    bodyLimit: LONGEST_BODY,
    requestTimeout: ARRIVES_WITHIN_MS,
    trustProxy: (_address, hop) => hop < proxies,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    forceCloseConnections: "idle",
    return503OnClosing: false, // what arrives on a connection that was open is dealt with, and the last of it
    frameworkErrors: refuseUnreadable,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser("text/plain"); // which a form of another site may send
  describeProblems(app);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onSend", async (_request, reply) => {
    if (isEnding()) reply.header("connection", "close");
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: contentSecurity(served.details ? [PICTURES_ELSEWHERE] : []),
    },
    strictTransportSecurity: false,
  });
  await app.register(cookie, { secret });
  recogniseCallers(app, (sent) => served.keys.find(sent), served);
  const limits = limitCallers(app);
  const all = { ...served, limits };
  await describeApi(app);
  measure(app, metrics, served.streams, onRefused);
  await app.register(filmRoutes(served.world));
  await app.register(posterRoutes(all));
  await app.register(peopleRoutes(all));
  await app.register(conversationRoutes(all));
  await app.register(broughtRoutes(all));
  await app.register(eveningRoutes(all));
  await app.register(answerRoutes(all));
  await app.register(listRoutes(all));
  await app.register(watchLaterRoutes(all));
  await app.register(sharedRoutes(all));
  await app.register(recommendationRoutes(all));
  await app.register(healthRoutes(all));
  await app.register(operateRoutes(all));
  await app.register(documentationRoutes);
  await app.register(pageRoutes(page));
  await app.ready();
  return app;
}
