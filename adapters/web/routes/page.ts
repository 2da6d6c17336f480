import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { send } from "../problem.ts";

/** What is served here beside the page; a path below them that is nothing is a problem, not the page. */
const NOT_THE_PAGE =
  /^\/(?:people|films|recommendations|health|metrics|shared|openapi\.json|docs|assets|operate\/[^?]+)(?:[/?]|$)/;
const OF_OPERATOR = /^\/operate\/?(?:\?|$)/;

/** The page for people, as it was built; every path of its own is answered with its shell. */
export const pageRoutes =
  (folder: string): FastifyPluginAsync =>
  async (app) => {
    const shell = join(folder, "index.html");
    if (existsSync(shell))
      await app.register(fastifyStatic, {
        root: folder,
        index: "index.html",
        wildcard: true,
        cacheControl: false,
        preCompressed: true,
        setHeaders(reply, path) {
          // Vite names what is in assets by its content
          const isNamedByContent = path.startsWith(join(folder, "assets"));
          reply.header(
            "cache-control",
            isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache",
          );
        },
      });

    app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
      const isPage =
        (request.method === "GET" || request.method === "HEAD") &&
        !NOT_THE_PAGE.test(request.url) &&
        request.headers.accept?.includes("text/html");
      if (isPage && existsSync(shell))
        return reply.sendFile(OF_OPERATOR.test(request.url) ? "operate.html" : "index.html");
      return send(request, reply, 404, { detail: "There is nothing here: /docs says what there is." });
    });
  };
