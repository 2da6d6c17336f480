import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Offers } from "../../../src/conversation/offers.ts";
import { upcoming } from "../../../src/conversation/table.ts";
import type { Did } from "../../../src/host/adapter.ts";
import { upcomingOnServices } from "../../../src/host/on-services.ts";
import { TIME_ZONE } from "../../../src/host/time-zone.ts";
import type { Store, UserKey } from "../../../src/store/store.ts";
import { filmOf } from "../film-of.ts";
import { namedEvent, namedPerson, userIn } from "../persons.ts";
import { didSchema, type ToldDid, tableSchema, turnSchema } from "../schemas/conversation.ts";
import { filmsSchema } from "../schemas/people.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { suggestionOf } from "../suggestion-of.ts";

const tags = ["conversation"];
const MOST_AHEAD = 10;

/** What is said and done, and where it stands. */
export const conversationRoutes =
  ({ world, store, desk, limits, details, zones, now }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/people/:person/conversation",
      {
        schema: {
          tags,
          summary: "Where the conversation stands",
          description: "The same card after a reload. Nothing is recorded of looking.",
          params: namedPerson,
          response: { 200: tableSchema, ...problems(404) },
        },
      },
      async (request) => desk.table(await userIn(store, request, "read")),
    );

    app.put(
      "/people/:person/conversation/:event",
      {
        schema: {
          tags,
          summary: "Says something, presses a button, takes a gesture back",
          description:
            "As in any chat: every word of the README is understood. The same again has effect once, and gets the same answer.",
          params: namedEvent,
          body: didSchema,
          response: { 200: turnSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "answer");
        if (request.body.kind === "said") await limits.words(request, user.id);
        return desk.turn(user, request.params.event, await doneBy(store, user, request.body));
      },
    );

    app.put(
      "/people/:person/suggestions/:event",
      {
        schema: {
          tags,
          summary: "Makes a suggestion",
          description: "The one on the table stays unanswered, and will come again after a while.",
          params: namedEvent,
          response: { 200: turnSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "answer");
        return desk.turn(user, request.params.event, { kind: "commanded", command: { kind: "next" } });
      },
    );

    app.get(
      "/people/:person/upcoming",
      {
        schema: {
          tags,
          summary: "What would be suggested next, to have it ready",
          description: "Nothing is recorded as shown; the next answer may change it all.",
          params: namedPerson,
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(MOST_AHEAD).default(3) }),
          response: { 200: filmsSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "read");
        const { limit } = request.query;
        const timeZone = zones.of(user.id) ?? TIME_ZONE;
        const next = (offers: Offers | undefined, most: number) =>
          desk.see(user, (state, here) =>
            upcoming(here, state, { atMs: now(), timeZone, ...(offers && { offers }) }, most),
          );
        const services = await desk.see(user, ({ person }) => person.lasting.services);
        const films =
          details && services
            ? await upcomingOnServices({ details, world }, services, limit, next)
            : await next(undefined, limit);
        return { films: films.map((movie) => filmOf(world, movie)) };
      },
    );
  };

/** @throws Problem where it is about a suggestion that was not made to them */
async function doneBy(store: Store, user: UserKey, told: ToldDid): Promise<Did> {
  if (told.kind === "opened" || told.kind === "said") return told;
  const { kind, gesture, suggestion } = told;
  await suggestionOf(store, user, suggestion);
  return {
    kind: kind === "takenBack" ? "gestureTakenBack" : kind,
    gesture,
    on: { suggestion },
  };
}
