/**
 * Cards as Slack messages. What a card says goes into rich text, whose elements are data: nothing in a
 * title or in what a person typed can become markup, a mention or a link there. The text beside the
 * blocks is what notifications show and screen readers read.
 */
import type { types } from "@slack/bolt";
import type { Card, Field } from "../../src/conversation/card.ts";
import { GESTURE_EMOJI, GESTURES } from "../../src/conversation/event.ts";
import { GESTURE_LABEL, gestureButtons, homeButtons, shareButton, wordsButtons } from "./buttons.ts";
import { cut, escaped, safe } from "./text.ts";

/** Slack takes 4,000 characters beside the blocks. */
const FALLBACK_LENGTH = 4_000;
/**
 * Of the blocks it takes some 13,000 characters of JSON, in which a character may be written as two, and
 * an element costs what is around its text.
 */
const CARD_LENGTH = 6_000;
const ELEMENT_COST = 80;
const HEADER_LENGTH = 150;
/** Slack takes 3,000; the line beside a picture is a sentence. */
const SECTION_LENGTH = 500;
const ALT_LENGTH = 200;
const BLOCKS = 50;
const BUTTONS_PER_BLOCK = 25;
const CUT_NOTICE = "… The rest is too long for one message.";

export interface SlackMessage {
  readonly text: string;
  readonly blocks: (types.RichTextBlock | types.SectionBlock | types.ActionsBlock)[];
}

export interface Drawing {
  /** How a suggestion is answered: by reactions under the message, or by buttons in it. */
  readonly gestures: "reactions" | "buttons";
  /** Offers to show the suggestion to others. */
  readonly shareable?: boolean;
  /** Slack id of the person whose buttons these are. */
  readonly owner: string;
  /** Says above it whose card it is. */
  readonly heading?: Heading;
}

/** A card among others is for its owner, or from its owner for the others. */
export type Heading = "for" | "from";

export function renderCard(
  card: Card,
  { gestures, shareable = false, owner, heading }: Drawing,
): SlackMessage {
  const { suggestion } = card;
  const answers = [
    ...(suggestion !== undefined && gestures === "buttons" ? gestureButtons(suggestion) : []),
    ...(suggestion !== undefined && shareable ? [shareButton(suggestion)] : []),
  ];
  const words = wordsButtons(card.actions ?? [], owner);
  const blocks = [
    ...inText(card, heading ? [headingOf(heading, owner)] : []),
    ...inBlocks(answers),
    ...inBlocks(words),
  ];
  const above = heading ? `${HEADING[heading]}<@${owner}>\n` : "";
  return {
    text: above + fallback(card, gestures, FALLBACK_LENGTH - above.length),
    blocks: blocks.slice(0, BLOCKS),
  };
}

const HEADING: Readonly<Record<Heading, string>> = { for: "For ", from: "From " };
const headingOf = (heading: Heading, owner: string): Paragraph => [
  plain(HEADING[heading]),
  { type: "user", user_id: owner },
];

/** The App Home tab: the person's own cards under each other, and what they can do about their data. */
export function renderHome(cards: readonly Card[], notice?: string): types.HomeView {
  return {
    type: "home",
    blocks: [
      ...header("Matinee"),
      ...richText([[plain("One movie at a time, and the next one is better. Write to me under Messages.")]]),
      { type: "actions", elements: homeButtons() },
      ...(notice === undefined ? [] : richText([[plain(notice)]])),
      ...cards.flatMap(({ title, lines, fields }): types.KnownBlock[] => [
        { type: "divider" },
        ...(title ? header(title.text) : []),
        ...richText(paragraphs({ lines, ...(fields && { fields }) })),
      ]),
    ],
  };
}

/** A picture stands beside the first line, which is a block of its own then: rich text takes none. */
function inText(card: Card, above: readonly Paragraph[]): (types.RichTextBlock | types.SectionBlock)[] {
  const { picture, lines, ...rest } = card;
  const [first = "", ...others] = lines;
  const beside = cut(safe(first), SECTION_LENGTH);
  if (!picture || beside.trim() === "") return richText([...above, ...paragraphs(card)]);
  const { reading, title, fields = [] } = rest;
  const before = [
    ...above,
    ...paragraphs({ ...(reading && { reading }), ...(title && { title }), lines: [] }),
  ];
  return [
    ...richText(before),
    {
      type: "section",
      text: { type: "plain_text", text: beside, emoji: false },
      accessory: { type: "image", image_url: picture.url, alt_text: cut(safe(picture.alt), ALT_LENGTH) },
    },
    ...richText(paragraphs({ lines: others, fields })),
  ];
}

/** The card in words alone. */
function fallback(card: Card, gestures: Drawing["gestures"], length: number): string {
  const { reading, title, lines, fields = [], suggestion, actions = [], file } = card;
  const said = [
    ...(reading ? [reading] : []),
    ...(title ? [title.text] : []),
    ...lines,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    ...(title?.url === undefined ? [] : [title.url]),
    ...(file ? [`File: ${file.name}`] : []),
    ...(suggestion === undefined ? [] : [HOW_TO_ANSWER[gestures]]),
    ...(actions.length > 0 ? [`Buttons: ${actions.map(({ label }) => label).join(", ")}.`] : []),
  ];
  return cut(escaped(safe(said.join("\n"))), length).replace(/&[a-z]*…$/, "…"); // never half an escape
}

const GESTURE_LIST = GESTURES.map((gesture) => `${GESTURE_EMOJI[gesture]} ${GESTURE_LABEL[gesture]}`).join(
  ", ",
);
const HOW_TO_ANSWER = {
  reactions: `React to answer: ${GESTURE_LIST}.`,
  buttons: `Buttons: ${GESTURE_LIST}.`,
} as const;

type Paragraph = (types.RichTextText | types.RichTextLink | types.RichTextUserMention)[];

function paragraphs({
  reading,
  title,
  lines,
  fields = [],
}: Pick<Card, "reading" | "title" | "lines" | "fields">): Paragraph[] {
  return [
    ...(reading ? [[italic(reading)]] : []),
    ...(title ? [[titleOf(title)]] : []),
    ...lines.map((line) => [plain(line)]),
    ...fields.map(fieldOf),
  ];
}

/** A value of several lines stands under its name, an address is a link. */
function fieldOf({ name, value }: Field): Paragraph {
  if (value.includes("\n")) return [bold(`${name}:\n`), plain(value)];
  return [
    bold(`${name}: `),
    /^https?:\/\/\S+$/.test(value) ? { type: "link", url: value, text: value } : plain(value),
  ];
}

function titleOf({ text, url }: NonNullable<Card["title"]>): types.RichTextText | types.RichTextLink {
  return url === undefined ? bold(text) : { type: "link", url, text: safe(text), style: { bold: true } };
}

const plain = (text: string): types.RichTextText => ({ type: "text", text: safe(text) });
const italic = (text: string): types.RichTextText => ({
  type: "text",
  text: safe(text),
  style: { italic: true },
});
const bold = (text: string): types.RichTextText => ({
  type: "text",
  text: safe(text),
  style: { bold: true },
});

function header(text: string): types.HeaderBlock[] {
  const shown = cut(safe(text), HEADER_LENGTH);
  return shown === "" ? [] : [{ type: "header", text: { type: "plain_text", text: shown, emoji: false } }];
}

/** One block, a section for each paragraph. Empty ones are left out, for Slack refuses them. */
function richText(all: readonly Paragraph[]): types.RichTextBlock[] {
  const shown = withinLength(all).filter((elements) => elements.length > 0);
  if (shown.length === 0) return [];
  return [
    { type: "rich_text", elements: shown.map((elements) => ({ type: "rich_text_section", elements })) },
  ];
}

function withinLength(all: readonly Paragraph[]): Paragraph[] {
  let left = CARD_LENGTH;
  const kept: Paragraph[] = [];
  for (const paragraph of all) {
    const elements: Paragraph = [];
    for (const element of paragraph) {
      if (element.type === "user") {
        elements.push(element);
        continue;
      }
      const text = element.text ?? "";
      if (text.length > left) {
        const beginning = left > 1 ? [{ ...element, text: cut(text, left) }] : [];
        return [...kept, [...elements, ...beginning], [plain(CUT_NOTICE)]];
      }
      left -= text.length + ELEMENT_COST;
      if (text !== "") elements.push(element);
    }
    kept.push(elements);
  }
  return kept;
}

function inBlocks(buttons: readonly types.Button[]): types.ActionsBlock[] {
  const blocks: types.ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += BUTTONS_PER_BLOCK) {
    blocks.push({ type: "actions", elements: buttons.slice(from, from + BUTTONS_PER_BLOCK) });
  }
  return blocks;
}
