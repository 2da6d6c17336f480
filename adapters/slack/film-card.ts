/** The card of a film: its title, its facts in one line, what is said of it, and its poster. */
import type { types } from "@slack/bolt";
import type { Field, Link } from "../../src/conversation/card.ts";
import { linksMenu } from "./buttons.ts";
import { type DrawnCard, imageBlock, imageElement, pictureOf } from "./picture.ts";
import { type Paragraph, paragraphs, richText } from "./rich-text.ts";
import { cut, safe } from "./text.ts";

const HEADER_LENGTH = 150;
/** Of ours: more than that is no line. */
const FACTS_LENGTH = 600;
/** Slack takes 3,000; longer texts go below, where they are cut within what a message may hold. */
const SECTION_LENGTH = 1_500;
const FIELDS_LENGTH = 3_000;

/** A suggestion that waits for its answer shows its poster large, everything else small. */
export function filmBlocks(card: DrawnCard, above: readonly Paragraph[]): types.KnownBlock[] {
  const { reading, title, fields = [], suggestion, answered } = card;
  const picture = pictureOf(card);
  const isLarge = suggestion !== undefined && answered === undefined;
  return [
    ...richText([...above, ...paragraphs({ ...(reading && { reading }), lines: [] })]),
    ...header(title?.text ?? ""),
    ...factsLine(fields),
    ...said(card, picture && !isLarge ? imageElement(picture) : linksMenu(pagesOf(card))),
    ...(picture && isLarge ? [imageBlock(picture)] : []),
    ...richText(paragraphs({ lines: [], fields: fields.filter((field) => !isFact(field)) }), FIELDS_LENGTH),
  ];
}

/** A header opens no page. */
const pagesOf = ({ links, title }: DrawnCard): readonly Link[] =>
  links ?? (title?.url === undefined ? [] : [{ label: "More about it", url: title.url }]);

/** What is said of it, with something beside it: a picture, or a menu. */
function said(
  card: DrawnCard,
  accessory: types.ImageElement | types.Overflow | undefined,
): types.KnownBlock[] {
  const { lines, title } = card;
  const all = safe(lines.join("\n")).trim();
  const text = all === "" && accessory ? (pagesOf(card)[0]?.label ?? title?.text ?? "…") : all;
  if (text === "") return [];
  if (text.length > SECTION_LENGTH) return richText(paragraphs({ lines }), FIELDS_LENGTH);
  return [
    {
      type: "section",
      text: { type: "plain_text", text, emoji: false },
      ...(accessory && { accessory }),
    },
  ];
}

export function header(text: string): types.HeaderBlock[] {
  const shown = cut(safe(text), HEADER_LENGTH);
  return shown.trim() === ""
    ? []
    : [{ type: "header", text: { type: "plain_text", text: shown, emoji: false } }];
}

const isFact = ({ phrase = "" }: Field): boolean => phrase.trim() !== "";

function factsLine(fields: readonly Field[]): types.ContextBlock[] {
  const text = cut(
    safe(
      fields
        .filter(isFact)
        .map(({ phrase = "" }) => phrase.trim())
        .join(" · "),
    ),
    FACTS_LENGTH,
  );
  return text === "" ? [] : [{ type: "context", elements: [{ type: "plain_text", text, emoji: false }] }];
}
