import { NO_LASTING_WISHES } from "../../conversation/lasting-log.ts";
import { hashOf } from "../shared-pages.ts";
import type { Store, UserKey } from "../store.ts";
import { following } from "./opened-stores.ts";

export const FILLED: readonly UserKey[] = [
  { platform: "discord", id: "ada" },
  { platform: "web", id: "ada of the page" },
  { platform: "slack", id: "Бо 🎬" },
];

/** Fills a store with some of everything that can be kept of people, the first two of whom are one person. */
export async function fill(store: Store): Promise<void> {
  const [ada, page, bo] = FILLED as [UserKey, UserKey, UserKey];
  for (const [nth, user] of FILLED.entries()) {
    const by = `${user.platform}-${nth}`;
    const entry = { kind: "feedback", movie: `tt${nth}`, atMs: 2, source: "suggestion" } as const;
    const known = Uint8Array.of(0, 1, 255, nth);
    await store.commit(
      await following(store, user, {
        event: `${by}-first`,
        suggestions: [
          { id: `${by}-s`, movie: `tt${nth}`, atMs: 1 },
          { id: `${by}-t`, movie: "tt9", atMs: 1 },
        ],
        entries: [
          { ...entry, id: `${by}-a`, verdict: "like", suggestion: `${by}-s` },
          { ...entry, id: `${by}-b`, verdict: "like", rating: { stars: 3.5, points: "7/10" } },
          { kind: "listing", id: `${by}-c`, movie: "tt5", isOn: true, atMs: 3, source: "title" },
        ],
        refusals: [
          {
            kind: "refused",
            id: `${by}-r`,
            atMs: 4,
            what: { ...NO_LASTING_WISHES, genresOut: ["Horror"] },
          },
        ],
        embedding: { modelVersion: "one", values: Float64Array.of(0.1, -0, 1 / 3, nth) },
        snapshot: { version: "v", known },
        heard: { by: "nothing", unread: ["blue", "sky"] },
        reaction: { message: `${user.platform}:m${nth}`, gesture: "like", stands: true },
      }),
    );
    await store.shown("none", {
      message: `${user.platform}:m${nth}`,
      suggestion: `${by}-s`,
      conversation: `${user.platform}:talk`,
      shared: nth === 1,
    });
    await store.commit(
      await following(store, user, {
        event: `${by}-second`,
        atMs: 86_400_000,
        entries: [{ kind: "retraction", id: `${by}-d`, retracts: `${by}-a`, atMs: 9 }],
        preference: nth === 0 ? { private: true } : { private: true, place: "a server" },
        teaches: nth !== 2,
        showings: [
          {
            id: `${by}-show`,
            event: `${by}-second`,
            conversation: `${user.platform}:talk`,
            atMs: 9,
            private: false,
            what: { kind: "say", card: { lines: ["\u0000 and 🎬"] } },
          },
        ],
      }),
    );
  }
  await store.offerLink(ada, "BCDFGH", 10);
  await store.link(page, "BCDFGH", 11);
  await store.evenings.commit({
    evening: "one",
    conversation: "slack:room",
    user: bo,
    event: "join",
    atMs: 1,
    revision: 0,
    endsMs: 50,
    happened: [{ member: `${bo.platform}:${bo.id}`, atMs: 1, event: { kind: "joined", name: "Бо" } }],
  });
  await store.evenings.posted("one", "slack:room:7");
  await store.topLists.put([
    {
      user: bo,
      revision: await store.revision(bo),
      madeBy: "one and ten",
      atMs: 1,
      model: "one",
      films: ["tt2", "tt7"].map((movie) => ({ movie, reason: `of ${movie}` })),
    },
  ]);
  await store.sharedPages.add(page, { id: "CDFGHJ", what: "taste", atMs: 5 }, hashOf("f".repeat(32))!);
  await store.keepRun(1, `{"of":"nobody"}`);
}
