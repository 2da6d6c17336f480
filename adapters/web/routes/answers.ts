import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { isOf } from "../../../src/conversation/ids.ts";
import type { World } from "../../../src/conversation/world.ts";
import type { Did } from "../../../src/host/adapter.ts";
import type { Command } from "../../../src/intent/reading/command.ts";
import type { Store, UserKey } from "../../../src/store/store.ts";
import { eventOf } from "../desk.ts";
import { namedEvent, userIn } from "../persons.ts";
import { notFound, Problem } from "../problem.ts";
import { turnSchema } from "../schemas/conversation.ts";
import { type Answer, answerSchema } from "../schemas/people.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { suggestionOf } from "../suggestion-of.ts";

const tags = ["answers"];

/** Answers, each with an id of its own. */
export const answerRoutes =
  ({ world, store, desk }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      "/people/:person/answers/:event",
      {
        schema: {
          tags,
          summary: "Answers a suggestion, or says something of any film",
          description:
            "The same again is the same answer. The last answer to a suggestion counts; the next suggestion comes with it where the one on the table was answered.",
          params: namedEvent,
          body: answerSchema,
          response: { 200: turnSchema, ...problems(404, 409) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "answer");
        const { event } = request.params;
        const { movie, did } = await answered(world, store, user, request.body);
        await mustBeTheSame(store, user, event, movie, request.body.verdict);
        return desk.turn(user, event, did);
      },
    );

    app.delete(
      "/people/:person/answers/:event",
      {
        schema: {
          tags,
          summary: "Takes an answer back, however long ago it was given",
          description: "The taste is then what it would be had it never been given.",
          params: namedEvent,
          response: { 200: turnSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "answer");
        const { event } = request.params;
        const answer = eventOf(user, event);
        if (!(await store.knows(user, answer))) throw notFound(`There is no answer ${event} of this person.`);
        return desk.turn(user, `${event}~`, { kind: "answerTakenBack", answer });
      },
    );
  };

async function answered(
  { catalog }: World,
  store: Store,
  user: UserKey,
  answer: Answer,
): Promise<{ readonly movie: string; readonly did: Did }> {
  if ("suggestion" in answer) {
    const { movie, id } = await suggestionOf(store, user, answer.suggestion);
    const on = { suggestion: id };
    const { verdict } = answer;
    if (verdict === "later") return { movie, did: { kind: "gestured", gesture: verdict, on } };
    return { movie, did: { kind: "answered", verdict, on } };
  }
  const { film, verdict } = answer;
  if (!catalog.byId(film))
    throw notFound(`There is no film ${film}: GET /films?title= finds films by title.`);
  const command: Command =
    verdict === "later" ? { kind: "saveNamed", titles: [film] } : { kind: "mark", verdict, title: film };
  return { movie: film, did: { kind: "commanded", command } };
}

/** @throws Problem where another answer has this id */
async function mustBeTheSame(
  store: Store,
  user: UserKey,
  event: string,
  movie: string,
  verdict: string,
): Promise<void> {
  const id = eventOf(user, event);
  if (!(await store.knows(user, id))) return;
  const written = (await store.log(user)).filter((entry) => isOf(entry.id, id));
  const given = written.find((entry) => entry.kind !== "retraction");
  const before = given?.kind === "feedback" ? given.verdict : "later";
  if (given && (given.movie !== movie || before !== verdict))
    throw new Problem(409, "Another answer has this id: each answer needs an id of its own.");
}
