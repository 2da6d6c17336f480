/** Whoever runs Matinee, in a browser: known by a cookie that names their key, which is looked at again each time. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiKey, ApiKeys } from "../../src/store/api-keys.ts";
import { Problem } from "./problem.ts";
import { cookieOptions, mustBeAllowed, mustBeOfUse, mustHaveScope } from "./who.ts";

const COOKIE = "matinee_operator";
/** It is sent nowhere else. */
const PATH = "/operate";
const MONTH_S = 30 * 24 * 3600;

export interface Operators {
  /** @throws Problem where the key is none, has ended, or is for something else */
  signIn(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<ApiKey>;
  signOut(request: FastifyRequest, reply: FastifyReply): void;
  /**
   * The key of a browser that signed in, or of a program.
   *
   * @throws Problem where it is nobody who runs Matinee, or not any more
   */
  mustBe(request: FastifyRequest): Promise<ApiKey>;
}

export function operatorsBy(keys: Pick<ApiKeys, "find" | "get">, now: () => number): Operators {
  const looked = (key: ApiKey | undefined): ApiKey => {
    if (!key)
      throw new Problem(
        401,
        "There is no such key, or it was removed: npx matinee keys list says which there are.",
      );
    mustBeOfUse(key, now());
    mustHaveScope(key, "operate");
    return key;
  };
  return {
    async signIn(request, reply, secret) {
      const key = looked(await keys.find(secret));
      reply.setCookie(COOKIE, key.id, { ...cookieOptions(request, PATH), signed: true, maxAge: MONTH_S });
      return key;
    },
    signOut: (request, reply) => void reply.clearCookie(COOKIE, cookieOptions(request, PATH)),
    async mustBe(request) {
      const { caller } = request;
      if (caller.kind === "program") return looked(await keys.get(caller.key.id));
      const signed = request.cookies[COOKIE];
      const { valid, value } =
        signed === undefined ? { valid: false, value: null } : request.unsignCookie(signed);
      if (!valid || value === null) mustBeAllowed(request, "operate");
      return looked(await keys.get(value!));
    },
  };
}
