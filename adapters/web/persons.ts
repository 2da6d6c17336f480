import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Scope } from "../../src/store/api-keys.ts";
import type { Store, UserKey } from "../../src/store/store.ts";
import { notFound } from "./problem.ts";
import { eventIdSchema } from "./schemas/conversation.ts";
import { personIdSchema } from "./schemas/people.ts";
import { mustBeAllowed, userNamed } from "./who.ts";

export const namedPerson = z.object({ person: personIdSchema });
export const namedEvent = namedPerson.extend({ event: eventIdSchema });

/** The person whom a request is about. @throws Problem where there is none, or none that the caller may ask about */
export async function userIn(
  store: Store,
  request: FastifyRequest<{ Params: { person: string } }>,
  scope: Scope,
): Promise<UserKey> {
  mustBeAllowed(request, scope);
  const { person } = request.params;
  const user = userNamed(request, person);
  if (request.caller.kind === "program" && (await store.revision(user)) === null)
    throw notFound(`There is no person ${person}: POST /people makes one.`);
  return user;
}
