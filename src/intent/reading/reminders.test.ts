import { expect, test } from "vitest";
import { createCatalog } from "../../catalog/catalog.ts";
import { tinyModel } from "../../conversation/testing/tiny-world.ts";
import { readReminder } from "./reminders.ts";

const catalog = createCatalog(tinyModel().movies);

test.each([
  ["remind me", { kind: "remind" }],
  ["ask me tomorrow", { kind: "remind" }],
  ["please remind me about it tomorrow", { kind: "remind" }],
  ["ask me how it was", { kind: "remind" }],
  ["remind me about Alien", { kind: "remind", title: "Alien" }],
  ["ask me how Ronin was tomorrow", { kind: "remind", title: "Ronin" }],
  ["reminders on", { kind: "settle", reminds: true }],
  ["always ask me afterwards", { kind: "settle", reminds: true }],
  ["reminders off", { kind: "settle", reminds: false }],
  ["stop reminding me", { kind: "settle", reminds: false }],
  ["no more reminders", { kind: "settle", reminds: false }],
  ["quiet hours 23 to 8", { kind: "settle", quiet: { from: 23 * 60, to: 8 * 60 } }],
  ["quiet hours 20 to 23", { kind: "settle", quiet: { from: 20 * 60, to: 23 * 60 } }],
  ["quiet hours from 10pm to 9:30", { kind: "settle", quiet: { from: 22 * 60, to: 9 * 60 + 30 } }],
])("%j", (text, act) => expect(readReminder(catalog, text)).toEqual(act));

test.each([
  "remind me to buy milk",
  "that reminds me of Alien",
  "a quiet film",
  "ask me anything",
  "remind me to watch Alien",
])("%j is something else", (text) => expect(readReminder(catalog, text)).toBeUndefined());
