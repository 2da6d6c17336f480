import { expect, test } from "vitest";
import { topicOf } from "./topics.ts";

test.each([
  ["chi è il regista", "director"],
  ["chi ci recita", "cast"],
  ["quanto dura", "runtime"],
  ["what is it like", "plot"],
  ["di cosa parla", "plot"],
  ["di che anno è", "year"],
  ["come finisce", "ending"],
  ["dove posso vederlo", "where"],
  ["감독이 누구야", "director"],
  ["누가 나와", "cast"],
  ["몇 분짜리예요", "runtime"],
  ["무슨 내용이야", "plot"],
  ["언제 나왔어", "year"],
  ["어디서 볼 수 있어", "where"],
])("%j asks for the %s", (text, topic) => {
  expect(topicOf(text)).toBe(topic);
});
