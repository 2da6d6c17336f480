import { setImmediate } from "node:timers/promises";
import type { World } from "../conversation/world.ts";
import { emptyRequest, type MovieRequest } from "../intent/request.ts";
import { memoryStore } from "../store/memory.ts";
import { createHost } from "./host.ts";
import { silentAdapter } from "./silent-adapter.ts";

/** One for each part of what is known of films. The words are read by nobody. */
const ASKED: readonly Partial<MovieRequest>[] = [
  { genresIn: ["Comedy"] },
  { peopleIn: ["Audrey Tautou"], languages: ["fr"] },
  { similarTo: ["A Film That Nobody Made (2021)", "the second film of a series that nobody made"] },
  { about: ["a submarine under the ice"] },
];

/** What is known of films is built when it is first asked: each of these asks for another part of it, of nothing in particular. */
const PIECES: readonly ((world: World) => unknown)[] = [
  ({ catalog }) => catalog.factsOf(""),
  ({ catalog }) => catalog.wordsOf(""),
  ({ catalog }) => catalog.series.named("nothing"),
  ({ catalog }) => catalog.facts.isEmpty,
  ({ catalog }) => catalog.find("nothing"),
  ({ catalog }) => catalog.mentions("nothing"),
  ({ catalog }) => catalog.facts.filmsBy("nobody"),
  ({ catalog }) => catalog.about("nothing", { limit: 1 }),
  ({ catalog }) => catalog.titlesWith("nothing at all"),
  ({ catalog }) => catalog.storiesIn("nothing"),
  ({ catalog }) => catalog.storiesNear("nothing"),
  ({ catalog }) => catalog.likeness(0),
  ({ recommender }) => recommender.rank(recommender.taste([]), {}),
];

/** Builds what is known of films piece by piece: between any two of them whatever came in has its turn. */
export async function buildInPieces(world: World): Promise<void> {
  for (const ask of PIECES) {
    await setImmediate();
    ask(world);
  }
}

/**
 * Plays some turns with nobody, so that what is built when it is first needed is there before somebody waits for it:
 * the first who asks in words would wait for a second or more, and nobody would be heard meanwhile. Between two turns
 * whatever came in has its turn.
 */
export async function rehearse(world: World): Promise<void> {
  const { adapter, hears } = silentAdapter("rehearsal");
  const asked = ASKED[Symbol.iterator]();
  const host = createHost({
    world,
    store: memoryStore(),
    adapter,
    reader: {
      async hear() {
        const request = { ...emptyRequest(), ...asked.next().value };
        return () => ({ acts: [{ kind: "ask", request }], speaksOfOthers: false, isCut: false });
      },
    },
    onError(error) {
      throw error;
    },
  });
  await host.start();
  await buildInPieces(world);
  for (let nth = 0; nth < ASKED.length; nth++) {
    await setImmediate();
    await hears({
      user: { platform: adapter.name, id: "nobody" },
      conversation: `${adapter.name}:nobody`,
      event: `${adapter.name}:${nth}`,
      atMs: nth,
      did: { kind: "said", text: "something in words" },
    });
  }
  await host.stop();
}
