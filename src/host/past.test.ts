import { expect, test } from "vitest";
import { newDialogue } from "../conversation/dialogue.ts";
import type { FeedbackEntry, Past } from "../conversation/person.ts";
import { memoryStore } from "../store/memory.ts";
import type { Store } from "../store/store.ts";
import { withPast } from "./past.ts";

const ADA = { platform: "fake", id: "ada" };
const BOB = { platform: "fake", id: "bob" };
const liked: FeedbackEntry = {
  kind: "feedback",
  id: "e",
  movie: "tt1",
  verdict: "like",
  atMs: 1,
  source: "title",
};
const suggestion = { id: "s", movie: "tt1", atMs: 1 };

/** Where Ada has liked a movie that was suggested to her. */
async function storeOfAda(): Promise<Store> {
  const store = memoryStore();
  await store.commit({
    user: ADA,
    conversation: "fake:ada",
    event: "first",
    atMs: 1,
    revision: null,
    entries: [liked],
    suggestions: [suggestion],
    embedding: { modelVersion: "one", values: Float64Array.of(1) },
    dialogue: newDialogue,
    showings: [],
  });
  return store;
}

/** Asks for everything there is to ask for. */
const everything = (past: Past) => [
  past.logOn("tt1"),
  past.latest(2),
  past.suggestion("s"),
  past.log(),
  past.suggestions(),
];

test("all that is asked for is looked up, once, and the function runs again with it", async () => {
  const store = await storeOfAda();
  const lookedUp: string[] = [];
  const counting = new Proxy(store, {
    get(target, name: keyof Store) {
      lookedUp.push(name);
      return target[name];
    },
  });
  let runs = 0;
  const answers = await withPast(counting, ADA, (past) => {
    runs++;
    return [...everything(past), ...everything(past)];
  });
  const wanted = [[liked], [liked], suggestion, [liked], [suggestion]];
  expect(answers).toEqual([...wanted, ...wanted]);
  expect(lookedUp).toEqual(["logOn", "latestSaid", "suggestionTo", "log", "suggestions"]);
  expect(runs).toBe(1 + lookedUp.length);
});

test("a suggestion made to somebody else is none of one's own", async () => {
  const answers = await withPast(await storeOfAda(), BOB, everything);
  expect(answers).toEqual([[], [], undefined, [], []]);
});

test("what the function throws, and what a look-up does, is thrown", async () => {
  const store = await storeOfAda();
  const failing = withPast(store, ADA, () => {
    throw new Error("a bug");
  });
  await expect(failing).rejects.toThrow("a bug");
  store.log = async () => {
    throw new Error("disk full");
  };
  await expect(withPast(store, ADA, everything)).rejects.toThrow("disk full");
});
