import { afterEach, describe, expect, test } from "vitest";
import type { Card } from "../conversation/card.ts";
import type { Adapter, Incoming } from "./adapter.ts";

/** An adapter under test, and the person at its other end. */
export interface AdapterHarness {
  readonly adapter: Adapter;
  /** The person writes; resolves once the platform has it. */
  says(text: string): Promise<void>;
  /** All text the person has been shown so far. */
  shown(): Promise<string>;
  /** Tears the platform down. */
  close(): Promise<void>;
}

/** What every adapter promises the host, whatever its platform. */
export function adapterContract(name: string, open: () => Promise<AdapterHarness>): void {
  describe(`${name} adapter`, () => {
    const opened: AdapterHarness[] = [];

    /** A started adapter, what came in through it, and a way to wait for the nth message. */
    async function started() {
      const harness = await open();
      opened.push(harness);
      const incoming: Incoming[] = [];
      await harness.adapter.start(async (event) => void incoming.push(event));
      const said = () => incoming.filter(({ did }) => did.kind === "said");
      const heard = async (count: number) => {
        await expect.poll(() => said().length).toBe(count);
        return said();
      };
      return { ...harness, heard };
    }

    afterEach(async () => {
      for (const { adapter, close } of opened.splice(0)) {
        await adapter.stop();
        await close();
      }
    });

    test("has a lower-case name, which is the platform of its users and begins its conversations", async () => {
      const { adapter, says, heard } = await started();
      await says("hello");
      const [first] = await heard(1);
      expect(adapter.name).toMatch(/^[a-z]+$/);
      expect(first!.user.platform).toBe(adapter.name);
      expect(first!.conversation.startsWith(`${adapter.name}:`)).toBe(true);
    });

    test("hands on words as they were written, in order, each with an id and a time of its own", async () => {
      const { says, heard } = await started();
      for (const text of ["first", "second", "what about Amélie & <b>Heat</b>?"]) await says(text);
      const events = await heard(3);
      expect(events.map(({ did }) => did)).toEqual([
        { kind: "said", text: "first" },
        { kind: "said", text: "second" },
        { kind: "said", text: "what about Amélie & <b>Heat</b>?" },
      ]);
      expect(new Set(events.map(({ event }) => event)).size).toBe(3);
      expect(new Set(events.map(({ conversation }) => conversation)).size).toBe(1);
      expect(new Set(events.map(({ user }) => user.id)).size).toBe(1);
      for (const { atMs } of events) expect(Math.abs(atMs - Date.now())).toBeLessThan(60_000);
    });

    const cards: readonly (readonly [string, Card, readonly string[]])[] = [
      ["one line", { lines: ["Hello there."] }, ["Hello there."]],
      [
        "a suggestion",
        {
          title: { text: "Heat (1995)", url: "https://www.imdb.com/title/tt0113277/" },
          lines: ["Because you liked Ronin."],
          fields: [{ name: "Genres", value: "Action, Crime" }],
          suggestion: "AbCdEf0123456789",
        },
        ["Heat (1995)", "tt0113277", "Because you liked Ronin.", "Action, Crime"],
      ],
      [
        "a list with things to press",
        {
          lines: ["Which one?", "1. Heat (1995)"],
          actions: [{ label: "Heat (1995)", says: "favourite tt0113277" }],
        },
        ["Which one?", "1. Heat (1995)"],
      ],
      ["a private card", { lines: ["For you alone."], private: true }, ["For you alone."]],
      ["right-to-left text and emoji", { lines: ["سلام 🎬 שלום"] }, ["سلام 🎬 שלום"]],
    ];
    test.each(cards)("gets through the text of %s", async (_kind, card, texts) => {
      const { adapter, says, heard, shown } = await started();
      await says("hello");
      const [first] = await heard(1);
      await adapter.send(
        {
          conversation: first!.conversation,
          inReplyTo: first!.event,
          atMs: first!.atMs,
          user: first!.user,
          delivery: "contract-1",
        },
        card,
      );
      for (const text of texts) await expect.poll(shown).toContain(text);
    });

    test("takes a card for a conversation whose event it has forgotten", async () => {
      const { adapter, says, heard, shown } = await started();
      await says("hello");
      const [first] = await heard(1);
      await adapter.send(
        {
          conversation: first!.conversation,
          inReplyTo: "long-gone",
          atMs: first!.atMs,
          user: first!.user,
          delivery: "contract-2",
        },
        { lines: ["Still here."] },
      );
      await expect.poll(shown).toContain("Still here.");
    });

    test("can be stopped twice", async () => {
      const { adapter } = await started();
      await adapter.stop();
      await adapter.stop();
    });
  });
}
