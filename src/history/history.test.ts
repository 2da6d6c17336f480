import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { NamedFile } from "./files-in.ts";
import { broughtBy } from "./find-films.ts";
import { readHistory } from "./read-history.ts";
import { catalog, titleOf, utf8 } from "./testing/films.ts";

const bring = (name: string, content: string | Uint8Array) =>
  broughtBy(catalog, readHistory({ name, bytes: typeof content === "string" ? utf8(content) : content }));
/** "Heat 1995 like 4.5", one for each word on each film. */
const words = (name: string, content: string | Uint8Array) =>
  bring(name, content).films.flatMap(({ movie, words: said }) =>
    said.map((word) =>
      [
        titleOf(movie),
        ...(word.kind === "listing" ? ["wanted"] : [word.verdict, word.rating?.stars ?? "-"]),
      ].join(" "),
    ),
  );
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const LETTERBOXD = "Date,Name,Year,Letterboxd URI";
const IMDB =
  "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors";
const IMDB_OLD =
  '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating","Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"';

describe("a table", () => {
  test.each([
    ["with commas", "title,year,rating\nHeat,1995,4.5\n"],
    ["with semicolons and decimal commas", "title;year;rating\nHeat;1995;4,5\n"],
    ["with tabs", "title\tyear\trating\nHeat\t1995\t4.5\n"],
    ["in capitals, with spaces and quotes", '\ufeff "Title" , Year , Rating \r\n"Heat" , 1995 , 4.5 \r\n'],
    ["in German", "Titel;Jahr;Bewertung\nHeat;1995;4,5\n"],
    ["with the year behind the title", "movie,stars\nHeat (1995),4.5\n"],
    ["without a header", "Heat;1995;4,5\n"],
    ["without a header, year last", "Heat,4.5,1995\n"],
    ["of points to ten", "title,year,rating\nHeat,1995,9\n"],
    ["of per cent", "title,year,rating\nHeat,1995,90\n"],
    ["of per cent with their sign", "title,year,rating\nHeat,1995,90%\n"],
    [
      "of per cent with their sign and a space, of which none is above ten",
      "title,year,rating\nHeat,1995,90 %\n",
    ],
    ["of per cent with their sign and without a header", "Heat;1995;90 %\n"],
    ["of stars out of five in words", "title,year,rating\nHeat,1995,4.5 / 5\n"],
    ["of stars as they are drawn", "title,year,rating\nHeat,1995,★★★★½\n"],
    ["of stars as they are drawn, without a header", "Heat,★★★★½\n"],
    ["of halves as they are drawn", "title,year,rating\nHeat,1995,4½\n"],
    ["of points out of ten in words", "title,year,rating\nHeat,1995,9/10\n"],
    ["of per cent with a space that does not break", "title;year;rating\nHeat;1995;90\u00a0%\n"],
    ["of per cent in words", "title;year;rating\nHeat;1995;90 Prozent\n"],
    ["of stars with their name", "title,year,rating\nHeat,1995,4.5 stars\n"],
    ["of stars out of five in German", "Film;Jahr;Sterne\nHeat;1995;4,5 von 5\n"],
    [
      "that says how good the best is",
      "Film Title,Release Year,My Rating (1-10)\nHeat,1995,9\nAlien,1979,x\n",
    ],
    ["whose best is said, and not given", "title,year,rating out of 100\nHeat,1995,90\n"],
    ["with what Excel puts before it", "sep=;\r\nTitle;Year;Rating\r\nHeat;1995;4,5\r\n"],
    ["below its own heading", "My films,,\n,,\nTitle,Year,Rating\nHeat,1995,4.5\n"],
    ["with the year in other brackets", "movie,stars\nHeat [1995],4.5\n"],
    ["with the day on which it came out", "Titel;Jahr;Note\nHeat;15.12.1995;4,5\n"],
    ["by IMDb's id", "imdb_id,rating\ntt0113277,4.5\n"],
    ["by IMDb's number", "imdb_id,rating\n113277,4.5\n"],
    ["by TMDB's id", "tmdbID,Title,Rating\n949,Something else,4.5\n"],
  ])("%s", (_, text) => {
    expect(words("mine.csv", text)).toEqual(["Heat 1995 like 4.5"]);
  });

  const text = "title;year;rating\nLe fabuleux destin d'Amélie Poulain;2001;5\n";
  const wide = (order: "le" | "be", mark: boolean) => {
    const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
    return new Uint8Array(order === "le" ? bytes : bytes.swap16());
  };
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`)],
    ["what Windows writes", new Uint8Array(Buffer.from(text, "latin1"))],
    ["UTF-16", wide("le", true)],
    ["UTF-16, the other way round", wide("be", true)],
    ["UTF-16 that does not say so", wide("le", false)],
    ["UTF-16, the other way round, that does not say so", wide("be", false)],
  ])("in %s", (_, bytes) => {
    expect(words("mine.csv", bytes)).toEqual(["Amelie 2001 like 5"]);
  });
});

describe("what other services export", () => {
  test.each([
    [
      "Letterboxd's ratings",
      "ratings.csv",
      `${LETTERBOXD},Rating\n2024-01-02,Heat,1995,https://boxd.it/x,4.5\n`,
      ["Heat 1995 like 4.5"],
    ],
    [
      "Letterboxd's films watched",
      "watched.csv",
      `${LETTERBOXD}\n2024-01-02,Heat,1995,https://boxd.it/x\n`,
      ["Heat 1995 seen -"],
    ],
    [
      "Letterboxd's watchlist",
      "watchlist.csv",
      `${LETTERBOXD}\n2024-01-02,Heat,1995,https://boxd.it/x\n`,
      ["Heat 1995 wanted"],
    ],
    [
      "Letterboxd's hearts",
      "likes/films.csv",
      `${LETTERBOXD}\n2024-01-02,Heat,1995,https://boxd.it/x\n`,
      ["Heat 1995 like -"],
    ],
    [
      "Letterboxd's diary, with a film that was seen again",
      "diary.csv",
      `${LETTERBOXD},Rating,Rewatch,Tags,Watched Date\n2024-01-02,Heat,1995,https://boxd.it/x,,Yes,,2024-01-01\n2024-01-03,Alien,1979,https://boxd.it/y,1.5,Yes,,2024-01-03\n2024-01-03,Fargo,1996,https://boxd.it/z,,,,2024-01-03\n`,
      ["Heat 1995 like -", "Alien 1979 dislike 1.5", "Fargo 1996 seen -"],
    ],
    [
      "IMDb's ratings, without the series of a film's name",
      "ratings.csv",
      `${IMDB}\ntt0113277,9,2024-01-02,Heat,Heat,https://x,Movie,8.3,170,1995,"Crime, Drama",1,1995-12-15,Michael Mann\ntt2802850,10,2024-01-02,Fargo,Fargo,https://x,TV Series,8.8,53,2014,Crime,1,2014-04-15,\ntt9000001,8,2024-01-02,Heat,Heat,https://x,Video Game,8,,1995,,1,,\n`,
      ["Heat 1995 like 4.5"],
    ],
    [
      "IMDb's ratings of years ago",
      "ratings.csv",
      `${IMDB_OLD}\n"1","tt0113277","Sun Mar  4 00:00:00 2012","","","Heat","Feature Film","Michael Mann","9","8.2","170","1995","crime","1","1995-12-15","http://x"\n"2","tt2802850","Sun Mar  4 00:00:00 2012","","","Fargo","TV Series","","10","9","53","2014","crime","1","2014-04-15","http://x"\n`,
      ["Heat 1995 like 4.5"],
    ],
    [
      "IMDb's watchlist, of which one is rated",
      "WATCHLIST.csv",
      "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n1,tt0113277,2024-01-02,2024-01-02,,Heat,Heat,x,Movie,8.3,170,1995,,1,,,,\n2,tt0078748,2024-01-02,2024-01-02,,Alien,Alien,x,Movie,8.5,117,1979,,1,,,4,2024-02-02\n",
      ["Heat 1995 wanted", "Alien 1979 dislike 2"],
    ],
    [
      "Trakt's ratings",
      "ratings-movies.json",
      JSON.stringify([
        {
          rated_at: "2024-01-02T10:00:00.000Z",
          rating: 9,
          type: "movie",
          movie: { title: "Other", year: 1, ids: { trakt: 1, imdb: "tt0113277", tmdb: 949 } },
        },
        {
          rated_at: "2024-01-02T10:00:00.000Z",
          rating: 9,
          type: "show",
          show: { title: "Fargo", year: 2014, ids: {} },
        },
      ]),
      ["Heat 1995 like 4.5"],
    ],
    [
      "Trakt's films watched, and how often",
      "watched-movies.json",
      JSON.stringify([
        {
          plays: 3,
          last_watched_at: "2024-01-02T10:00:00.000Z",
          movie: { title: "Heat", year: 1995, ids: {} },
        },
        {
          plays: 1,
          last_watched_at: "2024-01-02T10:00:00.000Z",
          movie: { title: "Alien", year: 1979, ids: {} },
        },
      ]),
      ["Heat 1995 like -", "Alien 1979 seen -"],
    ],
    [
      "Trakt's watchlist",
      "lists-watchlist.json",
      JSON.stringify([
        {
          rank: 1,
          listed_at: "2024-01-02T10:00:00.000Z",
          type: "movie",
          movie: { title: "Heat", year: 1995, ids: {} },
        },
      ]),
      ["Heat 1995 wanted"],
    ],
    [
      "Trakt's collection, which says nothing of taste",
      "collection-movies.json",
      JSON.stringify([
        { collected_at: "2024-01-02T10:00:00.000Z", movie: { title: "Heat", year: 1995, ids: {} } },
      ]),
      [],
    ],
    [
      "Simkl's JSON",
      "SimklBackup.json",
      JSON.stringify({
        shows: [{ status: "completed", user_rating: 10, show: { title: "Fargo", year: 2014 } }],
        movies: [
          {
            status: "completed",
            user_rating: 9,
            user_rated_at: "2024-01-02T10:00:00Z",
            movie: { title: "Heat", year: 1995, ids: { simkl: 1, imdb: "tt0113277" } },
          },
          {
            status: "plantowatch",
            user_rating: null,
            added_to_watchlist_at: "2024-01-02T10:00:00Z",
            movie: { title: "Alien", year: 1979, ids: { tmdb: "348" } },
          },
        ],
      }),
      ["Heat 1995 like 4.5", "Alien 1979 wanted"],
    ],
    [
      "Simkl's table",
      "simkl.csv",
      '"SIMKL_ID","Title","Type","Year","Watchlist","LastEpWatched","WatchedDate","Rating","Memo","TVDB","TMDB","IMDB"\n1,Heat,movie,1995,completed,,2024-01-02,9,,,949,tt0113277\n2,Fargo,tv,2014,completed,,2024-01-02,10,,1,,tt2802850\n3,Alien,movie,1979,plantowatch,,,,,,348,\n',
      ["Heat 1995 like 4.5", "Alien 1979 wanted"],
    ],
    [
      "Simkl's films among its anime",
      "SimklBackup.json",
      JSON.stringify({
        anime: [
          { status: "completed", anime_type: "movie", user_rating: 9, show: { title: "Heat", year: 1995 } },
          { status: "completed", anime_type: "tv", user_rating: 9, show: { title: "Alien", year: 1979 } },
        ],
      }),
      ["Heat 1995 like 4.5"],
    ],
    [
      "Trakt's history, with a film that was seen again",
      "history.json",
      JSON.stringify(
        ["Heat", "Alien", "Heat"].map((title, day) => ({
          watched_at: `2024-01-0${day + 1}T10:00:00.000Z`,
          movie: { title, year: title === "Heat" ? 1995 : 1979, ids: {} },
        })),
      ),
      ["Heat 1995 like -", "Alien 1979 seen -"],
    ],
    [
      "a list made at Letterboxd, by its name",
      "my watchlist.csv",
      "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-02,Best,,https://boxd.it/l,\n\nPosition,Name,Year,URL,Description\n1,Heat,1995,https://boxd.it/x,\n",
      ["Heat 1995 wanted"],
    ],
    [
      "titles alone, a line each, commas and all",
      "watchlist.txt",
      '"Heat (1995)"\nFabuleux destin d\'Amélie Poulain, Le (2001)\n',
      ["Heat 1995 wanted", "Amelie 2001 wanted"],
    ],
    [
      "MovieLens' export",
      "movielens-ratings.csv",
      'movie_id,imdb_id,tmdb_id,rating,average_rating,title\n6,0113277,949,4.5,3.8,Heat (1995)\n2571,,,4.0,4.1,"Matrix, The (1999)"\n',
      ["Heat 1995 like 4.5", "The Matrix 1999 like 4"],
    ],
    [
      "TMDB's ratings",
      "ratings.csv",
      "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n949,tt0113277,movie,Heat,1995-12-15T00:00:00Z,,,7.9,9,2024-01-02T10:00:00Z\n60622,tt2802850,tv,Fargo,2014-04-15T00:00:00Z,,,8.3,10,2024-01-02T10:00:00Z\n",
      ["Heat 1995 like 4.5"],
    ],
    [
      "TMDB's watchlist",
      "watchlist.csv",
      "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n949,tt0113277,movie,Heat,1995-12-15T00:00:00Z,,,7.9,,\n",
      ["Heat 1995 wanted"],
    ],
  ])("%s", (_, name, text, expected) => {
    expect(words(name, text)).toEqual(expected);
  });

  test("Letterboxd's whole archive: each film once, by all that was done with it", () => {
    const archive = zip({
      "letterboxd-ada/ratings.csv": `${LETTERBOXD},Rating\n2024-05-05,Heat,1995,x,4.5\n2024-05-05,Alien,1979,x,3\n`,
      "letterboxd-ada/watched.csv": `${LETTERBOXD}\n2024-01-02,Heat,1995,x\n2024-01-02,Alien,1979,x\n2024-01-02,Fargo,1996,x\n`,
      "letterboxd-ada/diary.csv": `${LETTERBOXD},Rating,Rewatch,Tags,Watched Date\n2024-01-02,Heat,1995,x,2,,,2024-01-02\n`,
      "letterboxd-ada/watchlist.csv": `${LETTERBOXD}\n2024-01-02,Dune,2021,x\n2024-01-02,Heat,1995,x\n`,
      "letterboxd-ada/likes/films.csv": `${LETTERBOXD}\n2024-01-02,Alien,1979,x\n`,
      "letterboxd-ada/profile.csv": "Date Joined,Username\n2020-01-01,ada\n",
      "letterboxd-ada/deleted/diary.csv": `${LETTERBOXD},Rating,Rewatch,Tags,Watched Date\n2024-01-02,The Matrix,1999,x,1,,,2024-01-02\n`,
      "letterboxd-ada/lists/best.csv": "Letterboxd list export v7\n",
      "__MACOSX/letterboxd-ada/._ratings.csv": "junk",
    });
    expect(words("letterboxd.zip", archive)).toEqual([
      "Heat 1995 like 4.5",
      "Alien 1979 like 3",
      "Fargo 1996 seen -",
      "Dune 2021 wanted",
    ]);
  });

  test("what is no film is counted, a series by its years as well", () => {
    expect(
      bring("mine.csv", "title,year,rating\nFargo,2014-,5\nFargo,2014–2020,5\nHeat,1995,4\n"),
    ).toMatchObject({
      notFilms: 2,
      films: [{ movie: "tt0113277" }],
    });
  });

  test.each(["show", "tv", "TV-Serie", "Staffel", "Série TV", "Videospiel", "Game", "Musikvideo"])(
    "a film of the name is not meant by a %s",
    (type) => {
      const text = `title,year,type,rating\nFargo,1996,${type},5\nHeat,1995,Spielfilm,4\nAlien,1979,TV Movie,4\n`;
      expect(bring("mine.csv", text)).toMatchObject({
        notFilms: 1,
        films: [{ movie: "tt0113277" }, { movie: "tt0078748" }],
      });
    },
  );

  test.each(["2014 - present", "(2014– )", "2014 – heute"])("nor by one that ran %s", (year) => {
    expect(bring("mine.csv", `title,year,rating\nFargo,${year},5\nHeat,(1995),4\n`)).toMatchObject({
      notFilms: 1,
      films: [{ movie: "tt0113277" }],
    });
  });

  test.each(["Fargo (2014– )", "Fargo (TV Series 2014)", "Fargo (Mini-Series)"])("nor by %s", (title) => {
    expect(bring("mine.csv", `title,rating\n${title},5\n`)).toMatchObject({ notFilms: 1, films: [] });
  });

  test("a day with its month in the middle is that day", () => {
    const { rows } = readHistory({
      name: "mine.csv",
      bytes: utf8("title;year;rating;Gesehen am\nHeat;1995;4;05.03.2021\nAlien;1979;4;31/12/2020\n"),
    });
    expect(rows.map(({ atMs }) => new Date(atMs!).toISOString().slice(0, 10))).toEqual([
      "2021-03-05",
      "2020-12-31",
    ]);
  });

  test("the first row that cannot be read is told with its reason, a long one cut", () => {
    const text = `title,year,rating\nHeat,1995,${"good".repeat(30)}\n`;
    expect(bring("mine.csv", text).unreadableWhy).toBe(
      `line 2: the rating is "${"good".repeat(10)}", expected 0.5 to 5`,
    );
  });

  test("a list that says nothing of what it is of is asked about, not guessed", () => {
    expect(() => bring("films.csv", `${LETTERBOXD}\n2024-01-02,Heat,1995,x\n`)).not.toThrow();
    expect(() => bring("export.csv", `${LETTERBOXD}\n2024-01-02,Heat,1995,x\n`)).toThrow(
      /name it watched\.csv/,
    );
  });
});

describe("the film of a row", () => {
  test.each([
    [
      "is found by its id, whatever the title",
      "imdb_id,title,year,rating\ntt0078748,Heat,1995,4\n",
      ["Alien 1979 like 4"],
    ],
    [
      "is one of the same year before one of the next",
      "title,year,rating\nTwins,2010,4\n",
      ["Twins 2010 like 4"],
    ],
    ["may be a year off", "title,year,rating\nHeat,1996,4\nHeat,1994,4\n", ["Heat 1995 like 4"]],
    [
      "is known by its other titles",
      "title,year,rating\nLe Fabuleux Destin d’Amelie Poulain,2001,4\n",
      ["Amelie 2001 like 4"],
    ],
    [
      "is known by what it is called elsewhere",
      "title,year,rating\nDie fabelhafte Welt der Amélie,2001,4\nBlade Runner 1,,3\n",
      ["Amelie 2001 like 4", "Blade Runner 1982 seen 3"],
    ],
    [
      "may have brackets",
      "title,year,rating\nBirdman or (The Unexpected Virtue of Ignorance),2014,4\n",
      ["Birdman: Or (The Unexpected Virtue of Ignorance) 2014 like 4"],
    ],
    ["needs no year where there is but one", "title,rating\nAlien,4\n", ["Alien 1979 like 4"]],
  ])("%s", (_, text, expected) => {
    expect(words("mine.csv", text)).toEqual(expected);
  });

  test.each([
    ["two of a title and no year", "title,rating\nDune,4\n", { toAsk: 1, unknown: 0 }],
    ["one that is two years off", "title,year,rating\nHeat,1997,4\n", { toAsk: 1, unknown: 0 }],
    ["one that is many years off", "title,year,rating\nHeat,1972,4\n", { toAsk: 0, unknown: 1 }],
    ["a title nobody has", "title,year,rating\nHeaat,1995,4\n", { toAsk: 0, unknown: 1 }],
    ["a long title with a slip", "title,year,rating\nBlade Runer,1982,4\n", { toAsk: 1, unknown: 0 }],
    ["the same of other years", "title,year,rating\nBlade Runer,1990,4\n", { toAsk: 0, unknown: 1 }],
    [
      "a part of a title",
      "title,year,rating\nThe Longest Winter,2012,4\nThe Longest Winter,2002,4\n",
      { toAsk: 1, unknown: 1 },
    ],
    [
      "what a film is called elsewhere, of another year",
      "title,year,rating\nDie fabelhafte Welt der Amélie,1980,4\n",
      { toAsk: 0, unknown: 1 },
    ],
    [
      "the title of another film by its id",
      "imdb_id,title,year,rating\ntt0000001,Heat,1995,4\n",
      { toAsk: 0, unknown: 1 },
    ],
  ])("is not guessed: %s", (_, text, expected) => {
    expect(bring("mine.csv", text)).toMatchObject(expected);
  });

  test("of films that may be one of several ten are asked about, and the rows of the others counted", () => {
    const films = Object.entries({ Heat: 1995, Fargo: 1996, Alien: 1979 }).flatMap(([title, year]) =>
      [-3, -2, 2, 3].map((off) => `${title},${year + off},4`),
    );
    const { unclear, toAsk, tooMany } = bring(
      "mine.csv",
      `title,year,rating\n${films.join("\n")}\n${films[11]}\n`,
    );
    expect([unclear.length, toAsk, tooMany]).toEqual([10, 13, 3]);
  });

  test("what is left out is a table that can be put right and brought again", () => {
    const { leftOver, films } = bring(
      "mine.csv",
      "title,year,rating,date\nDune,,4,2024-01-02\nNobody's,2001,2,\nHeat,1995,5,\n",
    );
    expect(films).toHaveLength(1);
    expect(leftOver!.text.split("\n").slice(0, 3)).toEqual([
      "title,year,imdb_id,tmdb_id,rating,date,did,why,may_be",
      "Dune,,,,4,2024-01-02,watched,may be several films,tt0087182 Dune (1984); tt1160419 Dune (2021)",
      "Nobody's,2001,,,2,,watched,not known here,",
    ]);
    const mended = leftOver!.text.replace("Dune,,,", "Dune,,tt1160419,");
    expect(words(leftOver!.name, mended)).toEqual(["Dune 2021 like 4"]);
  });
});

describe("stars", () => {
  const table = (...stars: number[]) =>
    `title,year,rating\n${[
      "Heat,1995",
      "Alien,1979",
      "Fargo,1996",
      "Blade Runner,1982",
      "The Matrix,1999",
      "Amelie,2001",
      "Dune,1984",
      "Dune,2021",
      "Twins,2010",
      "Twins,2011",
    ]
      .map((film, nth) => `${film},${stars[nth % stars.length]}`)
      .join("\n")}\n`;
  const verdicts = (...stars: number[]) =>
    new Set(words("mine.csv", table(...stars)).map((word) => word.split(" ").slice(-2).join(" ")));

  test("are a like, a dislike or neither by what the person gives otherwise", () => {
    expect(verdicts(3, 2, 2.5)).toContain("like 3"); // of whom gives no more
    expect(verdicts(5, 5, 5, 5, 3.5)).toContain("seen 3.5"); // of whom likes nearly everything
    expect(verdicts(4, 3, 2)).toEqual(new Set(["like 4", "seen 3", "dislike 2"]));
  });

  test("at both ends mean what they say, whatever else is given", () => {
    expect(verdicts(5)).toEqual(new Set(["like 5"]));
    expect(verdicts(0.5)).toEqual(new Set(["dislike 0.5"]));
  });
});

describe("what cannot be used is refused in a sentence", () => {
  const huge = (entries: number): NamedFile => ({
    name: "bomb.zip",
    bytes: zipSync(
      Object.fromEntries(
        Array.from({ length: entries }, (_, nth) => [`${nth}.csv`, new Uint8Array(10 * 2 ** 20)]),
      ),
    ),
  });
  test.each([
    ["an empty file", "x.csv", "", /is empty/],
    [
      "a picture",
      "x.png",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
      /no text file|expected a header/,
    ],
    [
      "a table of something else",
      "x.csv",
      "colour,price\nred,4\n",
      /expected a header .* found colour, price/,
    ],
    ["a page of the web", "ratings.csv", "\n<!DOCTYPE html><html><body>Log in</body></html>", /web page/],
    [
      "a workbook",
      "films.xlsx",
      zipSync({ "xl/workbook.xml": strToU8("<a/>") }),
      /Save the table in it as CSV/,
    ],
    ["titles without what they are of", "mine.txt", "Heat (1995)\nAlien (1979)\n", /name it watched\.csv/],
    ["JSON of something else", "x.json", '{"a": 1}', /none of the services/],
    ["JSON that is cut off", "x.json", '[{"movie": {"title"', /no complete JSON/],
    [
      "several people's ratings",
      "ratings.csv",
      "userId,movieId,rating,timestamp\n1,1,4,1\n2,1,5,1\n",
      /several people/,
    ],
    [
      "one row without an end",
      "x.csv",
      `title,year,rating\n"${"x".repeat(300_000)}`,
      /cannot be read as a table/,
    ],
    ["an archive without tables", "x.zip", zipSync({ "a.jpg": strToU8("x") }), /no CSV or JSON file/],
    [
      "a damaged archive",
      "x.zip",
      zipSync({ "a.csv": strToU8("title,rating\nHeat,4\n") }).slice(0, 40),
      /archive is damaged/,
    ],
    [
      "an export of a newer Matinee",
      "x.json",
      '{"format":"matinee-export","version":99,"log":[],"suggestions":[]}',
      /newer Matinee/,
    ],
  ])("%s", (_, name, content, sentence) => {
    expect(() => bring(name, content)).toThrow(sentence);
  });

  test("an archive that becomes many times as large", () => {
    expect(() => readHistory(huge(7))).toThrow(/unpacks to more than 60 MB/);
  });

  test("a file of hundreds of megabytes, before any of it is read", () => {
    expect(() => readHistory({ name: "x.csv", bytes: new Uint8Array(21 * 2 ** 20) })).toThrow(
      /larger than 20 MB/,
    );
  });
});
