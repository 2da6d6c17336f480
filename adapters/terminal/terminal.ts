import { randomUUID } from "node:crypto";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Colors } from "picocolors/types.js";
import type { Field } from "../../src/conversation/card.ts";
import type { Adapter, Incoming } from "../../src/host/adapter.ts";
import { broughtFrom, exportIn, fileWritten, importIn, leftOverOf } from "./files.ts";
import { harmless } from "./harmless.ts";
import { render } from "./render.ts";

const PROMPT = "› ";
/** Clears the screen, what was scrolled out of it too, and begins at its top. */
const WIPE = "\x1b[2J\x1b[3J\x1b[H";
const USAGE: readonly Field[] = [
  {
    name: "y  n  s  l  i",
    value: "like, dislike, skip, keep for later or details of the suggestion on the table",
  },
  { name: "together", value: "one film for several at this keyboard: who is in, a short list, hidden votes" },
  { name: "quit", value: "goodbye; everything is kept" },
];

export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Who is at the keyboard. */
  readonly user: string;
  /** A person types: readline edits the line. Otherwise lines are read and repeated, so that the output reads as a conversation. */
  readonly interactive: boolean;
  readonly colours: Colors;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface TerminalAdapter extends Adapter {
  /** Resolves when the person has left: quit, Ctrl-C, or the end of the input. */
  readonly left: Promise<void>;
}

export function createTerminal({
  input,
  output,
  user,
  interactive,
  colours,
  now,
}: TerminalOptions): TerminalAdapter {
  let lines: Interface | undefined;
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });

  const incoming = (did: Incoming["did"]): Incoming => ({
    user: { platform: "terminal", id: user },
    conversation: `terminal:${user}`,
    event: randomUUID(),
    atMs: now(),
    did,
  });

  /** Where a file goes that is shown next: one that is named by its path, and only here. */
  let writeTo: string | undefined;
  async function doneBy(line: string): Promise<Incoming["did"]> {
    const [brought, exported] = [importIn(line), exportIn(line)];
    writeTo = exported?.path ?? (brought === undefined ? undefined : leftOverOf(brought));
    if (exported) return { kind: "commanded", command: { kind: "export", format: exported.format } };
    return brought === undefined ? { kind: "said", text: line } : broughtFrom(brought);
  }

  async function listen(reader: Interface, onIncoming: (incoming: Incoming) => Promise<void>): Promise<void> {
    const prompt = () => {
      if (lines !== reader) return; // a closed reader that prompts listens again, and keeps the program from ending
      output.write("\n");
      reader.prompt();
    };
    const typed = reader[Symbol.asyncIterator](); // before anything is waited for: what comes meanwhile is kept
    await onIncoming(incoming({ kind: "opened" }));
    prompt();
    for await (const line of typed) {
      if (!interactive) output.write(`${harmless(line)}\n`);
      if (line.trim() !== "") await onIncoming(incoming(await doneBy(line)));
      if (lines !== reader) break;
      prompt();
    }
    if (lines === reader) output.write("\n");
    leave();
  }

  return {
    name: "terminal",
    capabilities: {
      reactions: false,
      buttons: false,
      edits: false,
      images: false,
      ephemeral: true,
      reachesAway: false,
      windows: true,
    },
    usage: USAGE,
    left,

    async start(onIncoming) {
      lines = createInterface({ input, output, terminal: interactive, prompt: colours.green(PROMPT) });
      const reader = lines;
      reader.on("SIGINT", () => reader.close());
      output.on("error", () => void this.stop()); // whoever was reading has gone
      void listen(reader, onIncoming);
    },

    async send(_destination, card) {
      if (card.conceals && interactive) output.write(WIPE);
      output.write(`\n${render(writeTo === undefined ? card : fileWritten(card, writeTo), colours)}\n`);
      if (card.closes) await this.stop();
      return { kind: "shown" };
    },

    async stop() {
      const reader = lines;
      lines = undefined;
      reader?.close();
      leave();
    },
  };
}
