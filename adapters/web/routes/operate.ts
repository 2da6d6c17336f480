import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { UNDERSTOOD_BY } from "../../../src/operations/understanding/run.ts";
import type { ApiKey } from "../../../src/store/api-keys.ts";
import { eventStream } from "../event-stream.ts";
import { operatorsBy } from "../operator.ts";
import { Problem } from "../problem.ts";
import { checksSchema, operatorSchema, overviewSchema } from "../schemas/operate.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { tellLive } from "../tell-live.ts";

const tags = ["operation"];
const MOST_DAYS = 366;
const LONGEST_KEY = 200;
const daysQuery = z.object({ days: z.coerce.number().int().min(1).max(MOST_DAYS).default(7) });

/** What whoever runs it asks: is it up, is it good, what is wrong. Sums alone: nothing anybody wrote, and no names. */
export const operateRoutes =
  ({ operation, operators: streams, keys, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    const operators = operatorsBy(keys, now);
    const live = tellLive(operation, streams);
    app.addHook("onClose", async () => live.stop());

    app.post(
      "/operate/session",
      {
        schema: {
          tags,
          summary: "Signs a browser in by a key with the scope operate",
          description:
            "Sets a cookie that scripts cannot read, sent below /operate alone, and of use as long as the key is.",
          body: z.object({ key: z.string().trim().min(1).max(LONGEST_KEY) }),
          response: { 200: operatorSchema, ...problems() },
        },
      },
      async (request, reply) => operatorOf(await operators.signIn(request, reply, request.body.key)),
    );

    app.get(
      "/operate/session",
      { schema: { tags, summary: "Who is signed in", response: { 200: operatorSchema, ...problems() } } },
      async (request) => operatorOf(await operators.mustBe(request)),
    );

    app.delete(
      "/operate/session",
      {
        schema: {
          tags,
          summary: "Signs the browser out",
          response: { 200: z.object({ signedOut: z.literal(true) }), ...problems() },
        },
      },
      async (request, reply) => {
        operators.signOut(request, reply);
        return { signedOut: true as const };
      },
    );

    app.get(
      "/operate/figures",
      {
        schema: {
          tags,
          summary: "All figures of the last days",
          description:
            "By day, platform, place in a session and model; how texts were read, how long it took and what failed. Days are those of UTC. Nothing is broken down to fewer than five people.",
          querystring: daysQuery,
          response: { 200: overviewSchema, ...problems() },
        },
      },
      async (request) => {
        await operators.mustBe(request);
        return operation.look(request.query.days);
      },
    );

    app.get(
      "/operate/events",
      {
        schema: {
          tags,
          summary: "The same while it changes, as server-sent events",
          description:
            "An event `figures` with what /operate/figures gives, and `understanding` with what /operate/understanding gives: at once, and whenever they change.",
          produces: ["text/event-stream"],
          querystring: daysQuery,
          response: {
            200: {
              description: "A stream that stays open",
              content: { "text/event-stream": { schema: z.string() } },
            },
            ...problems(),
          },
        },
      },
      async (request: FastifyRequest<{ Querystring: z.infer<typeof daysQuery> }>, reply: FastifyReply) => {
        await operators.mustBe(request);
        live.add(request.query.days, eventStream(reply), () => operators.mustBe(request));
      },
    );

    app.get(
      "/operate/understanding",
      {
        schema: {
          tags,
          summary: "The tests of understanding, and how they went",
          response: { 200: checksSchema, ...problems() },
        },
      },
      async (request) => {
        await operators.mustBe(request);
        return operation.checks.state();
      },
    );

    app.post(
      "/operate/understanding",
      {
        schema: {
          tags,
          summary: "Runs the tests of understanding",
          body: z.object({ by: z.enum(UNDERSTOOD_BY) }),
          response: { 202: checksSchema, ...problems(409) },
        },
      },
      async (request, reply) => {
        await operators.mustBe(request);
        const { by } = request.body;
        if (!operation.checks.start(by)) throw await whyNot(by);
        live.lookAgain();
        return reply.code(202).send(await operation.checks.state());
      },
    );

    async function whyNot(by: string): Promise<Problem> {
      const { by: readers } = await operation.checks.state();
      return readers.some((reader) => reader === by)
        ? new Problem(409, "A run is under way: wait until it has ended.")
        : new Problem(
            409,
            "There is no language model: set OPENAI_API_KEY or OPENAI_BASE_URL, and start again.",
          );
    }
  };

const operatorOf = ({ name, expiresMs }: ApiKey) => ({ name, expiresMs: expiresMs ?? null });
