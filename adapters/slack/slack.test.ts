import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { GESTURES } from "../../src/conversation/event.ts";
import { REACTION_NAME } from "./emoji.ts";
import { type Person, read } from "./fake/people.ts";
import type { Message } from "./fake/workspace.ts";
import { destinationOf, eventually, slackOn, stage, suggestionFor } from "./testing.ts";

const { run, start, openSlack, end } = stage();
afterEach(end);

/** Resolves with the first message that has all reactions of the bot under it. */
async function seeded(messages: () => readonly Message[]): Promise<Message> {
  return eventually(() => {
    const message = messages().find(({ reactions }) => reactions.size === GESTURES.length);
    expect(message).toBeDefined();
    return message!;
  });
}

const nameOf = ({ channel, ts }: Message) => `slack:${channel}:${ts}`;
const didOf = (heard: readonly { did: unknown }[]) => heard.map(({ did }) => did);

describe("words", () => {
  test("in a direct message are heard as they were typed", async () => {
    const { slack, heard } = await run();
    const ada = slack.user("ada");
    ada.dm("what about Amélie & <b>Heat</b>?");
    await slack.delivered();
    expect(heard).toMatchObject([
      {
        user: { platform: "slack", id: ada.id },
        did: { kind: "said", text: "what about Amélie & <b>Heat</b>?" },
      },
    ]);
  });

  test("that call the bot are heard once, though Slack tells of them twice", async () => {
    const { slack, heard } = await run(() => ({ lines: ["Hello."] }));
    const channel = slack.channel("movies");
    slack.user("ada").mention(channel, "something funny");
    await slack.delivered();
    expect(didOf(heard)).toEqual([{ kind: "said", text: "something funny" }]);
    expect(channel.messages.map(read).slice(1)).toEqual([`For @${slack.user("ada").id}\nHello.`]);
  });

  test("between people are not heard", async () => {
    const { slack, heard } = await run();
    slack.user("ada").say(slack.channel("movies"), "Heat was great");
    await slack.delivered();
    expect(heard).toEqual([]);
  });

  test("in a thread are answered in the thread", async () => {
    const { slack } = await run((incoming) => suggestionFor(incoming));
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    const first = ada.say(channel, "what shall we see?");
    ada.mention(channel, "recommend", first.ts);
    const suggestion = await seeded(() => channel.messages);
    expect(suggestion.threadTs).toBe(first.ts);
  });

  test("delivered again have effect once", async () => {
    const { slack, heard } = await run(() => ({ lines: ["Hello."] }));
    const ada = slack.user("ada");
    ada.dm("hi");
    await eventually(() => expect(ada.dms()).toHaveLength(2));
    slack.user("bob").dm("hi");
    slack.redeliver();
    slack.redeliver();
    await slack.delivered();
    expect(heard).toHaveLength(2);
  });
});

/** A delay that no other timer has. */
const HOURS_MS = 12_345_678;

describe("an answer that takes long", () => {
  test("is announced to the person alone", async () => {
    const slack = await openSlack();
    const channel = slack.channel("movies");
    const [ada, bob] = [slack.user("ada"), slack.user("bob")];
    const shownTo = (person: Person) => person.sees(channel).slice(1).map(read);
    await start(slackOn(slack, { interimAfterMs: 1 }), async () => {
      await eventually(() => expect(shownTo(ada)).toEqual(["One moment…"]));
      return { lines: ["Done."] };
    });
    ada.mention(channel, "slowly");
    const done = `For @${ada.id}\nDone.`;
    await eventually(() => expect(shownTo(ada)).toEqual(["One moment…", done]));
    expect(shownTo(bob)).toEqual([done]);
  });

  test("is not announced once it has come", async () => {
    const slack = await openSlack();
    const [set, cleared] = [vi.spyOn(globalThis, "setTimeout"), vi.spyOn(globalThis, "clearTimeout")];
    onTestFinished(() => void vi.restoreAllMocks());
    await start(slackOn(slack, { interimAfterMs: HOURS_MS }), () => ({ lines: ["Done."] }));
    const ada = slack.user("ada");
    ada.dm("quickly");
    await eventually(() => expect(ada.dms()).toHaveLength(2));
    const announcing = set.mock.results.filter((_, nth) => set.mock.calls[nth]![1] === HOURS_MS);
    expect(announcing).toHaveLength(1);
    await eventually(() => expect(cleared).toHaveBeenCalledWith(announcing[0]!.value));
  });
});

describe("reactions", () => {
  test("are put under a suggestion in their order, and are not taken for answers", async () => {
    const { slack, heard } = await run((incoming) => suggestionFor(incoming));
    const ada = slack.user("ada");
    ada.dm("recommend");
    const message = await seeded(ada.dms);
    await slack.delivered();
    expect([...message.reactions.keys()]).toEqual(Object.values(REACTION_NAME));
    expect(heard).toHaveLength(1);
  });

  test.each([
    ["+1", "like"],
    ["+1::skin-tone-4", "like"],
    ["-1", "dislike"],
    ["black_right_pointing_double_triangle_with_vertical_bar", "skip"],
    ["information_source", "info"],
  ])(":%s: is %s, and taking it back is heard", async (name, gesture) => {
    const { slack, heard } = await run((incoming) =>
      incoming.did.kind === "said" ? suggestionFor(incoming) : undefined,
    );
    const ada = slack.user("ada");
    ada.dm("recommend");
    const message = await seeded(ada.dms);
    const { suggestion } = suggestionFor(heard[0]!);
    ada.react(message, name);
    await slack.delivered();
    ada.unreact(message, name);
    await slack.delivered();
    expect(didOf(heard).slice(1)).toEqual([
      { kind: "gestured", gesture, on: { suggestion, message: nameOf(message) } },
      { kind: "gestureTakenBack", gesture, on: { suggestion, message: nameOf(message) } },
    ]);
  });

  test("that mean nothing are left alone", async () => {
    const { slack, heard } = await run((incoming) => suggestionFor(incoming));
    const ada = slack.user("ada");
    ada.dm("recommend");
    ada.react(await seeded(ada.dms), "pizza");
    await slack.delivered();
    expect(heard).toHaveLength(1);
  });

  test("of anybody in a channel are their own", async () => {
    const { slack, heard } = await run((incoming) =>
      incoming.did.kind === "said" ? suggestionFor(incoming) : undefined,
    );
    const channel = slack.channel("movies");
    slack.user("ada").mention(channel, "recommend");
    const message = await seeded(() => channel.messages);
    slack.user("bob").react(message, "+1");
    await slack.delivered();
    expect(heard[1]).toMatchObject({ user: { id: slack.user("bob").id }, did: { kind: "gestured" } });
  });

  test("while the bot still puts its own there are heard, in the thread of the suggestion", async () => {
    const { slack, heard } = await run((incoming) =>
      incoming.did.kind === "said" ? suggestionFor(incoming) : undefined,
    );
    const channel = slack.channel("movies");
    const [ada, bob] = [slack.user("ada"), slack.user("bob")];
    const first = ada.say(channel, "what shall we see?");
    ada.mention(channel, "recommend", first.ts);
    await eventually(() => expect(channel.messages[2]?.reactions.size).toBeGreaterThan(0));
    bob.react(channel.messages[2]!, "-1");
    await slack.delivered();
    expect(heard[1]).toMatchObject({
      conversation: `slack:${channel.id}:${first.ts}`,
      did: { on: { suggestion: suggestionFor(heard[0]!).suggestion } },
    });
  });

  test("on old messages name the message after a restart", async () => {
    const slack = await openSlack();
    const before = slackOn(slack);
    await start(before, (incoming) => suggestionFor(incoming));
    const ada = slack.user("ada");
    ada.dm("recommend");
    const message = await seeded(ada.dms);
    await slack.delivered(); // else Slack sends the words again
    await before.stop();

    const heard = await start(slackOn(slack));
    ada.react(message, "-1");
    await slack.delivered();
    expect(didOf(heard)).toEqual([
      { kind: "gestured", gesture: "dislike", on: { message: nameOf(message) } },
    ]);
  });

  test("give way to buttons where Slack takes none from the bot", async () => {
    const { slack, heard } = await run((incoming) =>
      incoming.did.kind === "said" ? suggestionFor(incoming) : undefined,
    );
    slack.scopes.delete("reactions:write");
    const ada = slack.user("ada");
    ada.dm("recommend");
    const message = await eventually(() => {
      expect(read(ada.dms()[1]!)).toContain("[👍 Like]");
      return ada.dms()[1]!;
    });
    await ada.press("👎 Dislike", message);
    await eventually(() => expect(heard[1]?.did).toMatchObject({ kind: "pressed", gesture: "dislike" }));
  });
});

describe("/recommend", () => {
  test("asks for the next suggestion, or says what was typed behind it", async () => {
    const { slack, heard } = await run();
    const ada = slack.user("ada");
    await ada.slash("/recommend");
    await ada.slash("/recommend", "more like Heat & Ronin");
    await eventually(() =>
      expect(didOf(heard)).toEqual([
        { kind: "commanded", command: { kind: "next" } },
        { kind: "said", text: "more like Heat & Ronin" },
      ]),
    );
  });

  test("is answered for all in a channel that the bot is in", async () => {
    const { slack } = await run((incoming) => suggestionFor(incoming));
    const channel = slack.channel("movies");
    await slack.user("ada").slash("/recommend", "", channel);
    await seeded(() => slack.user("bob").sees(channel));
  });

  test("is answered with buttons, for the person alone, where the bot is not", async () => {
    const { slack, heard } = await run((incoming) => suggestionFor(incoming));
    const channel = slack.channel("secret", { bot: false });
    const ada = slack.user("ada");
    await ada.slash("/recommend", "", channel);
    const [message] = await eventually(() => {
      expect(ada.sees(channel)).toHaveLength(1);
      return ada.sees(channel);
    });
    expect(slack.user("bob").sees(channel)).toEqual([]);
    await ada.press("👍 Like", message);
    await eventually(() => expect(ada.sees(channel)).toHaveLength(2));
    expect(heard[1]!.did).toMatchObject({ kind: "pressed", gesture: "like" });
    expect(slack.user("bob").sees(channel)).toEqual([]);
  });

  test("privately is answered for the person alone", async () => {
    const { slack, heard } = await run((incoming) => suggestionFor(incoming));
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    await ada.slash("/recommend", "privately something funny", channel);
    await eventually(() => expect(ada.sees(channel)).toHaveLength(1));
    expect(slack.user("bob").sees(channel)).toEqual([]);
    expect(didOf(heard)).toEqual([{ kind: "said", text: "something funny" }]);
  });

  test("is acknowledged at once, however long the answer takes", async () => {
    const { slack } = await run(() => new Promise(() => {}));
    await slack.user("ada").slash("/recommend");
  });
});

describe("private cards", () => {
  test("in a channel are seen by the person alone", async () => {
    const { slack } = await run(() => ({ lines: ["For you alone."], private: true }));
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    ada.mention(channel, "profile");
    await eventually(() => expect(ada.sees(channel).map(read)).toContain("For you alone."));
    expect(slack.user("bob").sees(channel).map(read)).not.toContain("For you alone.");
  });

  test("with a file go into the person's messages", async () => {
    const file = { name: "matinee-export.json", mediaType: "application/json", text: '{"log": []}' };
    const { slack } = await run(() => ({ lines: ["Everything."], file, private: true }));
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    ada.mention(channel, "export");
    await eventually(() => expect(ada.dms().map(read)).toEqual(['Everything.\n{"log": []}']));
    await eventually(() => expect(read(ada.sees(channel).at(-1)!)).toContain("in your messages with me"));
    expect(slack.user("bob").sees(channel)).toHaveLength(1);
  });
});

describe("a private suggestion", () => {
  test.each([true, false])("can be shared, where the bot is in the channel: %s", async (bot) => {
    const { slack, heard } = await run((incoming) => suggestionFor(incoming));
    const channel = slack.channel("movies", { bot });
    const [ada, bob] = [slack.user("ada"), slack.user("bob")];
    await ada.slash("/recommend", "privately", channel);
    const [message] = await eventually(() => {
      expect(ada.sees(channel)).toHaveLength(1);
      return ada.sees(channel);
    });
    await ada.press("Share", message);
    await eventually(() => expect(bob.sees(channel)).toHaveLength(1));
    expect(heard[1]!.did).toEqual({
      kind: "shared",
      on: { suggestion: suggestionFor(heard[0]!).suggestion },
    });
  });
});

describe("asides", () => {
  test("are dropped where they cannot be whispered", async () => {
    const { slack, adapter, heard } = await run();
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    ada.mention(channel, "recommend");
    await slack.delivered();
    channel.members.delete(ada.id);
    const card = { lines: ["👍 Noted."], private: true };
    await adapter.send(destinationOf(heard[0]!), { ...card, aside: true });
    expect(ada.dms()).toEqual([]);
    await adapter.send(destinationOf(heard[0]!), card);
    expect(ada.dms().map(read)).toEqual([expect.stringContaining("👍 Noted.")]);
  });
});

describe("buttons", () => {
  test("say their words, for the person who was asked", async () => {
    const { slack, heard } = await run(({ did }) =>
      did.kind === "said" && did.text === "heat"
        ? { lines: ["Which one?"], actions: [{ label: "Heat (1995)", says: "favourite tt0113277" }] }
        : undefined,
    );
    const channel = slack.channel("movies");
    const [ada, bob] = [slack.user("ada"), slack.user("bob")];
    ada.mention(channel, "heat");
    const question = await eventually(() => {
      expect(channel.messages).toHaveLength(2);
      return channel.messages[1]!;
    });
    await bob.press("Heat (1995)", question);
    await eventually(() => expect(read(bob.sees(channel).at(-1)!)).toContain("wait for the person I asked"));
    expect(heard).toHaveLength(1);
    expect(ada.sees(channel)).toHaveLength(2);
    await ada.press("Heat (1995)", question);
    await eventually(() =>
      expect(didOf(heard).slice(1)).toEqual([{ kind: "said", text: "favourite tt0113277" }]),
    );
  });
});

describe("a double click", () => {
  test("on Share, on words and in the Home tab is one click", async () => {
    const { slack, heard } = await run((incoming) =>
      incoming.did.kind === "said"
        ? { ...suggestionFor(incoming), actions: [{ label: "Skip", says: "skip" }] }
        : undefined,
    );
    const channel = slack.channel("movies");
    const ada = slack.user("ada");
    await ada.slash("/recommend", "privately something funny", channel);
    const [whispered] = await eventually(() => {
      expect(ada.sees(channel)).toHaveLength(1);
      return ada.sees(channel);
    });
    for (const label of ["Share", "Share", "Skip", "Skip"]) await ada.press(label, whispered);
    ada.openHome();
    await eventually(() => expect(ada.home()).toBeDefined());
    for (const label of ["Export my data", "Export my data"]) await ada.press(label);
    await slack.user("bob").slash("/recommend"); // what was pressed before has been heard by then
    await eventually(() => expect(heard.at(-1)!.user.id).toBe(slack.user("bob").id));
    const kinds = heard
      .filter(({ conversation }) => !conversation.startsWith("slack:home"))
      .map(({ did }) => did.kind);
    expect(kinds.toSorted()).toEqual(["commanded", "commanded", "said", "said", "shared"]);
  });
});

describe("the App Home tab", () => {
  test("shows the person's profile and history", async () => {
    const { slack } = await run(({ did }) =>
      did.kind === "commanded"
        ? { title: { text: `Your ${did.command.kind}` }, lines: ["Heat."] }
        : undefined,
    );
    const ada = slack.user("ada");
    ada.openHome();
    await eventually(() => expect(JSON.stringify(ada.home())).toMatch(/Your profile.*Your history/));
  });

  test("has buttons that are answered under Messages", async () => {
    const { slack, heard } = await run(({ did }) =>
      did.kind === "commanded" ? { lines: [`This is ${did.command.kind}.`] } : undefined,
    );
    const ada = slack.user("ada");
    ada.openHome();
    await eventually(() => expect(ada.home()).toBeDefined());
    await ada.press("Forget me");
    await eventually(() => expect(ada.dms().map(read)).toEqual(["This is forgetMe."]));
    await eventually(() => expect(JSON.stringify(ada.home())).toContain("I answer under Messages."));
    expect(heard[2]!.did).toEqual({ kind: "commanded", command: { kind: "forgetMe" } });
  });
});

describe("drawing a suggestion anew", () => {
  test("changes the message where it stands, and is not heard as words", async () => {
    const { slack, adapter, heard } = await run((incoming) => suggestionFor(incoming));
    const ada = slack.user("ada");
    ada.dm("recommend");
    const message = await seeded(ada.dms);
    const card = suggestionFor(heard[0]!);
    await adapter.edit(nameOf(message), { ...card, lines: ["👍 noted"] }, heard[0]!.user);
    await slack.delivered();
    expect(read(message)).toContain("👍 noted");
    expect(heard).toHaveLength(1);
  });

  test("lets a message go that is gone", async () => {
    const { slack, adapter, heard } = await run((incoming) => suggestionFor(incoming));
    const ada = slack.user("ada");
    ada.dm("recommend");
    const message = await seeded(ada.dms);
    message.deleted = true;
    await adapter.edit(nameOf(message), suggestionFor(heard[0]!), heard[0]!.user);
  });
});
