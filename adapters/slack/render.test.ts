import { expect, test } from "vitest";
import type { Card } from "../../src/conversation/card.ts";
import { readButton } from "./buttons.ts";
import { checkHomeView, checkMessageBlocks } from "./fake/blocks.ts";
import { renderCard } from "./render.ts";
import { renderHome } from "./render-home.ts";

const suggestion: Card = {
  title: { text: "Heat (1995)", url: "https://www.imdb.com/title/tt0113277/" },
  lines: ["Because you liked Ronin."],
  fields: [
    { name: "Genres", value: "Action, Crime", phrase: "Action, Crime" },
    { name: "Rating", value: "★ 3.9 of 5 from 102 ratings", phrase: "★ 3.9" },
  ],
  links: [
    { label: "IMDb", url: "https://www.imdb.com/title/tt0113277/" },
    { label: "Trailer", url: "https://www.youtube.com/results?search_query=Heat+trailer" },
  ],
  suggestion: "AbCdEf0123456789",
};
const drawn = { gestures: "reactions", owner: "U1" } as const;

const section = (...elements: object[]) => ({ type: "rich_text_section", elements });
const text = (words: string) => ({ type: "text", text: words });
const plain = (words: string) => ({ type: "plain_text", text: words, emoji: false });
const menu = {
  type: "overflow",
  action_id: "links",
  options: suggestion.links!.map(({ label, url }, nth) => ({
    text: { ...plain(label), emoji: true },
    value: `link:${nth}`,
    url,
  })),
};
const bold = (words: string) => ({ ...text(words), style: { bold: true } });

test("a suggestion that is answered by reactions", () => {
  expect(renderCard(suggestion, drawn)).toEqual({
    text: [
      "Heat (1995)",
      "Because you liked Ronin.",
      "Genres: Action, Crime",
      "Rating: ★ 3.9 of 5 from 102 ratings",
      "https://www.imdb.com/title/tt0113277/",
      "React to answer: 👍 Like, 👎 Dislike, ⏭️ Skip, 🔖 Later, ℹ️ Details.",
    ].join("\n"),
    blocks: [
      { type: "header", text: plain("Heat (1995)") },
      { type: "context", elements: [plain("Action, Crime · ★ 3.9")] },
      { type: "section", text: plain("Because you liked Ronin."), accessory: menu },
    ],
  });
});

test.each([
  ["from the web", { picture: { url: "https://images.example/heat.jpg", alt: "Poster" } }],
  ["that was drawn", { poster: { file: "F0000000007", alt: "Poster" } }],
])("a poster %s is large until the card is answered, then small beside the words", (_what, pictured) => {
  const shown =
    "poster" in pictured ? { slack_file: { id: "F0000000007" } } : { image_url: pictured.picture.url };
  const waiting = renderCard({ ...suggestion, ...pictured }, drawn);
  expect(checkMessageBlocks(waiting.blocks)).toHaveProperty("ok");
  expect(waiting.blocks.at(-1)).toEqual({ type: "image", ...shown, alt_text: "Poster" });
  expect(waiting.text).toBe(renderCard(suggestion, drawn).text);
  const answered = renderCard({ ...suggestion, ...pictured, answered: "like" }, drawn);
  expect(checkMessageBlocks(answered.blocks)).toHaveProperty("ok");
  expect(answered.blocks.at(-1)).toEqual({
    type: "section",
    text: plain("Because you liked Ronin."),
    accessory: { type: "image", ...shown, alt_text: "Poster" },
  });
  expect(answered.text).not.toContain("React to answer");
});

test("a card of a film without a word said of it still opens its pages", () => {
  const { blocks } = renderCard({ ...suggestion, lines: [] }, drawn);
  expect(checkMessageBlocks(blocks)).toHaveProperty("ok");
  expect(blocks.at(-1)).toEqual({ type: "section", text: plain("IMDb"), accessory: menu });
});

test("a card that was answered by a button keeps the way back, which is its owner's", () => {
  const { blocks } = renderCard({ ...suggestion, answered: "dislike" }, { gestures: "buttons", owner: "U1" });
  expect(blocks.at(-1)).toEqual({
    type: "actions",
    elements: [
      {
        type: "button",
        action_id: "undo:dislike",
        text: { type: "plain_text", text: "↩️ Undo", emoji: true },
        value: "U1 AbCdEf0123456789",
      },
    ],
  });
  expect(readButton({ action_id: "undo:dislike", value: "U1 AbCdEf0123456789" })).toEqual({
    kind: "undo",
    gesture: "dislike",
    suggestion: "AbCdEf0123456789",
    owner: "U1",
  });
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
      button("later", "🔖 Later"),
      button("info", "ℹ️ Details"),
    ],
  });
  expect(fallback).toContain("Buttons: 👍 Like, 👎 Dislike, ⏭️ Skip, 🔖 Later, ℹ️ Details.");
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
    ["rich_text", 1],
    ["header", 0],
    ["context", 1],
    ["section", 0],
    ["actions", 5],
    ["actions", 1],
  ]);
  expect(all[0]!.elements[0]).toEqual(section({ ...text("Comedy"), style: { italic: true } }));
  expect(all[5]!.elements[0]).toMatchObject({ action_id: "words:0", value: "U1 drop Comedy" });
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
  [
    "a film of which all is too long",
    {
      title: { text: words(1_000) },
      lines: [words(20_000)],
      links: Array.from({ length: 9 }, (_, n) => ({ label: words(200), url: `https://e.org/${n}` })),
      fields: Array.from({ length: 40 }, (_, n) => ({
        name: "x",
        value: words(900),
        phrase: `${n} ${words(400)}`,
      })),
    },
  ],
  [
    "a link that is longer than any",
    { lines: [], links: [{ label: "", url: `https://e.org/${"x".repeat(4_000)}` }] },
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
  expect(
    checkHomeView(
      renderHome({
        cards: [card, card],
        notice: words(4_000),
        hidden: Array(60).fill({ movie: "tt1", title: words(900) }),
      }),
    ),
  ).toHaveProperty("ok");
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
  const view = renderHome({
    cards: [{ title: { text: "How I understand you" }, lines: ["You like Heat."], private: true }],
    pictured: [{ title: "Heat (1995)", picture: { file: "F0000000007", alt: "Poster" } }],
    hidden: [{ movie: "tt0113277", title: "Heat (1995)" }],
    isPrivate: true,
    notice: "Done.",
  });
  const option = { text: plain("Answer for my eyes only, wherever I ask"), value: "private" };
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
      {
        type: "actions",
        elements: [
          { type: "checkboxes", action_id: "switch:private", options: [option], initial_options: [option] },
        ],
      },
      { type: "rich_text", elements: [section(text("Done."))] },
      { type: "divider" },
      { type: "header", text: plain("Lately") },
      {
        type: "section",
        text: plain("Heat (1995)"),
        accessory: { type: "image", slack_file: { id: "F0000000007" }, alt_text: "Poster" },
      },
      { type: "divider" },
      { type: "header", text: { type: "plain_text", text: "How I understand you", emoji: false } },
      { type: "rich_text", elements: [section(text("You like Heat."))] },
      { type: "divider" },
      { type: "header", text: plain("Kept away from you") },
      {
        type: "section",
        text: plain("Heat (1995)"),
        accessory: {
          type: "button",
          action_id: "restore",
          text: { type: "plain_text", text: "Let it come up again", emoji: true },
          value: "tt0113277",
        },
      },
    ],
  });
});
