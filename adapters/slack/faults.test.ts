import { afterEach, describe, expect, test } from "vitest";
import { read } from "./fake/people.ts";
import { destinationOf, eventually, slackOn, socketOf, stage, suggestionFor } from "./testing.ts";

const { run, start, openSlack, end } = stage();
afterEach(end);

const hello = () => ({ lines: ["Hello."] });

describe("acknowledgement", () => {
  test("waits for the work, so that what a crash interrupts is delivered again", async () => {
    const slack = await openSlack();
    const crashing = slackOn(slack);
    const interrupted = await start(crashing, () => new Promise(() => {}));
    slack.user("ada").dm("hi");
    await eventually(() => expect(interrupted).toHaveLength(1));
    await crashing.stop();
    slack.cutSocket();

    const heard = await start(slackOn(slack));
    await slack.delivered();
    expect(heard.map(({ did }) => did)).toEqual([{ kind: "said", text: "hi" }]);
  });

  test("does not wait longer than Slack does", async () => {
    const slack = await openSlack();
    const heard = await start(slackOn(slack, { acknowledgeWithinMs: 50 }), () => new Promise(() => {}));
    slack.user("ada").dm("hi");
    await slack.delivered();
    expect(heard).toHaveLength(1);
  });

  test("of a hundred people at once does not wait for what they are answered, and each is heard", async () => {
    const slack = await openSlack();
    let answer = () => {};
    const answered = new Promise<undefined>((resolve) => {
      answer = () => resolve(undefined);
    });
    const heard = await start(slackOn(slack, { acknowledgeWithinMs: 800 }), (incoming) =>
      incoming.did.kind === "said" ? suggestionFor(incoming) : answered,
    );
    const channel = slack.channel("movies");
    slack.user("ada").mention(channel, "recommend");
    await eventually(() => expect(channel.messages[1]?.reactions.size).toBe(5));
    await slack.delivered();
    for (let n = 0; n < 100; n++) slack.user(`fan ${n}`).react(channel.messages[1]!, "+1");
    await slack.delivered();
    await eventually(() => expect(heard.filter(({ did }) => did.kind === "gestured")).toHaveLength(100));
    answer();
  });
});

describe("a call to Slack", () => {
  test("that is rate limited is made again, and holds up nobody else", async () => {
    const { slack } = await run(hello);
    slack.fail("chat.postMessage", { retryAfterS: 2 });
    const [ada, bob] = [slack.user("ada"), slack.user("bob")];
    ada.dm("hi");
    await eventually(() => expect(slack.calls.length).toBeGreaterThan(1));
    bob.dm("hi");
    await eventually(() => expect(bob.dms()).toHaveLength(2));
    expect(ada.dms()).toHaveLength(1);
    await eventually(() => expect(ada.dms()).toHaveLength(2));
  });

  test("whose answer was lost is not made again: the message may stand there", async () => {
    const { slack, adapter, heard } = await run();
    const ada = slack.user("ada");
    ada.dm("hi");
    await slack.delivered();
    slack.fail("chat.postMessage", "answer lost");
    await expect(adapter.send(destinationOf(heard[0]!), hello())).rejects.toThrow();
    expect(ada.dms().map(read)).toEqual(["hi", "Hello."]);
  });

  test.each(["already_reacted", "message_not_found"])(
    "that says %s of a reaction is no matter",
    async (error) => {
      const { slack } = await run((incoming) => suggestionFor(incoming));
      slack.fail("reactions.add", { error });
      const ada = slack.user("ada");
      ada.dm("recommend");
      await slack.delivered();
      expect(ada.dms()).toHaveLength(2);
      expect(slack.calls.map(({ method }) => method)).not.toContain("chat.update");
    },
  );
});

test("a suggestion under which neither reactions nor buttons can be put still stands, and is named", async () => {
  const { slack, adapter, heard } = await run();
  const ada = slack.user("ada");
  ada.dm("recommend");
  await slack.delivered();
  slack.fail("reactions.add", "answer lost");
  slack.fail("chat.update", "answer lost");
  const sent = await adapter.send(destinationOf(heard[0]!), suggestionFor(heard[0]!));
  expect(sent).toEqual({
    kind: "shown",
    message: `slack:${ada.dms()[1]!.channel}:${ada.dms()[1]!.ts}`,
  });
});

test("can be stopped twice, and before it was started", async () => {
  const slack = await openSlack();
  const adapter = slackOn(slack, { transport: socketOf(slack) });
  await adapter.stop();
  await start(adapter);
  await adapter.stop();
  await adapter.stop();
});
