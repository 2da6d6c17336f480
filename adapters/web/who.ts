/** Who sends a request: a person, by a signed cookie, or a program, by a key. */
import { randomBytes } from "node:crypto";
import type {} from "@fastify/cookie"; // what it adds to requests
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ApiKey, Scope } from "../../src/store/api-keys.ts";
import type { UserKey } from "../../src/store/store.ts";
import { notFound, Problem } from "./problem.ts";
import type { Zones } from "./zones.ts";

export const PLATFORM = "web";
const COOKIE = "matinee";
const YEAR_S = 365 * 24 * 3600;

export type Caller =
  | { readonly kind: "anonymous"; readonly person?: string }
  | { readonly kind: "program"; readonly key: ApiKey };

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller;
  }
}

/** The key behind a secret that was sent; undefined where it is none, or was taken away. */
export type FindKey = (secret: string) => Promise<ApiKey | undefined>;

/** In which a page tells where it is what time with whoever is before it. */
const TIME_ZONE = "time-zone";

export function recogniseCallers(
  app: FastifyInstance,
  findKey: FindKey,
  { zones, now }: { readonly zones: Zones; readonly now: () => number },
): void {
  app.decorateRequest("caller");
  app.addHook("onRequest", async (request) => {
    const { authorization } = request.headers;
    request.caller =
      authorization === undefined ? byCookie(request) : await byKey(authorization, findKey, now());
    const { [TIME_ZONE]: zone } = request.headers;
    const { caller } = request;
    if (typeof zone === "string" && caller.kind === "anonymous" && caller.person !== undefined)
      zones.tell(caller.person, zone);
  });
}

function byCookie(request: FastifyRequest): Caller {
  const signed = request.cookies[COOKIE];
  const { valid, value } =
    signed === undefined ? { valid: false, value: null } : request.unsignCookie(signed);
  return { kind: "anonymous", ...(valid && value !== null && { person: value }) };
}

async function byKey(authorization: string, findKey: FindKey, nowMs: number): Promise<Caller> {
  const secret = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
  const key = secret === undefined ? undefined : await findKey(secret);
  if (!key)
    throw new Problem(
      401,
      "This key is not known: send Authorization: Bearer and a key of npx matinee keys.",
    );
  mustBeOfUse(key, nowMs);
  return { kind: "program", key };
}

/** @throws Problem where the key has ended */
export function mustBeOfUse({ expiresMs }: ApiKey, nowMs: number): void {
  if (expiresMs !== undefined && nowMs >= expiresMs)
    throw new Problem(
      401,
      `This key was of use until ${new Date(expiresMs).toISOString().slice(0, 10)}: make another with npx matinee keys.`,
    );
}

/** @throws Problem where the key does not allow it */
export function mustHaveScope({ scopes }: ApiKey, scope: Scope): void {
  if (!scopes.includes(scope))
    throw new Problem(403, `This key lacks the scope ${scope}: make another with npx matinee keys.`);
}

/** @throws Problem where the caller is a program whose key does not allow it, or a person who may not */
export function mustBeAllowed({ caller }: FastifyRequest, scope: Scope): void {
  if (caller.kind === "anonymous" && scope === "operate")
    throw new Problem(
      401,
      "This is for whoever runs Matinee: send a key with the scope operate, of npx matinee keys.",
    );
  if (caller.kind === "program") mustHaveScope(caller.key, scope);
}

/**
 * The person that a path names, as the store has them. Nobody learns of a person that is not theirs so much as that there
 * is one.
 *
 * @throws Problem where it is nobody whom the caller may speak for
 */
export function userNamed({ caller }: FastifyRequest, person: string): UserKey {
  if (caller.kind === "program") {
    if (person === "me")
      throw notFound('"me" is whom a cookie names: a program names its people by their ids.');
    return userOf(caller, person);
  }
  if (caller.person === undefined)
    throw new Problem(401, "You are nobody yet: POST /people makes a person and sets a cookie.");
  if (person !== "me" && person !== caller.person)
    throw notFound("There is no such person, or it is not you.");
  return userOf(caller, caller.person);
}

/** People of programs are kept apart from each other's, and from those who come with a cookie. */
export const userOf = (caller: Caller, person: string): UserKey => ({
  platform: PLATFORM,
  id: caller.kind === "program" ? `${caller.key.id}.${person}` : person,
});

/** As the API calls them. */
export const personOf = ({ id }: UserKey): string => id.slice(id.indexOf(".") + 1);

export const newPersonId = (): string => randomBytes(16).toString("base64url");

/** @param path below which it is sent */
export const cookieOptions = (request: FastifyRequest, path = "/") =>
  ({ path, httpOnly: true, sameSite: "strict", secure: request.protocol === "https" }) as const;

/** From now on the browser is this person. */
export function remember(request: FastifyRequest, reply: FastifyReply, person: string): void {
  reply.setCookie(COOKIE, person, { ...cookieOptions(request), signed: true, maxAge: YEAR_S });
}

export function unremember(request: FastifyRequest, reply: FastifyReply): void {
  if (request.caller.kind === "anonymous") reply.clearCookie(COOKIE, cookieOptions(request));
}
