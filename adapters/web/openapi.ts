import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

/** What the API is, as OpenAPI 3.1, made from the schemas that check requests and answers. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Matinee",
        version: "1",
        description: "One film at a time, and the next one is better. The same memory as in every chat.",
      },
      components: {
        securitySchemes: {
          cookie: { type: "apiKey", in: "cookie", name: "matinee" },
          key: { type: "http", scheme: "bearer", description: "A key of npx matinee keys" },
        },
      },
      security: [{ cookie: [] }, { key: [] }, {}],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
}
