/** Requests in the languages of which the common words are known, that no labelled set holds. */
import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { NOTHING_KNOWN } from "../../catalog/knowledge.ts";
import type { Movie } from "../../catalog/movie.ts";
import { fewNames } from "../../catalog/testing/few-names.ts";
import { emptyRequest, type MovieRequest } from "../request.ts";
import { readWords } from "../words.ts";
import { createRuleParser } from "./rule-parser.ts";

const movies = ["The Matrix", "Titanic"].map(
  (title, i): Movie => ({
    id: `m${i}`,
    title,
    alternativeTitles: [],
    year: 1997 + i,
    genres: [],
    ratingCount: 1000,
    meanStars: 4,
  }),
);
const parser = createRuleParser({
  words: await readWords("data/words"),
  catalog: createCatalog(movies, { ...NOTHING_KNOWN, names: fewNames }),
  thisYear: 2026,
});

const reads = (text: string, asked: Partial<MovieRequest>) =>
  expect(parser.read(text)).toEqual({ ...emptyRequest(), ...asked });

test.each<[string, Partial<MovieRequest>]>([
  ["un film dei primi anni 2000", { yearFrom: 2000, yearTo: 2004 }],
  ["tra il 1990 e il 2000, un thriller", { genresIn: ["Thriller"], yearFrom: 1990, yearTo: 2000 }],
  ["negli ultimi cinque anni", { yearFrom: 2021 }],
  ["un horror ma senza troppo sangue", { genresIn: ["Horror"], keywordsOut: ["gore"] }],
  ["mi consigli un bel giallo?", { genresIn: ["Mystery"] }],
  ["non ho voglia di piangere", { moodsOut: ["sad"] }],
  ["un film di un'ora e mezza", { runtimeFrom: 75, runtimeTo: 105 }],
  ["non mi va un film lungo", { runtimeTo: 149 }],
  ["più corto", { refinement: "adjust", shifts: ["shorter"] }],
  ["un film tipo Titanic", { similarTo: ["Titanic"] }],
  ["i 10 migliori film di fantascienza", { genresIn: ["Sci-Fi"], standings: ["acclaimed"], howMany: 10 }],
  ["un film dell'orrore", { genresIn: ["Horror"] }],
])("Italian: %j", reads);

test.each<[string, Partial<MovieRequest>]>([
  ["2000년대 초반 로맨스", { genresIn: ["Romance"], yearFrom: 2000, yearTo: 2004 }],
  ["90년대 말고", { yearsOut: [{ from: 1990, to: 1999 }] }],
  ["2010년부터 2015년까지 스릴러", { genresIn: ["Thriller"], yearFrom: 2010, yearTo: 2015 }],
  ["최근 5년 영화", { yearFrom: 2021 }],
  ["피 안 나오는 공포영화", { genresIn: ["Horror"], keywordsOut: ["gore"] }],
  ["전쟁 영화는 빼고 서부극도 말고", { genresOut: ["War", "Western"] }],
  ["한 시간 반짜리 영화", { runtimeFrom: 75, runtimeTo: 105 }],
  ["두시간 미만 코미디", { genresIn: ["Comedy"], runtimeTo: 120 }],
  ["긴 영화는 싫어", { runtimeTo: 149 }],
  ["오늘 밤에 볼 웃긴 영화", { moodsIn: ["funny"] }],
  ["더 짧은 거", { refinement: "adjust", shifts: ["shorter"] }],
  ["올드보이랑 비슷한 영화", { similarTo: ["올드보이"] }],
  ["Titanic 같은 영화", { similarTo: ["Titanic"] }],
  ["6살 딸이랑 볼 영화", { audience: "kids" }],
  ["SF 영화 5편 추천해줘", { genresIn: ["Sci-Fi"], howMany: 5 }],
])("Korean: %j", reads);

test.each<[string, Partial<MovieRequest>]>([
  ["最近のホラー映画", { genresIn: ["Horror"], yearFrom: 2021 }],
  ["短いコメディ映画", { genresIn: ["Comedy"], runtimeTo: 100 }],
  ["90年代後半のSF", { genresIn: ["Sci-Fi"], yearFrom: 1995, yearTo: 1999 }],
  ["コメディを5本教えて", { genresIn: ["Comedy"], howMany: 5 }],
  ["インセプションのような映画", { similarTo: ["インセプション"] }],
  ["una película triste", { moodsIn: ["sad"] }],
  ["más corta", { refinement: "adjust", shifts: ["shorter"] }],
])("others: %j", reads);

test("no particle and no ending is searched for as what a film is about", () => {
  for (const text of [
    "영화를 좀 추천해 주세요",
    "뭔가 볼만한 게 있을까요?",
    "un film da vedere stasera con calma",
  ]) {
    const { about, ideally, keywordsIn } = parser.read(text);
    expect([about, ideally, keywordsIn]).toEqual([[], [], []]);
  }
});
