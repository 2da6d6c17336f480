import { expect, test } from "vitest";
import type { Incoming } from "../../src/host/adapter.ts";
import { destinationOf } from "../../src/host/showings.ts";
import { namesIn, teamOf } from "./names.ts";

const incoming: Incoming = {
  user: { platform: "slack", id: "U1" },
  conversation: "slack:C1:1716.000200",
  event: "slack:13345224609.738474920.8088930838d88f008e0",
  atMs: 1,
  did: { kind: "gestured", gesture: "like", on: { message: "slack:C1:1716.000300" } },
  place: { id: "C1", managed: true },
};

test("every name of a workspace carries it outside, and is Slack's own again inside", () => {
  const names = namesIn("T024BE7LD");
  const outside = names.incoming(incoming);
  expect(outside).toEqual({
    ...incoming,
    user: { platform: "slack", id: "T024BE7LD.U1" },
    conversation: "slack:T024BE7LD.C1:1716.000200",
    event: "slack:T024BE7LD.13345224609.738474920.8088930838d88f008e0",
    did: { kind: "gestured", gesture: "like", on: { message: "slack:T024BE7LD.C1:1716.000300" } },
    place: { id: "T024BE7LD.C1", managed: true },
  });
  expect([teamOf(outside.conversation), teamOf(outside.event)]).toEqual(["T024BE7LD", "T024BE7LD"]);
  expect(names.destination(destinationOf(outside))).toMatchObject({
    user: incoming.user,
    conversation: incoming.conversation,
    inReplyTo: incoming.event,
  });
});

test.each([
  "slack:C1:1716.000200",
  "slack:home:U1",
  "slack:13345224609.738474920.8088930838d88f008e0",
  "slack:Ev08MFMKH6:profile",
  "slack:D1",
])("%s belongs to the workspace whose token is set by hand, and stays as it is there", (name) => {
  expect(teamOf(name)).toBeUndefined();
  expect([namesIn(undefined).outside(name), namesIn(undefined).inside(name)]).toEqual([name, name]);
});
