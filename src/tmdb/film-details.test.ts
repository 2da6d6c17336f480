import { expect, test } from "vitest";
import { memoryCache } from "../remote/cache.ts";
import { FAILURES_TO_OPEN, OPEN_FOR_MS } from "../remote/circuit.ts";
import { createTmdbApi } from "./api.ts";
import { type FakeFilm, type FakeTmdb, KEY, startTmdb, TOKEN, type Trouble } from "./fake/fake-tmdb.ts";
import { createFilmDetails, FRESH_FOR_MS, KEPT_FOR_MS } from "./film-details.ts";

const OFFERS = {
  US: {
    link: "https://www.themoviedb.org/movie/949/watch?locale=US",
    flatrate: [
      { provider_id: 2, provider_name: "Second", display_priority: 9 },
      { provider_id: 1, provider_name: "First", display_priority: 1 },
    ],
    rent: [{ provider_id: 3, provider_name: "Rental", display_priority: 3 }],
    ads: [{ provider_id: 4, provider_name: "Commercials", display_priority: 3 }],
  },
};
const HEAT: FakeFilm = {
  id: 949,
  imdb_id: "tt0113277",
  title: "Heat",
  release_date: "1995-12-15",
  overview: "A thief and a detective drink coffee.",
  poster_path: "/heat.jpg",
  providers: OFFERS,
};
const NEWER: FakeFilm = { id: 7, title: "The Bride!", release_date: "2026-03-06", overview: "She wakes up." };
const heat = { title: "Heat", year: 1995, imdbId: "tt0113277" };

const SHOWN = {
  title: "Heat",
  year: 1995,
  overview: "A thief and a detective drink coffee.",
  poster: { url: "https://images.example/t/p/w500/heat.jpg", width: 500 },
  watch: {
    country: "US",
    stream: ["First", "Second"],
    free: ["Commercials"],
    rent: ["Rental"],
    buy: [],
    url: "https://www.themoviedb.org/movie/949/watch?locale=US",
  },
};

interface More {
  readonly key?: string;
  readonly country?: string;
  readonly cache?: ReturnType<typeof memoryCache>;
  readonly timeoutMs?: number;
}

/** Asked of a TMDB on this machine, with a clock that is set by hand. */
function asking(tmdb: FakeTmdb, { key = KEY, country = "US", cache, timeoutMs }: More = {}) {
  const clock = { ms: 1_000_000_000_000 };
  const troubles: string[] = [];
  const source = createFilmDetails({
    ask: createTmdbApi({ settings: { key, url: tmdb.url }, timeoutMs }),
    cache: cache ?? memoryCache(KEPT_FOR_MS),
    country,
    now: () => clock.ms,
    onTrouble: (why) => troubles.push(why),
  });
  return { ...source, clock, troubles };
}

test.each([
  ["a key", KEY],
  ["a token", TOKEN],
])(
  "a film is found by its IMDb id with %s, and everything of it comes in two requests and one about pictures",
  async (_, key) => {
    const tmdb = await startTmdb([HEAT]);
    const { detailsOf, troubles } = asking(tmdb, { key });
    expect(await detailsOf(heat)).toEqual(SHOWN);
    expect(tmdb.asked).toEqual([
      "/find/tt0113277?external_source=imdb_id",
      "/movie/949?language=en-US&append_to_response=watch%2Fproviders",
      "/configuration",
    ]);
    expect(troubles).toEqual([]);
  },
);

test("a film that is known by TMDB's number is asked for at once, unless the number is another film's or gone", async () => {
  const tmdb = await startTmdb([HEAT, NEWER]);
  const { detailsOf } = asking(tmdb);
  for (const [tmdbId, requests] of [
    [949, 1],
    [7, 3],
    [1, 3],
  ] as const) {
    const before = tmdb.asked.length;
    const found = await asking(tmdb).detailsOf({ ...heat, tmdbId });
    expect(found?.overview).toBe(SHOWN.overview);
    expect(tmdb.asked.slice(before).filter((path) => path !== "/configuration")).toHaveLength(requests);
  }
  expect(await detailsOf({ title: "Heat", tmdbId: 949 })).toEqual(SHOWN);
});

test("what was asked for a while ago is at hand, and asked for anew after a week", async () => {
  const tmdb = await startTmdb([HEAT]);
  const { detailsOf, posterOf, clock } = asking(tmdb);
  await detailsOf(heat);
  const asked = tmdb.asked.length;
  clock.ms += FRESH_FOR_MS - 1;
  expect(await posterOf(heat)).toEqual(SHOWN.poster);
  expect(tmdb.asked.slice(asked)).toEqual(["/configuration"]); // where pictures lie may change by the day
  clock.ms += 1;
  tmdb.films[0] = { ...HEAT, overview: "Another." };
  expect((await detailsOf(heat))?.overview).toBe("Another.");
});

test("where nobody answers, older words and posters stand for half a year, and nothing is said of where to watch", async () => {
  const tmdb = await startTmdb([HEAT]);
  const { detailsOf, clock } = asking(tmdb);
  await detailsOf(heat);
  tmdb.always({ kind: "status", status: 503 });
  clock.ms += KEPT_FOR_MS - 1;
  const { watch: _, ...rest } = SHOWN;
  expect(await detailsOf(heat)).toEqual(rest);
  clock.ms += 1 + OPEN_FOR_MS;
  expect(await detailsOf(heat)).toBeUndefined();
});

test("what TMDB has no film for is not asked again before long", async () => {
  const tmdb = await startTmdb();
  const { detailsOf } = asking(tmdb);
  expect(await detailsOf(heat)).toBeUndefined();
  expect(await detailsOf(heat)).toBeUndefined();
  expect(tmdb.asked).toHaveLength(1);
});

test("another country is asked for anew, and one without offers has none", async () => {
  const tmdb = await startTmdb([HEAT]);
  const cache = memoryCache(KEPT_FOR_MS);
  await asking(tmdb, { cache }).detailsOf(heat);
  const german = await asking(tmdb, { cache, country: "DE" }).detailsOf(heat);
  expect(german?.watch).toEqual({ country: "DE", stream: [], free: [], rent: [], buy: [] });
});

test("a title is looked up where there is no id, and only a film of that very name and year is meant", async () => {
  const tmdb = await startTmdb([
    { ...HEAT, id: 1, title: "Body Heat", release_date: "1981-08-28" },
    { ...HEAT, id: 2, title: "Heat", release_date: "1995-01-01", adult: true },
    NEWER,
    HEAT,
  ]);
  const { detailsOf } = asking(tmdb);
  expect(await detailsOf({ title: "the bride!" })).toEqual({
    title: "The Bride!",
    year: 2026,
    overview: "She wakes up.",
  });
  expect(await detailsOf({ title: "bride", year: 2026 })).toMatchObject({ title: "The Bride!" });
  expect((await detailsOf({ title: "Heat" }))?.overview).toBe(HEAT.overview);
  expect(await detailsOf({ title: "Heat", year: 1981 })).toBeUndefined();
  expect(await detailsOf({ title: "Bri" })).toBeUndefined();
});

test("a person's own words are kept nowhere", async () => {
  const tmdb = await startTmdb([NEWER]);
  const cache = memoryCache(KEPT_FOR_MS);
  const kept: string[] = [];
  const watched = { ...cache, put: async (key: string) => void kept.push(key) };
  await asking(tmdb, { cache: watched }).detailsOf({ title: "The Bride!" });
  expect(kept).toEqual([]);
});

test("films asked for by several at once are asked for once", async () => {
  const tmdb = await startTmdb([HEAT]);
  const { detailsOf, posterOf } = asking(tmdb);
  await Promise.all([detailsOf(heat), posterOf(heat), detailsOf(heat)]);
  expect(tmdb.asked).toHaveLength(3);
});

const FAILURES: readonly (readonly [string, Trouble, string])[] = [
  ["fails", { kind: "status", status: 500 }, "it answered 500"],
  ["is asked too much", { kind: "status", status: 429, retryAfterS: 5 }, "it answered 429"],
  ["cuts the connection in an answer", { kind: "cut" }, "the connection failed"],
  ["does not finish an answer", { kind: "stalls" }, "no answer within 1000 ms"],
  ["answers no JSON", { kind: "says", body: "<html>" }, "an answer of another form to find"],
  [
    "answers something else",
    { kind: "says", body: '{"movie_results": [{"id": "x"}]}' },
    "an answer of another form to find",
  ],
];
test.each(FAILURES)(
  "a TMDB that %s costs a card its picture and nothing else, and is told of once",
  async (_, trouble, why) => {
    const tmdb = await startTmdb([HEAT]);
    tmdb.next(trouble, trouble);
    const { detailsOf, troubles, clock } = asking(tmdb, { timeoutMs: 1_000 });
    expect(await detailsOf(heat)).toBeUndefined();
    expect(await detailsOf(heat)).toBeUndefined();
    expect(troubles).toEqual([`TMDB gives no posters and overviews now: ${why}`]);
    clock.ms += OPEN_FOR_MS;
    expect(await detailsOf(heat)).toEqual(SHOWN);
  },
);

test("a TMDB that fails again and again is left alone, and tried again after a while", async () => {
  const tmdb = await startTmdb([HEAT]);
  tmdb.always({ kind: "status", status: 500 });
  const { detailsOf, clock, troubles } = asking(tmdb);
  for (let times = 0; times < FAILURES_TO_OPEN + 5; times++) await detailsOf(heat);
  expect(tmdb.asked).toHaveLength(FAILURES_TO_OPEN);
  tmdb.always(undefined);
  clock.ms += OPEN_FOR_MS;
  expect(await detailsOf(heat)).toEqual(SHOWN);
  expect(troubles).toHaveLength(1);
});

test("a key that is refused is told of once, without showing it, and is not tried on every card", async () => {
  const tmdb = await startTmdb([HEAT]);
  const { detailsOf, troubles } = asking(tmdb, { key: "f".repeat(32) });
  for (let times = 0; times < 10; times++) expect(await detailsOf(heat)).toBeUndefined();
  expect(troubles).toEqual([
    "TMDB gives no posters and overviews now: it does not take TMDB_API_KEY: see that it is right, or leave it out",
  ]);
  expect(tmdb.asked).toHaveLength(FAILURES_TO_OPEN);
  expect(troubles.join()).not.toContain("ffff");
});

test("nobody there is a failure like any other", async () => {
  const { detailsOf, troubles } = asking({ ...(await startTmdb()), url: "http://127.0.0.1:1/3" });
  expect(await detailsOf(heat)).toBeUndefined();
  expect(troubles).toEqual(["TMDB gives no posters and overviews now: the connection failed"]);
});

test("without word of where pictures lie they are where they usually are", async () => {
  const tmdb = await startTmdb([HEAT]);
  tmdb.next({ kind: "none" }, { kind: "status", status: 500 });
  expect(await asking(tmdb).posterOf({ ...heat, tmdbId: 949 })).toEqual({
    url: "https://image.tmdb.org/t/p/w342/heat.jpg",
    width: 342,
  });
});

test("what is missing or empty of a film is left out", async () => {
  const tmdb = await startTmdb([
    { id: 949, imdb_id: "tt0113277", title: "Heat", release_date: "", overview: " ", poster_path: null },
  ]);
  expect(await asking(tmdb).detailsOf(heat)).toEqual({ title: "Heat" });
});

test("a kept film that cannot be read is asked for again", async () => {
  const tmdb = await startTmdb([HEAT]);
  const cache = memoryCache(KEPT_FOR_MS);
  const { detailsOf, clock } = asking(tmdb, { cache });
  await cache.put("tt0113277", "{", clock.ms);
  expect(await detailsOf(heat)).toEqual(SHOWN);
});
