import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { World } from "../../../src/conversation/world.ts";
import { memberIdOf } from "../../../src/store/evenings.ts";
import { comparedLines, eveningCard, limitsLines, turnLine } from "../../../src/together/cards.ts";
import {
  ballotOf,
  type Evening,
  eveningAfter,
  forWhom,
  type MemberId,
  memberOf,
} from "../../../src/together/evening.ts";
import { resultOf } from "../../../src/together/result.ts";
import { filmOf } from "../film-of.ts";
import { namedPerson, userIn } from "../persons.ts";
import { notFound } from "../problem.ts";
import { eveningSchema, type ShownEvening } from "../schemas/evenings.ts";
import { problems } from "../schemas/problem.ts";
import type { Served } from "../served.ts";
import { PLATFORM } from "../who.ts";

const named = namedPerson.extend({ evening: z.string().regex(/^[\w-]{6,16}$/) });

/** One film for several: what is done on an evening is said, as in any chat; how it stands is read here. */
export const eveningRoutes =
  ({ world, store }: Served): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/people/:person/evenings/:evening",
      {
        schema: {
          tags: ["conversation"],
          summary: "How an evening of several stands",
          description:
            "Whoever has its id may look and join. Things are done by words: together #id join as Ada, approve 2, veto 1, ready.",
          params: named,
          response: { 200: eveningSchema, ...problems(404) },
        },
      },
      async (request) => {
        const user = await userIn(store, request, "read");
        const kept = await store.evenings.load(request.params.evening);
        if (!kept?.conversation.startsWith(`${PLATFORM}:`))
          throw notFound("There is no such evening: say together to begin one.");
        return shownEvening(world, kept.id, eveningAfter(kept.happened), memberIdOf(user));
      },
    );
  };

function shownEvening(world: World, id: string, evening: Evening, member: MemberId): ShownEvening {
  const { phase, members, round, isMatch, endsMs, films } = evening;
  const { title, lines } = eveningCard(world, id, evening);
  const film = (movieId: string) => {
    const movie = world.catalog.byId(movieId);
    return movie && filmOf(world, movie);
  };
  const { pick } = phase === "closed" ? resultOf(evening) : {};
  return {
    id,
    phase,
    title: title?.text ?? "",
    lines: [...lines],
    limits: limitsLines(world, evening).join(" ") || null,
    turn: turnLine(evening)[0] ?? null,
    compared: comparedLines(world, evening),
    agreed: evening.agreed.has(member),
    members: members.map(({ name }) => name),
    ready: members.filter((one) => ballotOf(evening, one.id).isReady).length,
    round,
    isMatch,
    endsMs,
    films: films.flatMap((movie, at) => {
      const known = film(movie);
      return known ? [{ film: known, for: forWhom(evening, at).map(({ name }) => name) }] : [];
    }),
    pick: (pick !== undefined && film(pick)) || null,
    you: ownIn(evening, member),
  };
}

function ownIn(evening: Evening, id: MemberId): ShownEvening["you"] {
  const member = memberOf(evening, id);
  if (!member) return null;
  const { approved, vetoed = null, seen, isReady } = ballotOf(evening, id);
  return { name: member.name, approved: [...approved], vetoed, seen: [...seen], isReady };
}
