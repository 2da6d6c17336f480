import { expect, test } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import { checkHomeView, checkMessageBlocks } from "./fake/blocks.ts";
import { renderCard, renderHome } from "./render.ts";

const suggestion: Card = {
  title: { text: "Heat (1995)", url: "https://www.imdb.com/title/tt0113277/" },
  lines: ["Because you liked Ronin."],
  fields: [
    { name: "Genres", value: "Action, Crime" },
    { name: "Rating", value: "★ 3.9 of 5 from 102 ratings" },
  ],
  suggestion: "AbCdEf0123456789",
};
const drawn = { gestures: "reactions", owner: "U1" } as const;

const section = (...elements: object[]) => ({ type: "rich_text_section", elements });
const text = (words: string) => ({ type: "text", text: words });
const bold = (words: string) => ({ ...text(words), style: { bold: true } });

test("a suggestion that is answered by reactions", () => {
  expect(renderCard(suggestion, drawn)).toEqual({
    text: [
      "Heat (1995)",
      "Because you liked Ronin.",
      "Genres: Action, Crime",
      "Rating: ★ 3.9 of 5 from 102 ratings",
      "https://www.imdb.com/title/tt0113277/",
      "React to answer: 👍 Like, 👎 Dislike, ⏭️ Skip, ℹ️ Details.",
    ].join("\n"),
    blocks: [
      {
        type: "rich_text",
        elements: [
          section({
            type: "link",
            url: "https://www.imdb.com/title/tt0113277/",
            text: "Heat (1995)",
            style: { bold: true },
          }),
          section(text("Because you liked Ronin.")),
          section(bold("Genres: "), text("Action, Crime")),
          section(bold("Rating: "), text("★ 3.9 of 5 from 102 ratings")),
        ],
      },
    ],
  });
});

test("a poster stands beside the first line, and is told of in words", () => {
  const picture = { url: "https://images.example/heat.jpg", alt: "Poster of Heat (1995)" };
  const card = {
    ...suggestion,
    reading: "Crime",
    lines: ["A thief & a detective.", "Because you liked Ronin."],
  };
  const { text: fallback, blocks } = renderCard({ ...card, picture }, drawn);
  expect("ok" in checkMessageBlocks(blocks)).toBe(true);
  expect(blocks).toMatchObject([
    { type: "rich_text", elements: [section({ ...text("Crime"), style: { italic: true } }), {}] },
    {
      type: "section",
      text: { type: "plain_text", text: "A thief & a detective." },
      accessory: { type: "image", image_url: picture.url, alt_text: picture.alt },
    },
    { type: "rich_text", elements: [section(text("Because you liked Ronin.")), {}, {}] },
  ]);
  expect(fallback).toBe(renderCard(card, drawn).text);
});

test("a poster of a card without lines is left out", () => {
  const picture = { url: "https://images.example/heat.jpg", alt: "Poster" };
  expect(renderCard({ ...suggestion, lines: [], picture }, drawn).blocks).toEqual(
    renderCard({ ...suggestion, lines: [] }, drawn).blocks,
  );
});

test("a suggestion that is answered by buttons, each with the suggestion in it", () => {
  const { text: fallback, blocks } = renderCard(suggestion, { ...drawn, gestures: "buttons" });
  const button = (id: string, label: string) => ({
    type: "button",
    action_id: `gesture:${id}`,
    text: { type: "plain_text", text: label, emoji: true },
    value: "AbCdEf0123456789",
  });
  expect(blocks.at(-1)).toEqual({
    type: "actions",
    elements: [
      button("like", "👍 Like"),
      button("dislike", "👎 Dislike"),
      button("skip", "⏭️ Skip"),
      button("info", "ℹ️ Details"),
    ],
  });
  expect(fallback).toContain("Buttons: 👍 Like, 👎 Dislike, ⏭️ Skip, ℹ️ Details.");
});

test("how words were read stands above, what takes it apart in a row below the gestures", () => {
  const actions = [{ label: "✕ Comedy", says: "drop Comedy" }];
  const { text: fallback, blocks } = renderCard(
    { ...suggestion, reading: "Comedy", actions },
    { gestures: "buttons", owner: "U1" },
  );
  expect(fallback.split("\n")[0]).toBe("Comedy");
  const all = blocks.map((block) => ({
    type: block.type,
    elements: "elements" in block ? block.elements : [],
  }));
  expect(all.map(({ type, elements }) => [type, elements.length])).toEqual([
    ["rich_text", 5],
    ["actions", 4],
    ["actions", 1],
  ]);
  expect(all[0]!.elements[0]).toEqual(section({ ...text("Comedy"), style: { italic: true } }));
  expect(all[2]!.elements[0]).toMatchObject({ action_id: "words:0", value: "U1 drop Comedy" });
});

test("things to press carry their words and their owner", () => {
  const card: Card = {
    lines: ["Which one?"],
    actions: [{ label: "Heat (1995)", says: "favourite tt0113277" }],
  };
  expect(renderCard(card, drawn)).toEqual({
    text: "Which one?\nButtons: Heat (1995).",
    blocks: [
      { type: "rich_text", elements: [section(text("Which one?"))] },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            action_id: "words:0",
            text: { type: "plain_text", text: "Heat (1995)", emoji: true },
            value: "U1 favourite tt0113277",
          },
        ],
      },
    ],
  });
});

test("a field of several lines stands under its name, an address is a link", () => {
  const fields = [
    { name: "Genres you lean to", value: "Crime 80 %\nDrama 40 %" },
    { name: "TMDB", value: "https://www.themoviedb.org/movie/949" },
  ];
  expect(renderCard({ lines: [], fields }, drawn).blocks).toEqual([
    {
      type: "rich_text",
      elements: [
        section(bold("Genres you lean to:\n"), text("Crime 80 %\nDrama 40 %")),
        section(bold("TMDB: "), {
          type: "link",
          url: "https://www.themoviedb.org/movie/949",
          text: "https://www.themoviedb.org/movie/949",
        }),
      ],
    },
  ]);
});

test("nothing said can become markup, a link or a mention", () => {
  const { text: fallback, blocks } = renderCard(
    { title: { text: "<!channel> & *Heat*" }, lines: ["<https://evil.example|IMDb> _x_ `y`"] },
    drawn,
  );
  expect(fallback).toBe("&lt;!channel&gt; &amp; *Heat*\n&lt;https://evil.example|IMDb&gt; _x_ `y`");
  expect(blocks).toEqual([
    {
      type: "rich_text",
      elements: [section(bold("<!channel> & *Heat*")), section(text("<https://evil.example|IMDb> _x_ `y`"))],
    },
  ]);
});

test("right-to-left text stays as it is, but cannot turn what is around it", () => {
  const { blocks } = renderCard({ title: { text: "שלום \u202eHeat" }, lines: ["سلام"] }, drawn);
  expect(blocks).toEqual([
    { type: "rich_text", elements: [section(bold("שלום Heat")), section(text("سلام"))] },
  ]);
});

const words = (length: number) => "word ".repeat(length / 5);
const edgeCases: readonly (readonly [string, Card])[] = [
  ["nothing at all", { lines: [] }],
  [
    "empty lines and fields",
    { title: { text: "" }, lines: ["", "x", ""], fields: [{ name: "Genres", value: "" }] },
  ],
  ["a title of 1,000 characters", { title: { text: words(1_000), url: "https://www.imdb.com/" }, lines: [] }],
  [
    "thirty genres",
    { lines: [], fields: [{ name: "Genres", value: Array(30).fill("Film-Noir").join(", ") }] },
  ],
  ["a line of 20,000 characters", { lines: [words(20_000)] }],
  ["a thousand lines", { lines: Array(1_000).fill("one of many lines") }],
  ["quotes and backslashes only", { lines: ['\\"'.repeat(5_000)] }],
  [
    "sixty things to press",
    { lines: ["?"], actions: Array.from({ length: 60 }, (_, n) => ({ label: words(200), says: `${n}` })) },
  ],
  ["control characters", { lines: ["a\u0000b\u0007"], title: { text: "\u0008" } }],
];

test.each(edgeCases)("Slack takes %s", (_what, card) => {
  for (const gestures of ["reactions", "buttons"] as const) {
    const message = renderCard({ ...card, suggestion: "AbCdEf0123456789" }, { gestures, owner: "U1" });
    expect(checkMessageBlocks(message.blocks)).toHaveProperty("ok");
    expect(message.text.length).toBeLessThanOrEqual(4_000);
    expect(message.text).not.toBe("");
  }
  expect(checkHomeView(renderHome([card, card], words(4_000)))).toHaveProperty("ok");
});

test("what is too long is cut, and says so", () => {
  const { blocks } = renderCard({ lines: [words(4_000), words(4_000), "never seen"] }, drawn);
  const shown = JSON.stringify(blocks);
  expect(shown).toContain("… The rest is too long for one message.");
  expect(shown).not.toContain("never seen");
});

test("text beside the blocks is never cut within an escape", () => {
  for (let before = 0; before < 5; before++) {
    const { text: fallback } = renderCard({ lines: ["x".repeat(before) + "&".repeat(4_000)] }, drawn);
    expect(fallback).toMatch(/^x*(&amp;)+…$/);
  }
});

test("the App Home tab", () => {
  const view = renderHome(
    [{ title: { text: "How I understand you" }, lines: ["You like Heat."], private: true }],
    "Done.",
  );
  const button = (command: string, label: string) => ({
    type: "button",
    action_id: `home:${command}`,
    text: { type: "plain_text", text: label, emoji: true },
    value: command,
  });
  expect(view).toEqual({
    type: "home",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "Matinee", emoji: false } },
      {
        type: "rich_text",
        elements: [
          section(text("One movie at a time, and the next one is better. Write to me under Messages.")),
        ],
      },
      {
        type: "actions",
        elements: [
          button("next", "Suggest a movie"),
          button("export", "Export my data"),
          button("forgetMe", "Forget me"),
        ],
      },
      { type: "rich_text", elements: [section(text("Done."))] },
      { type: "divider" },
      { type: "header", text: { type: "plain_text", text: "How I understand you", emoji: false } },
      { type: "rich_text", elements: [section(text("You like Heat."))] },
    ],
  });
});
