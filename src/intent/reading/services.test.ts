import { expect, test } from "vitest";
import { readServices } from "./services.ts";

test.each([
  ["I have Netflix", ["Netflix"]],
  ["we only have netflix and mubi.", ["netflix", "mubi"]],
  ["I've got Disney+, Apple TV+ & Prime Video", ["Disney+", "Apple TV+", "Prime Video"]],
  ["my services are Netflix or hulu", ["Netflix", "hulu"]],
  ["only show me what's on netflix", ["netflix"]],
  ["only films that are on Mubi", ["Mubi"]],
])("%j names %j", (text, services) => expect(readServices(text)).toEqual({ kind: "settle", services }));

test.each(["any service", "from anywhere", "I don't care where it is"])("%j names none any more", (text) =>
  expect(readServices(text)).toEqual({ kind: "restore", title: "services" }),
);

test.each([
  "I have two kids",
  "is it on netflix?",
  "only on sundays",
  "we have netflix and chill",
  "only on the moon",
])("%j is something else", (text) => expect(readServices(text)).toBeUndefined());
