/** What people type, as the platforms hand it on. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { standingFeedback } from "../conversation/person.ts";
import { tinyReader } from "../conversation/testing/tiny-parser.ts";
import { tinyWorld } from "../conversation/testing/tiny-world.ts";
import { memoryStore } from "../store/memory.ts";
import type { Store } from "../store/store.ts";
import { createHost } from "./host.ts";
import { type FakePlatform, fakePlatform } from "./testing/fake-platform.ts";

const world = tinyWorld();
let store: Store;
let platform: FakePlatform;

beforeEach(async () => {
  store = memoryStore();
  platform = fakePlatform();
  await createHost({ world, store, reader: tinyReader, adapter: platform.adapter, onError: fail }).start();
  await platform.does("ada", { kind: "commanded", command: { kind: "next" } });
});
afterEach(() => store.close());

const say = (text: string) => platform.does("ada", { kind: "said", text });
const lastLines = () => platform.shown.at(-1)!.card.lines;
const noted = async () =>
  standingFeedback((await store.load({ platform: "fake", id: "ada" }, "fake:ada")).log).map(
    ({ movie, verdict }) => `${verdict} ${world.catalog.byId(movie)!.title}`,
  );

test.each([
  [":+1:", ["like Alien"]],
  [":thumbsup::skin-tone-2:", ["like Alien"]],
  ["+1 :skin-tone-3:", ["like Alien"]],
  ["👎🏿", ["dislike Alien"]],
  [":-1:", ["dislike Alien"]],
  ["thanks :pray:", []],
  [":wave: hello", []],
  ["seen https://letterboxd.com/film/ronin/", ["seen Ronin"]],
])("%j is heard", async (text, verdicts) => {
  await say(text);
  expect(await noted()).toEqual(verdicts);
});

test("a short code is as good as the emoji in small talk", async () => {
  await say("thanks :pray:");
  expect(lastLines()[0]).toBe("You are welcome.");
});

test("a link is a title", async () => {
  await say("https://www.imdb.com/title/tt0000004/");
  expect(lastLines()[0]).toBe(
    "Ronin (1998): what about it? Say more like, favourite, seen, save or never, and the title.",
  );
  await say("something like https://letterboxd.com/film/ronin/");
  expect(platform.shown.at(-1)!.card.reading).toBe("near Ronin (1998)");
});

function fail(error: unknown): never {
  throw error;
}
