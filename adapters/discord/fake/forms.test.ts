import { describe, expect, test } from "vitest";
import { readCommands, readMessage } from "./forms.ts";

const button = (custom_id: string) => ({ type: 2, style: 2, label: "Like", custom_id });
const link = { type: 2, style: 5, label: "IMDb", url: "https://www.imdb.com/" };
const row = (...components: object[]) => ({ type: 1, components });

describe("a message that Discord would refuse is refused", () => {
  test.each([
    ["content over 2000", { content: "x".repeat(2001) }],
    ["a title over 256", { embeds: [{ title: "x".repeat(257) }] }],
    ["an empty field", { embeds: [{ fields: [{ name: "Genres", value: " " }] }] }],
    ["26 fields", { embeds: [{ fields: Array(26).fill({ name: "a", value: "b" }) }] }],
    [
      "6001 in one embed",
      { embeds: [{ description: "x".repeat(4096), footer: { text: "y".repeat(1905) } }] },
    ],
    ["an embed's address that is none", { embeds: [{ title: "x", url: "javascript:alert(1)" }] }],
    ["a custom id over 100", { components: [row(button("x".repeat(101)))] }],
    ["two buttons of one id", { components: [row(button("a"), button("a"))] }],
    ["six buttons in a row", { components: [row(..."abcdef".split("").map(button))] }],
    ["six rows", { components: "abcdef".split("").map((id) => row(button(id))) }],
    ["a link over 512", { components: [row({ ...link, url: `https://example.org/${"x".repeat(500)}` })] }],
    ["a link with an id as well", { components: [row({ ...link, custom_id: "a" })] }],
    ["a link to a script", { components: [row({ ...link, url: "javascript:alert(1)" })] }],
    ["a picture of this machine's", { embeds: [{ title: "x", image: { url: "http://127.0.0.1/a.png" } }] }],
    ["a picture of a network at home", { embeds: [{ image: { url: "https://192.168.1.7/a.png" } }] }],
    ["a picture by a name without a domain", { embeds: [{ image: { url: "https://matinee/a.png" } }] }],
    ["a description over 1024", { attachments: [{ id: 0, description: "x".repeat(1025) }] }],
    ["a misspelt key", { content: "x", allowedMentions: { parse: [] } }],
    ["a nonce over 25", { content: "x", nonce: "x".repeat(26) }],
  ])("%s", (_what, form) => {
    expect(() => readMessage(form)).toThrow("Invalid Form Body");
  });
});

describe("a command that Discord would refuse is refused", () => {
  test.each([
    ["upper case", { name: "Recommend", description: "x" }],
    ["no description", { name: "recommend", description: "" }],
    [
      "an optional option before a required one",
      { name: "a", description: "x", options: [option("b"), option("c", true)] },
    ],
  ])("%s", (_what, command) => {
    expect(() => readCommands([command])).toThrow("Invalid Form Body");
  });
});

function option(name: string, required = false) {
  return { type: 3, name, description: "x", required };
}
