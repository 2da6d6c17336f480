/** Words as rich text, whose elements are data: nothing in them can become markup. */
import type { types } from "@slack/bolt";
import type { Card, Field } from "../../src/conversation/card.ts";
import { cut, safe } from "./text.ts";

/**
 * Of the blocks Slack takes some 13,000 characters of JSON, in which a character may be written as two, and an element
 * costs what is around its text.
 */
const CARD_LENGTH = 6_000;
const ELEMENT_COST = 80;
const CUT_NOTICE = "… The rest is too long for one message.";

export type Paragraph = (types.RichTextText | types.RichTextLink | types.RichTextUserMention)[];

export function paragraphs({
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

export const plain = (text: string): types.RichTextText => ({ type: "text", text: safe(text) });
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

/** One block, a section for each paragraph. Empty ones are left out, for Slack refuses them. */
export function richText(all: readonly Paragraph[], most = CARD_LENGTH): types.RichTextBlock[] {
  const shown = withinLength(all, most).filter((elements) => elements.length > 0);
  if (shown.length === 0) return [];
  return [
    { type: "rich_text", elements: shown.map((elements) => ({ type: "rich_text_section", elements })) },
  ];
}

function withinLength(all: readonly Paragraph[], most: number): Paragraph[] {
  let left = most;
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
