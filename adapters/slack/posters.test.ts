/** Drawn posters in Slack: uploaded once, shown when Slack has looked at them, and done without where that fails. */
import { describe, expect } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import { tinyWorld } from "../../src/conversation/testing/tiny-world.ts";
import { drawnPosters } from "../../src/host/drawn-posters.ts";
import { filesIn } from "./fake/blocks.ts";
import type { FakeSlack } from "./fake/fake-slack.ts";
import type { Failure } from "./fake/faults.ts";
import type { Message } from "./fake/workspace.ts";
import type { Log } from "./log.ts";
import { eventually, onStage, type Stage, slackOn } from "./testing.ts";

const drawn = drawnPosters({
  world: tinyWorld(),
  store: {
    suggestion: async (id) => ({
      user: { platform: "slack", id: "1" },
      suggestion: { id, movie: "tt0000000", atMs: 0 },
    }),
  },
  width: 120,
  onTrouble: (error) => expect.fail(String(error)),
});

const ALIEN: Card = {
  title: { text: "Alien (1979)" },
  lines: ["In space no one can hear you scream."],
  suggestion: "alien-a",
};
const LIKED: Card = { ...ALIEN, lines: [...ALIEN.lines, "Noted: 👍 liked"], answered: "like" };
const UPLOADS = ["files.getUploadURLExternal", "upload", "files.completeUploadExternal"];

async function someSlack(stage: Stage) {
  const slack = await stage.openSlack();
  const warnings: string[] = [];
  const log: Log = { info() {}, warn: (_, what) => void warnings.push(what), error() {} };
  const adapter = slackOn(slack, { drawn, log, posterWithinMs: 60_000 });
  let showings = 0;
  await stage.start(adapter, () => ({ ...ALIEN, suggestion: `alien-${showings++}` }));
  return { slack, adapter, log, warnings, ada: slack.user("ada") };
}

const shownTo = ({ dms }: { dms(): Message[] }, nth = 0) =>
  eventually(() => {
    const message = dms().filter(({ author }) => author === "U0MATINEE")[nth];
    expect(message).toBeDefined();
    return message!;
  });
const count = ({ calls }: FakeSlack, method: string) => calls.filter((one) => one.method === method).length;
const nameOf = ({ channel, ts }: Message) => `slack:${channel}:${ts}`;

describe.concurrent("a drawn poster", () => {
  onStage(
    "is uploaded once for a film, waited for, and stays when the card is drawn again",
    async ({ stage }) => {
      const { slack, adapter, ada } = await someSlack(stage);
      ada.dm("hello");
      const first = await shownTo(ada);
      const [file] = filesIn(first.blocks);
      expect(file).toMatch(/^F/);
      expect(first.blocks.at(-1)).toMatchObject({ type: "image", alt_text: /^Drawn poster of Alien/ });
      const owner = { platform: "slack", id: ada.id };
      expect(await adapter.edit(nameOf(first), { ...LIKED, suggestion: "alien-0" }, owner)).toBe(true);
      expect(filesIn(first.blocks)).toEqual([file]);
      expect(first.blocks.at(-1)).toMatchObject({ type: "section" });
      ada.dm("another");
      await shownTo(ada, 1);
      ada.dm("and another");
      const third = await shownTo(ada, 2);
      expect(filesIn(third.blocks)).toEqual([file]);
      expect(count(slack, "files.completeUploadExternal")).toBe(2); // one of each look, by turns
    },
  );

  onStage(
    "stays where another process draws the card again, and is not uploaded for it",
    async ({ stage }) => {
      const { slack, adapter, log, ada } = await someSlack(stage);
      ada.dm("hello");
      const first = await shownTo(ada);
      const [file] = filesIn(first.blocks);
      await adapter.stop();
      const again = slackOn(slack, { drawn, log, posterWithinMs: 60_000 });
      await stage.start(again);
      const owner = { platform: "slack", id: ada.id };
      expect(await again.edit(nameOf(first), { ...LIKED, suggestion: "alien-0" }, owner)).toBe(true);
      expect(filesIn(first.blocks)).toEqual([file]);
      expect(count(slack, "files.completeUploadExternal")).toBe(1);
    },
  );

  onStage("is done without where the app lacks the scope, which is said once", async ({ stage }) => {
    const { slack, warnings, ada } = await someSlack(stage);
    slack.scopes.delete("files:read");
    for (const nth of [0, 1, 2]) {
      ada.dm("next");
      expect(filesIn((await shownTo(ada, nth)).blocks)).toEqual([]);
    }
    expect(warnings.filter((one) => one.includes("files:read"))).toHaveLength(1);
    expect(count(slack, "files.completeUploadExternal")).toBe(1);
  });

  for (const method of [...UPLOADS, "files.info"])
    for (const failure of ["cut", "answer lost", { status: 503 }, { error: "internal_error" }] as Failure[])
      onStage(
        `costs the card nothing where ${method} meets ${JSON.stringify(failure)}`,
        async ({ stage }) => {
          const { slack, ada } = await someSlack(stage);
          slack.fail(method, failure, 20);
          ada.dm("hello");
          const message = await shownTo(ada);
          expect(filesIn(message.blocks)).toEqual([]);
          expect(message.blocks.length).toBeGreaterThan(0);
        },
      );

  onStage("that Slack takes no more is left out, and uploaded anew for the next card", async ({ stage }) => {
    const { slack, ada } = await someSlack(stage);
    let isGone = true;
    slack.faults.schedule = ({ params }) =>
      isGone && JSON.stringify(params).includes("slack_file") ? { error: "file_deleted" } : undefined;
    ada.dm("hello");
    const first = await shownTo(ada);
    expect(filesIn(first.blocks)).toEqual([]);
    isGone = false;
    ada.dm("again");
    const second = await shownTo(ada, 1);
    expect(filesIn(second.blocks)).toHaveLength(1);
  });
});
