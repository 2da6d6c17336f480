import { expect, test } from "vitest";
import { readSharing } from "./sharing.ts";

test.each([
  ["share my list", "list"],
  ["Share my watchlist with everybody!", "list"],
  ["my list as a picture", "list"],
  ["show the others my list", "list"],
  ["share my profile", "taste"],
  ["post my favourites as a picture", "taste"],
  ["my taste as a picture", "taste"],
])("%j shows others the %s", (text, what) => expect(readSharing(text)).toEqual({ kind: "shareOwn", what }));

test.each([
  ["share my list as a link", "list"],
  ["Share my watchlist with Ben by a link!", "list"],
  ["give me a link to my list", "list"],
  ["a link to my favourites", "taste"],
  ["can i have a shareable link for my profile?", "taste"],
  ["could you make a link to my likes for the others", "taste"],
  ["my taste as a web page", "taste"],
  ["make my watch later list public", "list"],
])("%j is to be a link to the %s", (text, what) =>
  expect(readSharing(text)).toEqual({ kind: "shareOwn", what, by: "link" }),
);

test.each([
  ["stop sharing", {}],
  ["please stop sharing everything", {}],
  ["withdraw all links", {}],
  ["revoke the link", {}],
  ["delete my shared links", {}],
  ["stop sharing my list", { what: "list" }],
  ["Don’t share my favourites any more.", { what: "taste" }],
  ["remove the link to my watchlist", { what: "list" }],
  ["make my profile private again", { what: "taste" }],
  ["unshare my taste", { what: "taste" }],
  ["stop sharing bcdfgh", { id: "BCDFGH" }],
  ["withdraw the link BCDFGH", { id: "BCDFGH" }],
])("%j is to stop it", (text, of) => expect(readSharing(text)).toEqual({ kind: "stopSharing", ...of }));

test.each([
  "what do I share?",
  "what am i sharing with others",
  "my shared links",
  "show me my public pages",
  "who can see my list",
  "is my profile public",
])("%j asks what is shared", (text) => expect(readSharing(text)).toEqual({ kind: "tellShared" }));

test.each([
  "unlink",
  "link BCDFGH",
  "stop",
  "remove my list",
  "a film about a shared house",
  "my list",
  "show my likes",
  "a film about people who share a flat",
  "share",
  "my profile",
])("%j does not", (text) => expect(readSharing(text)).toBeUndefined());
