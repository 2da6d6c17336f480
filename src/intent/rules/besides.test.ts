import { beforeAll, describe, expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import type { MovieRequest } from "../request.ts";
import { readWords } from "../words.ts";
import { createRuleParser, type RuleParser } from "./rule-parser.ts";

let parser: RuleParser;
beforeAll(async () => {
  const titled = ["2001", "The Living Daylights", "Sleep"].map((title, i) => ({
    id: `m${i}`,
    title,
    year: 1968 + i,
    genres: [],
    alternativeTitles: [],
    alternativeYears: [],
    ratingCount: 100_000,
    meanStars: 4,
    tmdbId: 0,
  }));
  const catalog = createCatalog(titled, { ...NOTHING_KNOWN, names: fewNames });
  parser = createRuleParser({ words: await readWords("data/words"), catalog, thisYear: 2026 });
});

const cases = (list: readonly (readonly [string, Partial<MovieRequest>])[]) =>
  test.each(list)("%s", (text, expected) => expect(parser.read(text)).toMatchObject(expected));

const nothingOfIt = { about: [], ideally: [], keywordsIn: [], similarTo: [] };

describe("what is told of oneself and the day asks for nothing", () => {
  cases([
    ["I need a movie that'll knock my socks off", nothingOfIt],
    ["going through a rough patch, something uplifting", { ...nothingOfIt, moodsIn: ["feel-good"] }],
    ["home sick with the flu, something gentle", { ...nothingOfIt, moodsIn: ["relaxing"] }],
    [
      "my wife is pregnant, a comedy please",
      { ...nothingOfIt, genresIn: ["Comedy"], ideally: ["date night"] },
    ],
    ["feeling lonely, a western", { ...nothingOfIt, genresIn: ["Western"] }],
    ["my dad is a retired pilot and wants a western", { ...nothingOfIt, ideally: ["family night"] }],
    ["just finished my finals, something my brain can follow", nothingOfIt],
    ["my best mate is moving to Australia, a comedy", { countries: [], genresIn: ["Comedy"] }],
    ["power is out so only phone battery, nothing over 80 min", { ...nothingOfIt, runtimeTo: 80 }],
    ["just had a baby, something soothing", { audience: "any", moodsIn: ["relaxing"] }],
    [
      "gloomy autumn evening, tea, blanket, a mystery",
      { ...nothingOfIt, moodsIn: [], genresIn: ["Mystery"], ideally: ["cosy evening"] },
    ],
  ]);
});

describe("what is asked for is, though somebody speaks of themselves", () => {
  cases([
    ["I want a movie with lots of skydiving", { about: ["skydiving"] }],
    ["a movie for my son who is obsessed with horses", { keywordsIn: ["horses"], audience: "kids" }],
    ["I'm a zombie fan, surprise me", { keywordsIn: ["zombies"] }],
    ["we love robots, anything with robots", { keywordsIn: ["robots"] }],
  ]);
});

describe("figures of speech name no film and no theme", () => {
  cases([
    ["scare the living daylights out of me", { ...nothingOfIt, moodsIn: ["scary"] }],
    ["a comedy in the spirit of the old ones", { keywordsIn: [], genresIn: ["Comedy"] }],
    ["cheers mate, any good crime films?", { moodsIn: [], genresIn: ["Crime"] }],
    ["terrify me, sleep with the lights on terrified", { moodsIn: ["scary"], keywordsIn: [] }],
  ]);
});

describe("who is there is welcome, an occasion is asked for", () => {
  cases([
    ["a thriller to watch with my wife", { audience: "date", ideally: ["date night"] }],
    ["a date night thriller", { audience: "date", ideally: [] }],
    ["something with my wife", { audience: "date", ideally: [] }],
    ["a western for my uncle", { audience: "family", ideally: ["family night"] }],
    ["a western for family movie night", { audience: "family", ideally: [] }],
    ["my sister likes crime films", { keywordsIn: [], genresIn: ["Crime"] }],
    ["my wife's away, something violent", { audience: "any", keywordsIn: ["violence"] }],
  ]);
});

describe("what others think of a sort of film", () => {
  cases([
    ["my mum finds violence upsetting, a crime film", { keywordsOut: ["violence"], moodsIn: [] }],
    ["my ex loved romcoms so anything but those", { genresIn: [], keywordsOut: ["romantic comedy"] }],
    ["he gets motion sick with shaky cam, a thriller", { keywordsIn: [], keywordsOut: ["handheld camera"] }],
    ["my brother is petrified of snakes, an adventure", { keywordsOut: ["snakes"], genresIn: ["Adventure"] }],
    [
      "she hates it when animals suffer, a drama",
      { genresIn: ["Drama"], genresOut: [], keywordsOut: ["an animal dies"] },
    ],
    [
      "I can't do jump scares but I love ghosts",
      { kind: "request", keywordsIn: ["ghosts"], keywordsOut: ["jump scares"] },
    ],
    ["she gets confused by time travel", { keywordsOut: ["time travel"] }],
    ["my friend says horror is dumb, a thriller", { genresOut: ["Horror"], keywordsIn: [] }],
    ["he says horror is dumb, prove him wrong", { genresIn: ["Horror"], genresOut: [], keywordsIn: [] }],
    [
      "a sci-fi for my mom, she thinks sci-fi is silly",
      { genresIn: ["Sci-Fi"], genresOut: [], keywordsIn: [] },
    ],
  ]);
});

describe("what a film is not to do rules out nothing that it is about", () => {
  cases([
    [
      "a gangster film that doesn't glorify crime",
      { genresOut: [], keywordsOut: [], keywordsIn: ["gangster"] },
    ],
    ["feminist but not preachy", { keywordsIn: ["feminism"], keywordsOut: [] }],
    [
      "a sad film where the dog doesn't die",
      { moodsIn: ["sad"], keywordsOut: ["an animal dies"], about: [] },
    ],
  ]);
});

describe("for adults", () => {
  test("animated and no anime rules out no animation", () => {
    expect(parser.read("animated for adults, but not anime")).toMatchObject({
      genresIn: ["Animation"],
      languagesOut: ["ja"],
    });
  });
  const drawn = { genresIn: ["Animation" as const], genresOut: ["Children" as const], keywordsOut: ["kids"] };
  cases([
    ["animated but not for kids", drawn],
    ["adult animation", drawn],
    ["cartoons that are definitely not for small children", drawn],
    ["a fairy tale for grown-ups", { genresOut: ["Children"], keywordsOut: ["kids"] }],
    ["a thriller for us adults", { genresOut: [], keywordsOut: [] }],
    ["animated, not for adults", { genresOut: [] }],
  ]);
});

describe("who is no child any more is spared some things", () => {
  const spared = ["violence", "gore", "sex scenes", "rape", "drugs"];
  cases([
    ["an adventure for my 14 year old", { keywordsOut: spared, audience: "any" }],
    ["PG-13 action", { genresIn: ["Action"], certificates: ["PG-13"], keywordsOut: [] }],
    ["my 13 year old son thinks he's too old for cartoons", { genresIn: [], genresOut: ["Animation"] }],
    ["something to watch with my teenager", { certificates: ["G", "PG", "PG-13"], keywordsOut: spared }],
    ["a 13th birthday party", { keywordsOut: spared }],
    ["my daughter (16) wants a thriller", { audience: "any", keywordsOut: spared, genresIn: ["Thriller"] }],
    ["something for a bored teenager", { keywordsIn: [], keywordsOut: spared }],
    ["scary but pg", { moodsIn: ["scary"], certificates: ["PG"] }],
    [
      "a scary film but it has to be PG-13, church youth group",
      { moodsIn: ["scary"], certificates: ["PG-13"] },
    ],
    ["R rated comedies", { genresIn: ["Comedy"], certificates: ["R"], standings: [] }],
    ["for a 34 year old", { keywordsOut: [] }],
    ["a movie about teens", { keywordsOut: [] }],
    ["something about teenage girls", { keywordsOut: [], certificates: [] }],
    ["a film with teenage girls as the heroes", { keywordsOut: [], certificates: [] }],
    ["something for teenage girls", { keywordsOut: spared }],
  ]);
});

describe("who is in a film watches none", () => {
  cases([
    ["a thriller where the wife is the killer", { audience: "any", ideally: [] }],
    ["a drama about the husband of a spy", { audience: "any" }],
    ["a film that restores my love for cinema", { audience: "any" }],
    ["a comedy but the wife hates gore", { audience: "date", keywordsOut: ["gore"] }],
    ["something scary with my love", { audience: "date" }],
  ]);
});

describe("what is no condition is not asked for", () => {
  cases([
    ["a scary film about motherhood, jump scares not needed", { keywordsIn: ["motherhood"] }],
    ["a space adventure, romance optional", { genresIn: ["Sci-Fi"] }],
    ["a heist film, twist not required", { keywordsIn: ["heist"] }],
    ["a western, black and white if possible", { ideally: [], keywordsIn: ["black and white"] }],
  ]);
});

describe("how well rated", () => {
  cases([
    ["a mystery rated at least 8/10", { standings: ["acclaimed"] }],
    ["romance with 4 stars or more", { standings: ["acclaimed"], runtimeFrom: 0 }],
    ["a war movie with four stars", { standings: ["acclaimed"] }],
    ["a comedy over 7 on imdb", { standings: ["acclaimed"] }],
    ["sci-fi rated 7.5 or higher", { standings: ["acclaimed"], ideally: [] }],
    ["thrillers above 90% on rotten tomatoes", { standings: ["acclaimed"] }],
    ["a drama over 2 hours", { standings: [], runtimeFrom: 120 }],
    ["trash rated under 4/10", { standings: [] }],
    ["a comedy for at least 5 people", { standings: [] }],
    ["won an Oscar, crime", { standings: [], keywordsIn: ["oscar winner"] }],
  ]);
});

describe("how long something else takes is no running time", () => {
  cases([
    [
      "I want a thriller under 2 hours, the last one was two and a half hours of people talking",
      { runtimeFrom: 0, runtimeTo: 120 },
    ],
    ["12 hour flight tomorrow, something gentle", { runtimeFrom: 0, runtimeTo: 0 }],
    ["stuck at the airport for 3 hours, a comedy", { runtimeFrom: 0, runtimeTo: 0, keywordsIn: [] }],
    ["my dad falls asleep in anything over 2 hours, a western", { runtimeFrom: 0, runtimeTo: 120 }],
    ["he dozes off after 100 minutes, a thriller", { runtimeFrom: 0, runtimeTo: 100 }],
    ["going to bed in 2 hours, a comedy", { runtimeFrom: 0, runtimeTo: 120 }],
    [
      "flight is 2 hours, want to finish it, action please",
      { runtimeTo: 120, genresIn: ["Action"], about: [] },
    ],
    ["a comedy for a 90 minute train ride", { runtimeFrom: 0, runtimeTo: 90, keywordsIn: [] }],
    ["after a 2 hour drive, a comedy", { runtimeFrom: 0, runtimeTo: 0 }],
    ["animated, hour and a quarter max", { runtimeTo: 75, ideally: [] }],
    ["an hour and three quarters at most", { runtimeTo: 105 }],
    ["no three hour slogs, war movie", { runtimeTo: 165, genresIn: ["War"], keywordsOut: [] }],
    ["sub-90 minute horror", { runtimeFrom: 0, runtimeTo: 90 }],
    ["sub 90 thriller", { runtimeFrom: 0, runtimeTo: 90, genresIn: ["Thriller"] }],
    ["drama. anything over 100 minutes and i'm asleep", { runtimeFrom: 0, runtimeTo: 100 }],
    ["not one of those 3 hour ones, a western", { runtimeFrom: 0, runtimeTo: 165 }],
    ["train home takes 95 minutes, a mystery", { runtimeFrom: 0, runtimeTo: 95, genresIn: ["Mystery"] }],
    ["a western, 100 minutes is my limit", { runtimeFrom: 0, runtimeTo: 100, about: [] }],
    ["it's 8:30 and i have to be up by 10, comedy", { runtimeTo: 90, genresIn: ["Comedy"] }],
    ["a 3 hour epic", { runtimeFrom: 165, runtimeTo: 195 }],
    ["3 hours or longer", { runtimeFrom: 180, runtimeTo: 0, shifts: [] }],
    ["at least 90 minutes but no more than 110", { runtimeFrom: 90, runtimeTo: 110 }],
  ]);
});

describe("years that are titles as well", () => {
  cases([
    ["drama between 2001 and 2005", { yearFrom: 2001, yearTo: 2005, similarTo: [] }],
    ["a thriller from 2001", { yearFrom: 2001, yearTo: 2001, similarTo: [] }],
    ["something like 2001", { similarTo: ["2001"], yearFrom: 0 }],
  ]);
});

describe("what is said beside the clause that asks", () => {
  cases([
    ["hostel common room, people from six countries, something everybody gets", nothingOfIt],
    ["a crime film where the cops aren't the heroes", { genresIn: ["Crime"], about: [] }],
    ["a comedy that doesn't make fun of people", { genresIn: ["Comedy"], keywordsOut: [] }],
  ]);
});

describe("a text that names a film's sort asks for one", () => {
  cases([
    ["a film for someone who just lost their job", { kind: "request" }],
    ["a film you can get lost in", { kind: "request" }],
    ["a heist that goes wrong", { kind: "request", keywordsIn: ["heist"] }],
    ["food porn movies", { kind: "request", keywordsIn: ["cooking"] }],
    ["a movie so bad it's good", { kind: "request", keywordsIn: ["so bad it's good"] }],
  ]);
});

describe("what is read of a phrase is no title in it", () => {
  cases([
    ["no love triangle please, a western", { similarTo: [], keywordsOut: ["love triangle"] }],
    ["a slasher besides Sleep", { titlesOut: ["Sleep"] }],
  ]);
});

describe("old ones", () => {
  cases([
    ["an old detective film", { yearTo: 1979 }],
    ["old english mystery", { yearTo: 1979 }],
    ["a good old western", { yearTo: 0 }],
    ["about an old man", { yearTo: 0 }],
    ["from before I was born, I'm 45", { yearTo: 1980 }],
  ]);
});

test("what asks for nothing that films are found by is known to have been said", () => {
  expect(parser.understand("I need a movie that'll make my jaw ache").isUnheard).toBe(true);
  expect(parser.understand("recommend me a good movie").isUnheard).toBeUndefined();
});

describe("a little of something is welcome", () => {
  cases([
    ["a fun heist film", { keywordsIn: ["heist"], moodsIn: [], ideally: ["feel-good"] }],
    ["a bittersweet love story", { genresIn: ["Romance"], ideally: ["bittersweet ending"] }],
    ["something serious", { about: ["thought-provoking"] }],
    ["romantic but not cheesy", { moodsIn: ["romantic"], keywordsOut: ["campy"] }],
    ["not stupid comedy, a clever one", { moodsOut: [], keywordsOut: ["silly"] }],
    ["something romantic but I hate romcoms", { moodsIn: ["romantic"], genresOut: ["Comedy"] }],
  ]);
});

describe("how long a film may be at the most", () => {
  cases([
    ["a thriller, under 85", { runtimeFrom: 0, runtimeTo: 85 }],
    ["comedy, less than 90 pls", { runtimeTo: 90 }],
    ["a thriller for a 95 minute slot", { runtimeFrom: 0, runtimeTo: 95 }],
    ["we've got exactly 2 hours before the train, a comedy", { runtimeFrom: 0, runtimeTo: 120 }],
    ["the sitter leaves in 100 minutes so a comedy that is done by then", { runtimeTo: 100 }],
    ["she falls asleep after 20 minutes, a comedy", { runtimeTo: 0 }],
    ["a comedy for people under 85", { runtimeTo: 0 }],
    ["I cried for an hour, a comedy", { runtimeTo: 0 }],
    ["a comedy under 80 dollars", { runtimeTo: 0 }],
    ["a biopic for two 50 minute lessons", { runtimeFrom: 0, runtimeTo: 100 }],
  ]);
});

describe("until when films are from", () => {
  cases([
    ["sci-fi, 1970s at the latest", { yearFrom: 0, yearTo: 1979 }],
    ["a noir from before my time, I was born in 1985", { yearFrom: 0, yearTo: 1984 }],
    ["a comedy. Grandpa passed away last year", { yearFrom: 0, yearTo: 0 }],
    ["the best horror of last year", { yearFrom: 2025, yearTo: 2025 }],
  ]);
});

describe("French words", () => {
  cases([
    ["un bon polar", { genresIn: ["Crime"], keywordsIn: [] }],
    ["no country music biopics", { medium: "film", keywordsOut: expect.arrayContaining(["biography"]) }],
  ]);
});

describe("who is alone in a film is not who watches it", () =>
  cases([
    ["someone alone for the whole film", { audience: "any" }],
    ["a man alone in the wild", { audience: "any" }],
    ["something to watch alone in the dark", { audience: "solo" }],
  ]));

describe("no word of a phrase is somebody's name", () =>
  cases([
    ["old black and white thriller", { peopleIn: [], keywordsIn: ["black and white"] }],
    ["even black and white ones", { peopleIn: [] }],
  ]));

describe("what is ruled out ends where something is asked for", () => {
  cases([
    ["Nothing slow nothing sad", { moodsIn: [], moodsOut: ["sad"], keywordsOut: ["slow burn"] }],
    [
      "i can do violence but no sexual assault, revenge thriller",
      { genresIn: ["Thriller"], keywordsOut: ["rape"] },
    ],
    ["no aliens, heist movie", { keywordsIn: ["heist"], keywordsOut: ["aliens"] }],
    ["no robots, comedy", { genresIn: ["Comedy"], keywordsOut: ["robots"] }],
    ["no horror, gore or zombies", { genresIn: [], genresOut: ["Horror"], keywordsOut: ["gore", "zombies"] }],
    ["a comedy, no aliens, robots", { genresIn: ["Comedy"], keywordsIn: [] }],
  ]);
});
