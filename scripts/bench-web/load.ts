import { randomUUID } from "node:crypto";
import autocannon from "autocannon";
import { spread } from "../bench-chat/pace.ts";
import type { Server } from "./server.ts";

/** How many ask at the same time. */
const CONNECTIONS = 20;
const FILMS = 20;

export interface Loaded {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Answers that are none of the 200s. */
  readonly failed: number;
}

/** Who answers, and what lies on their table. */
interface Person {
  readonly person: string;
  suggestion: string;
}

interface Asked {
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body?: object;
}

/** @throws where it is answered by a problem */
async function ask({ address, authorization }: Server, { method, path, body }: Asked) {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { authorization, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer as { readonly table: { readonly suggestion: { readonly id: string } } };
}

/** Somebody for each connection, with four favourites and a suggestion on the table. */
export async function peopleOf(server: Server): Promise<readonly Person[]> {
  const favourites = ["tt0113277", "tt0078748", "tt0211915", "tt0133093"];
  const people = Array.from({ length: CONNECTIONS }, (_, nth) => `person-${nth}-${randomUUID().slice(0, 8)}`);
  const made: Person[] = [];
  for (const person of people) {
    await ask(server, { method: "POST", path: "/people", body: { id: person } });
    for (const film of favourites)
      await ask(server, { method: "PUT", path: `/people/${person}/favourites/${film}` });
    const path = `/people/${person}/suggestions/${randomUUID()}`;
    made.push({ person, suggestion: (await ask(server, { method: "PUT", path })).table.suggestion.id });
  }
  return made;
}

export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
}

/** At an even pace, whether or not what came before is answered; each is timed from when it was due. */
async function paced({ perSecond, seconds }: Load, does: (nth: number) => Promise<void>): Promise<Loaded> {
  const elapsedMs: number[] = [];
  let failed = 0;
  const pending: Promise<void>[] = [];
  const startedMs = performance.now();
  const all = Array.from({ length: perSecond * seconds }, (_, nth) => nth);
  await spread(all, seconds * 1_000, (nth) => {
    const dueMs = startedMs + (nth * 1_000) / perSecond;
    const done = does(nth).then(
      () => void elapsedMs.push(performance.now() - dueMs),
      () => void failed++,
    );
    pending.push(done);
  });
  await Promise.all(pending);
  elapsedMs.sort((a, b) => a - b);
  const at = (share: number) => Math.round(10 * elapsedMs[Math.ceil(share * elapsedMs.length) - 1]!) / 10;
  return { requests: all.length, perSecond, p50: at(0.5), p99: at(0.99), max: at(1), failed };
}

const answerOf = ({ person, suggestion }: Person, nth: number): Asked => ({
  method: "PUT",
  path: `/people/${person}/answers/${randomUUID()}`,
  body: { suggestion, verdict: nth % 3 === 0 ? "like" : "skip" },
});

/** People answer the suggestion on the table, and get the next one: recorded durably, and ranked anew. */
export async function answers(server: Server, load: Load): Promise<Loaded> {
  const people = await peopleOf(server);
  const turns = people.map(() => Promise.resolve());
  return paced(load, (nth) => {
    const at = nth % people.length;
    const turn = turns[at]!.then(async () => {
      const one = people[at]!;
      one.suggestion = (await ask(server, answerOf(one, nth))).table.suggestion.id;
    });
    turns[at] = turn.catch(() => {});
    return turn;
  });
}

/** The same as fast as answers come: each person answers as soon as there is something to be answered. */
export async function mostAnswers(server: Server, seconds: number): Promise<Loaded> {
  const people = await peopleOf(server);
  let [nth, taken] = [0, 0];
  const { requests, latency, non2xx, errors, duration } = await autocannon({
    url: server.address,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        setupRequest(request, context: { one?: Person }) {
          context.one ??= people[taken++ % people.length]!;
          const { body, ...asked } = answerOf(context.one, nth++);
          const headers = { authorization: server.authorization, "content-type": "application/json" };
          return { ...request, ...asked, headers, body: JSON.stringify(body) };
        },
        onResponse(status, body, context: { one?: Person }) {
          if (status === 200) context.one!.suggestion = JSON.parse(body).table.suggestion.id;
        },
      },
    ],
  });
  return {
    requests: requests.total,
    perSecond: Math.round(requests.total / duration),
    p50: latency.p50,
    p99: latency.p99,
    max: latency.max,
    failed: non2xx + errors,
  };
}

/** Programs send twenty answers and get ten films; nothing is kept. */
export async function recommendations(server: Server, load: Load): Promise<Loaded> {
  const response = await fetch(`${server.address}/films?begun=&limit=100`);
  const { items } = (await response.json()) as { items: { film: { id: string } }[] };
  return paced(load, async (nth) => {
    const from = nth % (items.length - FILMS);
    const said = items
      .slice(from, from + FILMS)
      .map(({ film }, place) => ({ film: film.id, verdict: place % 4 === 3 ? "dislike" : "like" }));
    await ask(server, { method: "POST", path: "/recommendations", body: { answers: said } });
  });
}
