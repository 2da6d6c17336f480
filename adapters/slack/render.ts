/**
 * Cards as Slack messages. What a card says goes into rich text, whose elements are data: nothing in a
 * title or in what a person typed can become markup, a mention or a link there. The text beside the
 * blocks is what notifications show and screen readers read.
 */
import type { types } from "@slack/bolt";
import { GESTURE_EMOJI, GESTURES } from "../../src/conversation/event.ts";
import { ANYBODY, answerButtons, GESTURE_LABEL, shareButton, wordsButtons } from "./buttons.ts";
import { filmBlocks } from "./film-card.ts";
import type { DrawnCard } from "./picture.ts";
import { type Paragraph, paragraphs, plain, richText } from "./rich-text.ts";
import { cut, escaped, safe } from "./text.ts";

/** Slack takes 4,000 characters beside the blocks. */
const FALLBACK_LENGTH = 4_000;
const BLOCKS = 50;
const BUTTONS_PER_BLOCK = 25;

export interface SlackMessage {
  readonly text: string;
  readonly blocks: Blocks;
}

type Blocks = types.KnownBlock[];

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
  card: DrawnCard,
  { gestures, shareable = false, owner, heading }: Drawing,
): SlackMessage {
  const { suggestion, forAll } = card;
  const headed = forAll ? undefined : heading;
  const answers = [
    ...(gestures === "buttons" ? answerButtons(card, owner) : []),
    ...(suggestion !== undefined && shareable ? [shareButton(suggestion)] : []),
  ];
  const words = wordsButtons(card.actions ?? [], forAll ? ANYBODY : owner);
  const blocks = [
    ...inText(card, headed ? [headingOf(headed, owner)] : []),
    ...inBlocks(answers),
    ...inBlocks(words),
  ];
  const above = headed ? `${HEADING[headed]}<@${owner}>\n` : "";
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

/** A film has a face of its own; everything else is words, with a picture beside the first line where there is one. */
function inText(card: DrawnCard, above: readonly Paragraph[]): Blocks {
  if (card.suggestion !== undefined || card.links) return filmBlocks(card, above);
  return richText([...above, ...paragraphs(card)]);
}

/** The card in words alone. */
function fallback(card: DrawnCard, gestures: Drawing["gestures"], length: number): string {
  const { reading, title, lines, fields = [], suggestion, answered, actions = [], file } = card;
  const said = [
    ...(reading ? [reading] : []),
    ...(title ? [title.text] : []),
    ...lines,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    ...(title?.url === undefined ? [] : [title.url]),
    ...(file ? [`File: ${file.name}`] : []),
    ...(suggestion === undefined || answered ? [] : [HOW_TO_ANSWER[gestures]]),
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

function inBlocks(buttons: readonly types.Button[]): types.ActionsBlock[] {
  const blocks: types.ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += BUTTONS_PER_BLOCK) {
    blocks.push({ type: "actions", elements: buttons.slice(from, from + BUTTONS_PER_BLOCK) });
  }
  return blocks;
}
