import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import { readMessage } from "./fake/forms.ts";
import { type Drawing, render } from "./render.ts";
import { HEAT } from "./testing/heat.ts";

const OWNER = "213456789012345678";
const OPEN = { owner: OWNER, private: false, gestureButtons: false };
const HUSHED = { owner: OWNER, private: true, gestureButtons: true };

/** A drawing as it goes over the wire, read by the fake's strict reader. */
const sent = ({ files: _, ...form }: Drawing) => readMessage(form);

describe("a suggestion", () => {
  test("is an embed: linked title, why, facts side by side, nobody notified", () => {
    expect(render(HEAT, OPEN)).toEqual({
      embeds: [
        {
          color: 0xb3202c,
          title: "Heat (1995)",
          url: "https://www.imdb.com/title/tt0113277/",
          description: "Because you liked Ronin.",
          fields: [{ name: "Genres", value: "Action, Crime", inline: true }],
        },
      ],
      components: [],
      files: [],
      allowed_mentions: { parse: [] },
    });
  });

  test("shows its poster large while it waits for an answer, and small once it has one", () => {
    const picture = { url: "https://images.example/heat.jpg", alt: "Poster of Heat (1995)" };
    const [waiting] = sent(render({ ...HEAT, picture }, OPEN)).embeds!;
    expect([waiting!.image, waiting!.thumbnail]).toEqual([{ url: picture.url }, undefined]);
    const [answered] = sent(render({ ...HEAT, picture, answered: "like" }, OPEN)).embeds!;
    expect([answered!.image, answered!.thumbnail]).toEqual([undefined, { url: picture.url }]);
  });

  test("tells its facts in one small line under the title, and takes the colour of its poster", () => {
    const fields = [
      { name: "Genres", value: "Action, Crime", phrase: "Action, Crime" },
      { name: "Director", value: "Michael_Mann", phrase: "by Michael_Mann" },
      { name: "Rating", value: "★ 4.1 of 5 from 12 ratings", phrase: "★ 4.1" },
      { name: "Also known as", value: "Fuego" },
    ];
    const [drawn] = sent(render({ ...HEAT, fields }, { ...OPEN, poster: { colour: "#d99018" } })).embeds!;
    expect(drawn!.description).toBe("-# Action, Crime · by Michael\\_Mann · ★ 4.1\nBecause you liked Ronin.");
    expect(drawn!.fields).toEqual([{ name: "Also known as", value: "Fuego", inline: true }]);
    expect(drawn!.color).toBe(0xd99018);
  });

  test("has pages elsewhere as buttons that open them, each once, and none too long for Discord", () => {
    const links = [
      { label: "IMDb", url: "https://www.imdb.com/title/tt0113277/" },
      { label: "IMDb again", url: "https://www.imdb.com/title/tt0113277/" },
      { label: "Trailer", url: "https://www.youtube.com/results?search_query=Heat+%281995%29+trailer" },
      { label: "Endless", url: `https://example.org/${"x".repeat(512)}` },
    ];
    const form = sent(render({ ...HEAT, links }, { ...OPEN, gestureButtons: true }));
    expect(form.components!.map((row) => row.components.map(({ label, style }) => [label, style]))).toEqual([
      [
        ["Like", 2],
        ["Dislike", 2],
        ["Skip", 2],
        ["Later", 2],
        ["Info", 2],
      ],
      [
        ["IMDb again", 5],
        ["Trailer", 5],
      ],
    ]);
  });

  test("that was answered drops its gestures, but for the way back, which is its owner's", () => {
    const answered = { ...HEAT, answered: "like" } as const;
    const [row] = render(answered, { ...OPEN, gestureButtons: true }).components;
    expect(row!.components).toEqual([
      {
        type: 2,
        style: 2,
        label: "Undo",
        emoji: { name: "↩️" },
        custom_id: `m1:u:${OWNER}:like:AbCdEf0123456789`,
      },
    ]);
    expect(render(answered, OPEN).components).toEqual([]);
    expect(render({ ...HEAT, answered: "seen" }, { ...OPEN, gestureButtons: true }).components).toEqual([]);
  });

  test("has its facts below each other where one of them is long", () => {
    const fields = [
      { name: "Genres", value: "Drama" },
      { name: "Also known as", value: "x".repeat(60) },
    ];
    const [drawn] = render({ ...HEAT, fields }, OPEN).embeds;
    expect(drawn!.fields!.map(({ inline }) => inline)).toEqual([false, false]);
  });

  test("carries the gestures as buttons for everybody where reactions cannot be", () => {
    const [row] = render(HEAT, { ...OPEN, gestureButtons: true }).components;
    expect(row!.components).toEqual([
      { type: 2, style: 2, label: "Like", emoji: { name: "👍" }, custom_id: "m1:l::AbCdEf0123456789" },
      { type: 2, style: 2, label: "Dislike", emoji: { name: "👎" }, custom_id: "m1:d::AbCdEf0123456789" },
      { type: 2, style: 2, label: "Skip", emoji: { name: "⏭️" }, custom_id: "m1:s::AbCdEf0123456789" },
      { type: 2, style: 2, label: "Later", emoji: { name: "🔖" }, custom_id: "m1:b::AbCdEf0123456789" },
      { type: 2, style: 2, label: "Info", emoji: { name: "ℹ️" }, custom_id: "m1:i::AbCdEf0123456789" },
    ]);
  });

  test("in private has buttons of its owner's own, and one to share it", () => {
    const rows = render(HEAT, HUSHED).components;
    expect(
      rows.flatMap(({ components }) => components).map((one) => "custom_id" in one && one.custom_id),
    ).toEqual([
      `m1:l:${OWNER}:AbCdEf0123456789`,
      `m1:d:${OWNER}:AbCdEf0123456789`,
      `m1:s:${OWNER}:AbCdEf0123456789`,
      `m1:b:${OWNER}:AbCdEf0123456789`,
      `m1:i:${OWNER}:AbCdEf0123456789`,
      `m1:h:${OWNER}:AbCdEf0123456789`,
    ]);
  });
});

describe("other cards", () => {
  test("a sentence is said plainly", () => {
    const { content, embeds } = render({ lines: ["👍 Noted: Heat (1995)."] }, OPEN);
    expect({ content, embeds }).toEqual({ content: "👍 Noted: Heat (1995).", embeds: [] });
  });

  test("begins with a name where nothing else says whom it is for", () => {
    expect(render({ lines: ["Noted."] }, { ...OPEN, addressed: true }).content).toBe(`<@${OWNER}> Noted.`);
    expect(render(HEAT, { ...OPEN, addressed: true }).content).toBe(`<@${OWNER}>`);
  });

  test("things to press are the owner's words", () => {
    const card = { lines: ["Sure?"], actions: [{ label: "Delete everything", says: "yes" }] };
    expect(render(card, OPEN).components).toEqual([
      {
        type: 1,
        components: [{ type: 2, style: 2, label: "Delete everything", custom_id: `m1:w:${OWNER}:yes` }],
      },
    ]);
  });

  test("a file goes along under its name", () => {
    const card = {
      lines: ["All of it."],
      file: { name: "all.json", mediaType: "application/json", text: "{}" },
    };
    expect(render(card, OPEN).files).toEqual([{ name: "all.json", data: Buffer.from("{}") }]);
  });

  test("an address alone stays a link, whatever is in it; one among words is text", () => {
    const fields = [
      { name: "Wikipedia", value: "https://en.wikipedia.org/wiki/The_Fly_(1986_film)" },
      { name: "Note", value: "see https://evil.example/_(x)_" },
    ];
    const [drawn] = render({ lines: [], fields }, OPEN).embeds;
    expect(drawn!.fields!.map(({ value }) => value)).toEqual([
      "https://en.wikipedia.org/wiki/The_Fly_%281986_film%29",
      "see https\\://evil.example/\\_(x)\\_",
    ]);
  });

  test("right-to-left text stays as it is", () => {
    expect(render({ lines: ["سلام 🎬 שלום"] }, OPEN).content).toBe("سلام 🎬 שלום");
  });
});

describe("what is too much for Discord", () => {
  test("a long title and a long text are cut and say so", () => {
    const [drawn] = render({ title: { text: "x".repeat(400) }, lines: ["y".repeat(5000)] }, OPEN).embeds;
    expect(drawn!.title).toBe(`${"x".repeat(255)}…`);
    expect(drawn!.description).toHaveLength(4096);
    expect(drawn!.description).toMatch(/y … \(cut: Discord takes no more\)$/);
  });

  test("of thirty genres as fields 24 are shown, and the last one counts the others", () => {
    const fields = Array.from({ length: 30 }, (_, n) => ({ name: `Genre ${n}`, value: "yes" }));
    const [drawn] = render({ lines: [], fields }, OPEN).embeds;
    expect(drawn!.fields).toHaveLength(25);
    expect(drawn!.fields!.at(-1)).toEqual({
      name: "…",
      value: "6 more … (cut: Discord takes no more)",
      inline: false,
    });
  });

  test("a field without a value is left out, one without a name keeps its value", () => {
    const fields = [
      { name: "Genres", value: " " },
      { name: "", value: "★ 4.1" },
    ];
    expect(render({ lines: ["x"], fields }, OPEN).embeds[0]!.fields).toEqual([
      { name: "\u200b", value: "★ 4.1", inline: true },
    ]);
  });

  test("buttons beyond 25, with the same meaning, or with too long a meaning are left out", () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ label: `L${n}`, says: `say ${n}` }));
    const actions = [{ label: "twice", says: "say 0" }, { label: "long", says: "z".repeat(200) }, ...many];
    const ids = render({ lines: ["x"], actions }, OPEN).components.flatMap(({ components }) => components);
    expect(ids).toHaveLength(25);
    expect(new Set(ids.map((one) => "custom_id" in one && one.custom_id)).size).toBe(25);
  });

  test("whatever a card holds, Discord takes it", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.constantFrom("", "   ", "*", "<@1>", "שלום", "https://example.org/a?b=c"),
      fc
        .tuple(fc.constantFrom("x", "*", "🎬", "\n"), fc.integer({ min: 1, max: 7000 }))
        .map(([sign, n]) => sign.repeat(n)),
    );
    const card: fc.Arbitrary<Card> = fc.record(
      {
        reading: text,
        lines: fc.array(text, { maxLength: 5 }),
        title: fc.record({ text, url: fc.constant("https://www.imdb.com/title/tt0113277/") }),
        fields: fc.array(
          fc.record({ name: text, value: text, phrase: text }, { requiredKeys: ["name", "value"] }),
          { maxLength: 30 },
        ),
        links: fc.array(fc.record({ label: text, url: fc.webUrl() }), { maxLength: 8 }),
        answered: fc.constantFrom("like", "seen"),
        picture: fc.constant({ url: "https://image.tmdb.org/t/p/w342/x.jpg", alt: "Poster" }),
        suggestion: fc.constant("AbCd"),
        actions: fc.array(fc.record({ label: text, says: text }), { maxLength: 30 }),
      },
      { requiredKeys: ["lines"] },
    );
    fc.assert(
      fc.property(card, fc.constantFrom(OPEN, HUSHED, { ...OPEN, addressed: true }), (any, setting) => {
        const form = sent(render(any, setting));
        expect(form.content || form.embeds?.length).toBeTruthy();
      }),
      { numRuns: 100 },
    );
  });
});
