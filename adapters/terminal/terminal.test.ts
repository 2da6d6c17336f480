import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import picocolors from "picocolors";
import { expect, test } from "vitest";
import { adapterContract } from "../../src/host/adapter.contract.ts";
import { createTerminal } from "./terminal.ts";

function openTerminal(interactive = false) {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: "utf8" });
  let text = "";
  output.on("data", (chunk: string) => {
    text += chunk;
  });
  const adapter = createTerminal({
    input,
    output,
    user: "ada",
    interactive,
    colours: picocolors.createColors(false),
    now: Date.now,
  });
  return {
    adapter,
    input,
    says: async (line: string) => void input.write(`${line}\n`),
    shown: async () => text,
    close: async () => void input.end(),
  };
}

adapterContract("terminal", async () => openTerminal());

test("the end of the input is leaving", async () => {
  const { adapter, input } = openTerminal();
  await adapter.start(async () => {});
  input.end();
  await adapter.left;
});

test("told to stop while the welcome takes its time, it listens to nobody any more", async () => {
  const { adapter, input } = openTerminal();
  let welcomed = () => {};
  const welcoming = new Promise<void>((resolve) => {
    welcomed = resolve;
  });
  await adapter.start(() => welcoming);
  await adapter.stop();
  welcomed();
  await adapter.left;
  await new Promise(setImmediate);
  expect(input.isPaused()).toBe(true);
});

test("lines that come while the welcome takes its time are heard behind it, and so is their end", async () => {
  const { adapter, says, input } = openTerminal();
  const heard: unknown[] = [];
  let welcomed = () => {};
  await adapter.start(async ({ did }) => {
    heard.push(did);
    if (did.kind === "opened")
      await new Promise<void>((resolve) => {
        welcomed = resolve;
      });
  });
  await says("heat");
  await says("alien");
  input.end();
  await finished(input);
  await new Promise(setImmediate);
  expect(heard).toEqual([{ kind: "opened" }]);
  welcomed();
  await adapter.left;
  expect(heard.slice(1)).toEqual(["heat", "alien"].map((text) => ({ kind: "said", text })));
});

test("a card that closes is leaving, and lines behind it are not heard", async () => {
  const { adapter, says } = openTerminal();
  const heard: string[] = [];
  await adapter.start(async ({ did, conversation, event, atMs, user }) => {
    if (did.kind === "said") {
      heard.push(did.text);
      await adapter.send(
        { conversation, inReplyTo: event, atMs, user, delivery: "goodbye" },
        { lines: ["Goodbye."], closes: true },
      );
    }
  });
  await says("quit");
  await says("one more thing");
  await adapter.left;
  expect(heard).toEqual(["quit"]);
});

test("empty lines are not words", async () => {
  const { adapter, says, input } = openTerminal();
  const heard: unknown[] = [];
  await adapter.start(async ({ did }) => void heard.push(did));
  await says("   ");
  await says("heat");
  input.end();
  await adapter.left;
  expect(heard).toEqual([{ kind: "opened" }, { kind: "said", text: "heat" }]);
});

test("what is repeated of a piped line cannot command the terminal, nor turn the direction of what follows", async () => {
  const { adapter, input, says, shown } = openTerminal();
  await adapter.start(async () => {});
  await says("\u001b[2Jheat\u0007 \u009b31mand\u202e\talien\u007f");
  input.end();
  await adapter.left;
  expect(await shown()).toContain("› [2Jheat 31mand alien\n");
  expect(await shown()).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
});

test("what stands on the screen before a card that conceals it is wiped where a person types", async () => {
  for (const interactive of [true, false]) {
    const { adapter, shown } = openTerminal(interactive);
    await adapter.start(async () => {});
    const destination = {
      conversation: "terminal:ada",
      inReplyTo: "1",
      atMs: 0,
      user: { platform: "terminal", id: "ada" },
      delivery: "d",
    };
    await adapter.send(destination, { lines: ["Ben, it is you."], conceals: true });
    expect((await shown()).includes("\x1b[2J")).toBe(interactive);
    await adapter.stop();
  }
});
