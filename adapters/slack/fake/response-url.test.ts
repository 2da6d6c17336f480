import { expect, test } from "vitest";
import { answerUrls } from "./response-url.ts";
import { createWorkspace } from "./workspace.ts";

test("five answers fit through the address of a command, seen by the person alone unless said otherwise", () => {
  const workspace = createWorkspace();
  const urls = answerUrls(workspace, () => "http://slack");
  const channel = workspace.channel("movies");
  const id = urls.open(channel, "U1").split("/").at(-1)!;
  urls.take(id, { text: "for all", response_type: "in_channel" });
  for (let n = 0; n < 4; n++) urls.take(id, { text: "for one" });
  expect(() => urls.take(id, { text: "too many" })).toThrow("used_url");
  expect(() => urls.take("R404", { text: "nowhere" })).toThrow("expired_url");
  expect(channel.messages.map(({ onlyFor }) => onlyFor)).toEqual([undefined, "U1", "U1", "U1", "U1"]);
});
